import { profile } from './profile';

type Ui = GoogleAppsScript.Base.Ui;

/**
 * The menu, by how often each entry is chosen; it asks for no rights, so that it is there before the add-on is turned
 * on in a file.
 *
 * At the top stand eight entries at most: nobody reads more. Adding it again takes the place of the one before.
 */
export function addMenu(ui: Ui): void {
  profile
    .rootMenu(ui)
    .addItem('Sell a block…', 'sellBlock')
    .addItem('Log time / Client card', 'showClientCard')
    .addItem('Import hours…', 'importHours')
    .addItem('Statement…', 'showStatement')
    .addItem('Check workbook', 'checkWorkbook')
    .addSeparator()
    .addSubMenu(noticesMenu(ui))
    .addSubMenu(blocksMenu(ui))
    .addSubMenu(moreMenu(ui))
    .addToUi();
}

/** In a workbook that keeps no ledger yet there is one thing to do. */
export function addFirstMenu(ui: Ui): void {
  profile.rootMenu(ui).addItem('Get started', 'showGetStarted').addItem('Help', 'showHelp').addToUi();
}

function noticesMenu(ui: Ui) {
  return ui
    .createMenu('Notices')
    .addItem('See what is due…', 'showDueNotices')
    .addItem('Send due notices now', 'sendDueNotices')
    .addItem('Show a mail…', 'showSentMails')
    .addItem('Client page…', 'showClientPageLink')
    .addSeparator()
    .addItem('Turn on daily notices', 'turnOnDailyNotices')
    .addItem('Turn off', 'turnOffDailyNotices');
}

function blocksMenu(ui: Ui) {
  return ui
    .createMenu('Blocks')
    .addItem('Agreement…', 'showAgreement')
    .addItem('Payment request…', 'showPaymentRequest')
    .addSeparator()
    .addItem('Correct…', 'correctHours')
    .addItem('Refund…', 'refundHours')
    .addItem('Credit note…', 'showCreditNote')
    .addItem('Transfer…', 'transferHours')
    .addItem('Settle hours beyond the blocks…', 'settleOverage')
    .addItem('Expired hours…', 'showExpiredHours')
    .addSeparator()
    .addItem('Rename client…', 'renameClient')
    .addItem('Archive a client…', 'archiveClient')
    .addItem('Undo the last dialog…', 'undoLastDialog')
    .addItem('Undo an import…', 'showUndoImport');
}

/** What most people need once a week or less. */
function moreMenu(ui: Ui) {
  return ui
    .createMenu('More')
    .addSubMenu(careMenu(ui))
    .addSubMenu(booksMenu(ui))
    .addSubMenu(setUpMenu(ui))
    .addItem('Help', 'showHelp');
}

function careMenu(ui: Ui) {
  return ui
    .createMenu('Care')
    .addItem('Who needs us…', 'showWhoNeedsUs')
    .addItem('Care…', 'showCare')
    .addItem('Start a care plan…', 'startCarePlan');
}

function booksMenu(ui: Ui) {
  return ui
    .createMenu('Books')
    .addItem('Month end…', 'showMonthEnd')
    .addItem('Close month…', 'showCloseMonth')
    .addItem('Reconcile…', 'showReconcile')
    .addItem('Reports…', 'showBooksReports')
    .addItem('Change a rule…', 'changeRule')
    .addItem('Archive closed months…', 'archiveClosedMonths')
    .addItem('Set up accounts…', 'showSetUpAccounts')
    .addItem('Export for BigQuery…', 'showExport');
}

function setUpMenu(ui: Ui) {
  return ui
    .createMenu('Set up')
    .addItem('Get started', 'showGetStarted')
    .addItem('Set up workbook', 'setUpWorkbook')
    .addItem('Refresh', 'refresh')
    .addItem('Import clients…', 'importClients')
    .addItem('Templates…', 'showTemplates')
    .addItem('One formula a column…', 'joinFormulas');
}
