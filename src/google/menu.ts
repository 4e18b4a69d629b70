type Ui = GoogleAppsScript.Base.Ui;

/** The menu; it asks for no rights, so that it is there before the add-on is turned on in a file. */
export function addMenu(ui: Ui): void {
  const notices = ui
    .createMenu('Renewal notices')
    .addItem('See what is due', 'showDueNotices')
    .addItem('Send due notices now', 'sendDueNotices')
    .addItem('Turn on daily notices', 'turnOnDailyNotices')
    .addItem('Turn off', 'turnOffDailyNotices');
  ui.createMenu('Block Ledger')
    .addItem('Set up workbook', 'setUpWorkbook')
    .addItem('Sell a block…', 'sellBlock')
    .addItem('Refresh', 'refresh')
    .addItem('Check workbook', 'checkWorkbook')
    .addItem('Statement…', 'showStatement')
    .addItem('Invoice for this block…', 'showInvoice')
    .addSubMenu(notices)
    .addSeparator()
    .addItem('Help', 'showHelp')
    .addToUi();
}
