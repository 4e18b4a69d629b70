/** What the pages ask of the script: functions that src/main.ts exports. */
interface Server {
  withSuccessHandler<Answer>(done: (answer: Answer) => void): Server;
  withFailureHandler(failed: (error: Error) => void): Server;
  listIssues(): void;
  listDueNotices(): void;
  goToRow(tab: string, row: number): void;
  sellBlockForm(): void;
  writeSoldBlock(typed: import('../ledger/selling/typed-sale').TypedSale, attempt: string): void;
  statementForm(): void;
  previewStatement(request: object): void;
  saveStatement(request: object): void;
  mailStatement(request: object, attempt: string): void;
  writeStatementTab(request: object): void;
  invoiceForm(): void;
  saveInvoice(block: string): void;
}

declare const google: {
  readonly script: { readonly run: Server; readonly host: { close(): void } };
};
