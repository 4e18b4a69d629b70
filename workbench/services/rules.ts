/**
 * Every emulated method: what it needs, what kind of call it is, and its signatures. What is not here is not emulated.
 *
 * A group is `Path needs RIGHT [scope]`; `read` and `write` go to the server and back, `handle` merely names a thing,
 * `local` stays inside the script. From the authorisation table and the per-method scopes of Google's reference.
 */

import { parseRules } from './rule-table';

export const rules = parseRules(`
SpreadsheetApp needs document spreadsheets.currentonly
  handle getActive() getActiveSpreadsheet() getActiveSheet() getActiveRange() setActiveSheet(Sheet)
  local newDataValidation() newConditionalFormatRule()
  write flush()
  enum DataValidationCriteria BooleanCriteria
SpreadsheetApp needs menu
  local getUi()
SpreadsheetApp.Spreadsheet needs document spreadsheets.currentonly
  handle getId() getName() getUrl() getSheets() getSheetByName(String) getSpreadsheetTimeZone() getSpreadsheetLocale()
  handle getRangeByName(String) getRange(String) getActiveSheet() setActiveSheet(Sheet) getActiveRange() getNumSheets()
  read getNamedRanges()
  write insertSheet() insertSheet(String) insertSheet(Number) insertSheet(String,Number) deleteSheet(Sheet)
  write setNamedRange(String,Range) removeNamedRange(String)
  local toast(String) toast(String,Any) toast(String,Any,Any)
SpreadsheetApp.Sheet needs document spreadsheets.currentonly
  handle getName() getSheetId() getIndex() getParent() activate()
  handle getRange(String) getRange(Number,Number) getRange(Number,Number,Number) getRange(Number,Number,Number,Number)
  size getDataRange() getLastRow() getLastColumn() getMaxRows() getMaxColumns()
  read getFrozenRows() getColumnWidth(Number)
  read getConditionalFormatRules()
  write setName(String) insertColumnsAfter(Number,Number) insertRowsAfter(Number,Number)
  write insertRowsBefore(Number,Number) deleteRow(Number) deleteRows(Number,Number) deleteColumn(Number)
  write deleteColumns(Number,Number) setFrozenRows(Number) setColumnWidth(Number,Number)
  write setConditionalFormatRules(Array)
SpreadsheetApp.Range needs document spreadsheets.currentonly
  handle getRow() getColumn() getLastRow() getLastColumn() getNumRows() getNumColumns() getSheet()
  handle getA1Notation() getCell(Number,Number) offset(Number,Number) offset(Number,Number,Number)
  handle offset(Number,Number,Number,Number) activate()
  read getValue() getValues() getFormula() getFormulas() getDisplayValue() getDisplayValues() getNumberFormat()
  read getNumberFormats() getNote() getNotes() getDataValidation() getDataValidations() isBlank()
  write setValue(Any) setValues(Array) setFormula(String) setFormulas(Array) setNumberFormat(String) setNumberFormats(Array)
  write setNote(Any) setNotes(Array) setDataValidation(Any) setDataValidations(Array) clearContent()
  write setFontWeight(Any) setBackground(Any) setFontColor(Any)
  write setHorizontalAlignment(Any) setWrap(Boolean)
SpreadsheetApp.NamedRange needs document spreadsheets.currentonly
  handle getName() getRange()
  write setRange(Range) remove()
SpreadsheetApp.DataValidation needs document
  local getCriteriaType() getCriteriaValues() getAllowInvalid() getHelpText() copy()
SpreadsheetApp.DataValidationBuilder needs document
  local requireValueInList(Array) requireValueInList(Array,Boolean) requireValueInRange(Range) requireValueInRange(Range,Boolean)
  local requireCheckbox() setAllowInvalid(Boolean) setHelpText(String) build() getCriteriaType() getCriteriaValues()
  local getAllowInvalid() getHelpText() copy()
SpreadsheetApp.ConditionalFormatRule needs document
  local getRanges() getBooleanCondition()
SpreadsheetApp.ConditionalFormatRuleBuilder needs document
  local whenFormulaSatisfied(String) setBackground(Any) setFontColor(Any) setBold(Any) setRanges(Array) getRanges()
  local getBooleanCondition() build()
SpreadsheetApp.BooleanCondition needs document
  local getCriteriaType() getCriteriaValues() getBackground() getFontColor() getBold()
Ui needs menu
  local createMenu(String) createAddonMenu()
  enum Button ButtonSet
Ui needs document
  local alert(String) alert(String,ButtonSet) alert(String,String,ButtonSet)
  local prompt(String) prompt(String,ButtonSet) prompt(String,String,ButtonSet)
Ui needs user script.container.ui
  local showModalDialog(HtmlOutput,String) showModelessDialog(HtmlOutput,String) showSidebar(HtmlOutput)
Ui.Menu needs menu
  local addItem(String,String) addSeparator() addSubMenu(Menu)
  local addToUi()
Ui.PromptResponse needs document
  local getResponseText() getSelectedButton()
PropertiesService needs store
  handle getDocumentProperties() getScriptProperties() getUserProperties()
PropertiesService.Properties needs store
  read getProperty(String) getProperties() getKeys()
  write setProperty(String,Any) setProperties(Object) setProperties(Object,Boolean) deleteProperty(String) deleteAllProperties()
CacheService needs store
  handle getDocumentCache() getScriptCache() getUserCache()
CacheService.Cache needs store
  read get(String) getAll(Array)
  write put(String,String) put(String,String,Number) putAll(Object) putAll(Object,Number) remove(String) removeAll(Array)
LockService needs store
  handle getDocumentLock() getScriptLock() getUserLock()
LockService.Lock needs store
  lock tryLock(Number) waitLock(Number) hasLock() releaseLock()
MailApp needs user script.send_mail
  write sendEmail(Object) sendEmail(String,String,String) sendEmail(String,String,String,Object)
  read getRemainingDailyQuota()
ScriptApp needs nothing
  local getAuthorizationInfo(AuthMode) getAuthorizationInfo(AuthMode,Array) requireScopes(AuthMode,Array) requireAllScopes(AuthMode)
  enum AuthMode AuthorizationStatus EventType TriggerSource
ScriptApp needs user script.scriptapp
  handle newTrigger(String)
  read getUserTriggers(Spreadsheet) getProjectTriggers()
  write deleteTrigger(Trigger)
ScriptApp.AuthorizationInfo needs nothing
  local getAuthorizationStatus() getAuthorizationUrl()
ScriptApp.TriggerBuilder needs user
  local timeBased()
ScriptApp.ClockTriggerBuilder needs user script.scriptapp
  local everyHours(Number) everyDays(Number) atHour(Number)
  local inTimezone(String) everyMinutes(Number)
  write create()
ScriptApp.Trigger needs user
  local getHandlerFunction() getUniqueId() getEventType() getTriggerSource() getTriggerSourceId()
Utilities needs nothing
  local formatDate(Date,String,String) parseDate(String,String,String) getUuid() sleep(Number) newBlob(Any) newBlob(Any,String)
  local newBlob(Any,String,String) computeDigest(String,Any) computeDigest(String,Any,String)
  local base64Encode(Any)
  enum DigestAlgorithm Charset
Utilities.Blob needs nothing
  local getDataAsString() getBytes() getContentType() getName() setName(String)
HtmlService needs store
  local createHtmlOutput() createHtmlOutput(String) createHtmlOutputFromFile(String)
HtmlService.HtmlOutput needs store
  local setTitle(String) getTitle() setWidth(Number) getWidth() setHeight(Number) getHeight() getContent()
  local append(String)
Session needs nothing
  local getScriptTimeZone() getActiveUserLocale()
Logger needs nothing
  local log(Any) log(String,Any...)
`);
