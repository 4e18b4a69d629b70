type Ui = GoogleAppsScript.Base.Ui;

/** The menu; it asks for no rights, so that it is there before the add-on is turned on in a file. */
export function addMenu(ui: Ui): void {
  const notices = ui
    .createMenu('Renewal notices')
    .addItem('See what is due…', 'showDueNotices')
    .addItem('Send due notices now', 'sendDueNotices')
    .addItem('Turn on daily notices', 'turnOnDailyNotices')
    .addItem('Turn off', 'turnOffDailyNotices')
    .addSeparator()
    .addItem('Show a mail…', 'showSentMails')
    .addItem('Templates: preview…', 'showTemplates');
  const books = ui
    .createMenu('Books')
    .addItem('Month end…', 'showMonthEnd')
    .addItem('Close month…', 'showCloseMonth')
    .addItem('Reconcile…', 'showReconcile')
    .addItem('Reports…', 'showBooksReports')
    .addItem('Change a rule…', 'changeRule')
    .addItem('Archive closed months…', 'archiveClosedMonths')
    .addItem('Set up accounts…', 'showSetUpAccounts');
  const blocks = ui
    .createMenu('Blocks')
    .addItem('Correct…', 'correctHours')
    .addItem('Refund…', 'refundHours')
    .addItem('Credit note…', 'showCreditNote')
    .addItem('Transfer…', 'transferHours')
    .addItem('Settle the overage…', 'settleOverage')
    .addItem('Expired hours…', 'showExpiredHours')
    .addSeparator()
    .addItem('Import…', 'importClients')
    .addItem('Rename client…', 'renameClient')
    .addItem('Archive a client…', 'archiveClient')
    .addItem('Undo the last dialog…', 'undoLastDialog');
  const care = ui
    .createMenu('Care')
    .addItem('Who needs us…', 'showWhoNeedsUs')
    .addItem('Care…', 'showCare')
    .addItem('Start a care plan…', 'startCarePlan');
  ui.createMenu('Block Ledger')
    .addItem('Set up workbook', 'setUpWorkbook')
    .addItem('Sell a block…', 'sellBlock')
    .addItem('Client card', 'showClientCard')
    .addItem('Refresh', 'refresh')
    .addItem('Check workbook', 'checkWorkbook')
    .addItem('One formula a column…', 'joinFormulas')
    .addSubMenu(blocks)
    .addItem('Statement…', 'showStatement')
    .addItem('Payment request…', 'showPaymentRequest')
    .addItem('Agreement…', 'showAgreement')
    .addSubMenu(notices)
    .addSubMenu(care)
    .addSubMenu(books)
    .addSeparator()
    .addItem('Help', 'showHelp')
    .addToUi();
}
