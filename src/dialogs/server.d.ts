/** What the pages ask of the script: functions that src/main.ts exports. */
interface Server {
  withSuccessHandler<Answer>(done: (answer: Answer) => void): Server;
  withFailureHandler(failed: (error: Error) => void): Server;
  listIssues(): void;
  listDueNotices(): void;
  previewDueNotice(approved: readonly object[]): void;
  decideDueNotice(approved: readonly object[], decision: string, reason: string): void;
  sellFromNotice(key: string): void;
  showMailOfNotice(key: string): void;
  listSentNotices(): void;
  showSentNotice(key: string): void;
  goToRow(tab: string, row: number): void;
  changeForm(): void;
  previewChange(kind: string, typed: import('../ledger/changes/typed-change').TypedChange): void;
  writeChange(
    kind: string,
    typed: import('../ledger/changes/typed-change').TypedChange,
    seen: string,
    attempt: string,
  ): void;
  ruleForm(): void;
  previewRule(typed: Readonly<Record<string, string>>): void;
  writeRule(typed: Readonly<Record<string, string>>, seen: string, attempt: string): void;
  renameForm(): void;
  previewRename(typed: Readonly<Record<string, string>>): void;
  writeRename(typed: Readonly<Record<string, string>>, seen: string, attempt: string): void;
  listExpiredHours(): void;
  previewImport(text: string, fields: readonly string[] | null): void;
  writeImport(text: string, fields: readonly string[], seen: string, attempt: string): void;
  sellBlockForm(): void;
  monthEndView(month: string): void;
  monthEndFiles(month: string, kind: string): void;
  monthEnd(month: string): void;
  closeMonth(month: string): void;
  reopenMonth(month: string, reason: string): void;
  reconcileView(): void;
  accountsForm(): void;
  saveAccounts(typed: Readonly<Record<string, string>>): void;
  writeSoldBlock(typed: import('../ledger/selling/typed-sale').TypedSale, attempt: string): void;
  statementForm(): void;
  previewStatement(request: object): void;
  saveStatement(request: object): void;
  mailStatement(request: object, attempt: string): void;
  writeStatementTab(request: object): void;
  templateForm(): void;
  previewTemplate(request: object): void;
  sendTemplateTest(request: object, attempt: string): void;
  agreementForm(): void;
  previewAgreement(request: object): void;
  saveAgreement(request: object): void;
  printAgreement(request: object): void;
  mailAgreement(request: object, attempt: string): void;
  signAgreement(request: object): void;
  invoiceForm(): void;
  saveInvoice(block: string): void;
  lookAtClient(seen: import('../ledger/card/card-answer').CardSeen): void;
  sellToClient(client: string): void;
  statementOfClient(client: string): void;
  timeForm(client: string): void;
  previewTime(typed: import('../ledger/card/time-form').TypedTime): void;
  logTime(typed: Readonly<Record<string, string>>, attempt: string): void;
  ownTimer(): void;
  startTimer(client: string): void;
  stopTimer(): void;
  discardTimer(): void;
  carePlanForm(): void;
  addCareTasks(typed: import('../ledger/care/start-care-plan').TypedCarePlan, attempt: string): void;
  careForm(client?: string): void;
  writeCareDone(typed: import('../ledger/care/typed-care').TypedCare, attempt: string): void;
  fixSmallThing(row: number, what: string): void;
  listWhoNeedsUs(): void;
}

declare const google: {
  readonly script: { readonly run: Server; readonly host: { close(): void } };
};
