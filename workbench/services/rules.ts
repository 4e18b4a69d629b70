/**
 * Every emulated method: what it needs, what kind of call it is, and its signatures. What is not here is not emulated.
 *
 * A group is `Path needs RIGHT [scope]`; `read` and `write` go to the server and back, `handle` merely names a thing,
 * `local` stays inside the script. From the authorisation table and the per-method scopes of Google's reference.
 */

import { parseRules } from './rule-table';

export const rules = parseRules(`
SpreadsheetApp needs document spreadsheets.currentonly
  handle getActive()
  local newDataValidation() newConditionalFormatRule()
  write flush()
  enum ProtectionType SheetType GroupControlTogglePosition
SpreadsheetApp needs menu
  local getUi()
SpreadsheetApp.Spreadsheet needs document spreadsheets.currentonly
  handle getSheets() getSheetByName(String) getSpreadsheetTimeZone() getRangeByName(String) getRange(String) getNumSheets() getCurrentCell() getId() getName()
  read getProtections(String)
  write insertSheet(String,Number) setNamedRange(String,Range) deleteSheet(Sheet)
  local toast(String) toast(String,String)
SpreadsheetApp.Sheet needs document spreadsheets.currentonly
  handle getName() getSheetId() getParent() getType()
  handle getRange(String) getRange(Number,Number) getRange(Number,Number,Number) getRange(Number,Number,Number,Number)
  size getDataRange() getLastRow() getLastColumn() getMaxRows() getMaxColumns()
  read getFrozenRows() getConditionalFormatRules() getProtections(String)
  handle getRangeList(Array)
  write insertColumnsAfter(Number,Number) insertRowsAfter(Number,Number) setFrozenRows(Number)
  write deleteRows(Number,Number) deleteColumns(Number,Number) hideSheet() setName(String) protect()
  write setColumnWidth(Number,Number) setConditionalFormatRules(Array)
  read getFrozenColumns() getRowGroupDepth(Number) getColumnGroupDepth(Number)
  handle getRowGroup(Number,Number) getColumnGroup(Number,Number)
  write setFrozenColumns(Number) setRowGroupControlPosition(String) setColumnGroupControlPosition(String)
SpreadsheetApp.Group needs document spreadsheets.currentonly
  read getDepth() getRange() getControlIndex() isCollapsed()
  write collapse() expand() remove()
SpreadsheetApp.Range needs document spreadsheets.currentonly
  handle getRow() getColumn() getNumRows() getNumColumns() getSheet() getCell(Number,Number)
  handle offset(Number,Number) offset(Number,Number,Number) offset(Number,Number,Number,Number) activate()
  read getValue() getValues() getFormula() getFormulas() getNumberFormats() getNotes() getDataValidations()
  write setValue(Any) setValues(Array) setFormula(String) setFormulas(Array) setNumberFormat(String) setNumberFormats(Array)
  write setFontColor(String) setFontSize(Number) shiftRowGroupDepth(Number) shiftColumnGroupDepth(Number)
  write setNotes(Array) setDataValidation(Any) setDataValidations(Array) setFontWeight(String) setBackground(String) setWrap(Boolean) clearContent() protect()
SpreadsheetApp.RangeList needs document spreadsheets.currentonly
  write clearContent() setValue(Any) setNumberFormat(String)
SpreadsheetApp.Protection needs document spreadsheets.currentonly
  read getDescription() getEditors() getProtectionType() getRange() getUnprotectedRanges() isWarningOnly() canEdit() canDomainEdit()
  write setDescription(String) setWarningOnly(Boolean) setUnprotectedRanges(Array) remove()
  write addEditor(String) addEditor(User) addEditors(Array) removeEditor(String) removeEditor(User) removeEditors(Array)
User needs document
  local getEmail()
SpreadsheetApp.DataValidation needs document
SpreadsheetApp.DataValidationBuilder needs document
  local requireValueInList(Array,Boolean) requireValueInRange(Range,Boolean) requireCheckbox()
  local setAllowInvalid(Boolean) setHelpText(String) build()
SpreadsheetApp.ConditionalFormatRule needs document
  local getBooleanCondition()
SpreadsheetApp.ConditionalFormatRuleBuilder needs document
  local whenFormulaSatisfied(String) setBackground(String) setFontColor(String) setRanges(Array) build()
SpreadsheetApp.BooleanCondition needs document
  local getCriteriaValues()
Ui needs menu
  local createMenu(String) createAddonMenu()
  enum Button ButtonSet
Ui needs document
  local alert(String,String,ButtonSet)
Ui needs user script.container.ui
  local showModelessDialog(HtmlOutput,String) showModalDialog(HtmlOutput,String) showSidebar(HtmlOutput)
Ui.Menu needs menu
  local addItem(String,String) addSeparator() addSubMenu(Menu) addToUi()
PropertiesService needs store
  handle getDocumentProperties() getUserProperties()
PropertiesService.Properties needs store
  read getProperties()
  write setProperties(Object) deleteProperty(String)
CacheService needs store
  handle getDocumentCache()
CacheService.Cache needs store
  read getAll(Array)
  write putAll(Object,Number)
LockService needs store
  handle getDocumentLock()
LockService.Lock needs store
  lock tryLock(Number) releaseLock()
MailApp needs user script.send_mail
  write sendEmail(Object)
  read getRemainingDailyQuota()
ScriptApp needs nothing
  local getAuthorizationInfo(String) getAuthorizationInfo(String,Array) requireAllScopes(String) requireScopes(String,Array)
  enum AuthMode AuthorizationStatus
ScriptApp.AuthorizationInfo needs nothing
  local getAuthorizationStatus() getAuthorizationUrl() getAuthorizedScopes()
ScriptApp needs user script.scriptapp
  handle newTrigger(String)
  read getUserTriggers(Spreadsheet)
  write deleteTrigger(Trigger)
ScriptApp.TriggerBuilder needs user
  local timeBased()
ScriptApp.ClockTriggerBuilder needs user script.scriptapp
  local everyHours(Number) everyMinutes(Number)
  write create()
ScriptApp.Trigger needs user
  local getHandlerFunction() getUniqueId()
Utilities needs nothing
  local formatDate(Date,String,String) parseDate(String,String,String) sleep(Number) computeDigest(String,String,String)
  local getUuid() newBlob(String) newBlob(String,String) newBlob(String,String,String) base64Encode(Array) base64Encode(String)
  enum DigestAlgorithm Charset
Blob needs nothing
  local getAs(String) getBytes() getContentType() getDataAsString() getName() setName(String)
HtmlService needs store
  local createHtmlOutputFromFile(String) createHtmlOutput(String)
HtmlService.HtmlOutput needs store
  local setTitle(String) addMetaTag(String,String) setWidth(Number) setHeight(Number) getContent()
`);
