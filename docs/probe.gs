/**
 * What Google's documentation leaves open, asked of a real sheet: ten minutes.
 *
 * 1. Make a NEW, empty Google Sheet (it is written into), and in it Extensions > Apps Script.
 * 2. Paste this file over what stands there, save, choose `probe` beside Run, and press Run.
 * 3. Read the tab `Probe`: each question, Google's answer, and what it means for Block Ledger.
 * 4. For the last three questions do what their row says, then run `probeAgain`.
 *
 * Try it once in File > Settings > time zone Paris, and once in the locale Germany.
 */
function probe() {
  var book = SpreadsheetApp.getActive();
  var sheet = book.getSheetByName('Probe') || book.insertSheet('Probe');
  sheet.clear();
  var rows = [['Question', "Google's answer", 'What it means']];
  [askDurations_, askApostrophes_, askSeparators_, askWholeColumns_, askSetValuesAsTyped_, askFlush_].forEach(function (ask) {
    rows = rows.concat(answered_(ask, book));
  });
  rows.push(['Typed columns: convert Probe data!A1:B3 (Format > Convert to table), set column B to Number, then run probeAgain', '', 'waits for you']);
  rows.push(['A chart on a tab of its own: Insert > Chart, then its menu > Move to own sheet, then run probeAgain', '', 'waits for you']);
  rows.push(['Arguments of functions: in Probe data!D1 type =PROBEARGUMENTS(A1:B3; 1/0; DATE(2026;11;23)) and run probeAgain', '', 'waits for you']);
  sheet.getRange(1, 1, rows.length, 3).setNumberFormat('@').setValues(rows).setWrap(true);
  sheet.setColumnWidths(1, 3, 330);
}

/** After the three things to be done by hand. */
function probeAgain() {
  var book = SpreadsheetApp.getActive();
  var sheet = book.getSheetByName('Probe');
  var rows = [];
  [askTypedColumns_, askChartTabs_, askArguments_].forEach(function (ask) {
    rows = rows.concat(answered_(ask, book));
  });
  sheet.getRange(sheet.getLastRow() + 1, 1, rows.length, 3).setNumberFormat('@').setValues(rows).setWrap(true);
}

/**
 * Says what Google hands to a function in a cell.
 * @customfunction
 */
function PROBEARGUMENTS() {
  return Array.prototype.map.call(arguments, function (given) {
    if (Array.isArray(given)) return 'an array of ' + given.length + ' rows: ' + JSON.stringify(given);
    if (given instanceof Date) return 'a Date: ' + given.toISOString();
    return typeof given + ': ' + String(given);
  });
}

function answered_(ask, book) {
  try {
    return ask(book);
  } catch (error) {
    return [[ask.name, 'failed: ' + error.message, 'Google refuses this: please tell us its words.']];
  }
}

function data_(book) {
  return book.getSheetByName('Probe data') || book.insertSheet('Probe data');
}

/** A duration arrives as a Date of 1899: in which offset of that year? */
function askDurations_(book) {
  var cell = data_(book).getRange('G1').setNumberFormat('[h]:mm').setValue('1:30');
  var zone = book.getSpreadsheetTimeZone();
  var value = cell.getValue();
  var clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', second: '2-digit' });
  var isDate = value instanceof Date;
  return [
    ['1:30 typed as a duration, zone ' + zone, isDate ? value.toISOString() : typeof value + ' ' + value,
      'A Date is expected; a number would be a part of a day.'],
    ['the same through Intl.DateTimeFormat', isDate ? clock.format(value) : '-',
      '01:30:00 is what Block Ledger counts on. Anything else: durations of this zone are read wrong, tell us at once.'],
    ['the same through Utilities.formatDate', isDate ? Utilities.formatDate(value, zone, 'HH:mm:ss') : '-',
      'Often off by minutes before 1900: that is why it is not used there.']
  ];
}

/** What becomes of a text that begins with an apostrophe, in a cell of the format text? */
function askApostrophes_(book) {
  var sheet = data_(book);
  sheet.getRange('G3').setNumberFormat('@').setValue("'quoted");
  sheet.getRange('G4').setNumberFormat('@').setValue('- fixed printer');
  sheet.getRange('G5').setNumberFormat('@').setValue('=1+1');
  SpreadsheetApp.flush();
  return [
    ["'quoted, written into a text cell", String(sheet.getRange('G3').getValue()),
      "'quoted: the apostrophe stays, as is expected. quoted: it is taken off, and names that begin with one change when they are written."],
    ['- fixed printer, written into a text cell', String(sheet.getRange('G4').getValue()), 'The same text is expected.'],
    ['=1+1, written into a text cell', String(sheet.getRange('G5').getValue()) + ' / formula: ' + sheet.getRange('G5').getFormula(),
      '=1+1 and no formula is expected. 2, or a formula: whatever clients write could run as a formula; tell us at once.']
  ];
}

/** Does a formula written with ; and , mixed work in this locale? */
function askSeparators_(book) {
  var sheet = data_(book);
  return ['=SUM(1;2)', '=SUM(1,2)', '=SUM(1;SUM(2,3))'].map(function (formula, at) {
    var cell = sheet.getRange(7 + at, 7).setFormula(formula);
    SpreadsheetApp.flush();
    return [formula + ' in ' + book.getSpreadsheetLocale(), cell.getFormula() + ' gives ' + cell.getDisplayValue(),
      at === 0 ? '3 is expected in every locale: it is what Block Ledger writes.' : 'A number: read as well. An error: a formula typed so by a person stays as it is.'];
  });
}

/** How many rows has a whole column as an argument, and how long does it take? */
function askWholeColumns_(book) {
  var sheet = data_(book);
  var started = Date.now();
  var values = sheet.getRange('A:A').getValues();
  return [['Rows of a whole column A:A', values.length + ' rows in ' + (Date.now() - started) + ' ms',
    'The whole height of the tab is expected, blank rows too: long empty tabs make functions slow.']];
}

/** Does setValues read text as if it were typed? */
function askSetValuesAsTyped_(book) {
  var cells = data_(book).getRange('H1:H3').setNumberFormat('General').setValues([['1-2'], ['1,250'], ['12.5']]);
  SpreadsheetApp.flush();
  return cells.getValues().map(function (row, at) {
    return ['setValues of ' + ['1-2', '1,250', '12.5'][at] + ' into a cell without a format', Object.prototype.toString.call(row[0]) + ' ' + row[0],
      'A date or a number: text is read as typed, as is expected, and names are written into text cells for that reason.'];
  });
}

/** How long do a write, a flush and a property take? */
function askFlush_(book) {
  var cell = data_(book).getRange('J1');
  var store = PropertiesService.getDocumentProperties();
  return [['a write and a flush', timed_(function () { cell.setValue(1); SpreadsheetApp.flush(); }), 'Block Ledger plans with 100 ms a call.'],
    ['a write of a property', timed_(function () { store.setProperty('probe', '1'); }), 'The same.']];
}

function timed_(work) {
  var started = Date.now();
  for (var turn = 0; turn < 5; turn++) work();
  return Math.round((Date.now() - started) / 5) + ' ms';
}

function askTypedColumns_(book) {
  var cell = data_(book).getRange('B2');
  try {
    cell.setNumberFormat('0.00').setValue('text');
    SpreadsheetApp.flush();
    return [['Text and a format into a typed column', 'taken: ' + cell.getValue(), 'Typed columns do not refuse: good.']];
  } catch (error) {
    return [['Text and a format into a typed column', error.message, 'Block Ledger looks for "typed column" in these words; where they are others, tell us.']];
  }
}

function askChartTabs_(book) {
  return book.getSheets().map(function (sheet) {
    var type = String(sheet.getType());
    var said;
    try { said = sheet.getLastRow() + ' rows'; } catch (error) { said = error.message; }
    return ['Tab ' + sheet.getName() + ' of the type ' + type, said, type === 'GRID' ? 'as usual' : 'The words of this refusal are passed over by Block Ledger.'];
  });
}

function askArguments_(book) {
  SpreadsheetApp.flush();
  var answers = data_(book).getRange('D1:D3').getDisplayValues().map(function (row) { return row[0]; });
  return [['An error as an argument', answers[1], 'string #DIV/0!: handed over as text. Otherwise the whole cell fails before the function starts.'],
    ['A date as an argument', answers[2], 'a Date is expected.'],
    ['A range as an argument', answers[0], 'an array of rows is expected, with Dates as Dates.']];
}
