type ScriptApp = Pick<GoogleAppsScript.Script.ScriptApp, 'getUserTriggers' | 'newTrigger' | 'deleteTrigger'>;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** This person's hourly triggers in this workbook; `getProjectTriggers` would give those of all their workbooks. */
function hourlyTriggers(scriptApp: ScriptApp, spreadsheet: Spreadsheet): GoogleAppsScript.Script.Trigger[] {
  return scriptApp
    .getUserTriggers(spreadsheet)
    .filter(trigger => trigger.getHandlerFunction() === 'runHourly');
}

/** Makes sure that exactly one hourly trigger runs; an add-on may have no more than one. */
export function turnOnTrigger(scriptApp: ScriptApp, spreadsheet: Spreadsheet): void {
  const [first, ...others] = hourlyTriggers(scriptApp, spreadsheet);
  for (const other of others) scriptApp.deleteTrigger(other);
  if (!first) scriptApp.newTrigger('runHourly').timeBased().everyHours(1).create();
}

/** Gives whether there was one. */
export function turnOffTrigger(scriptApp: ScriptApp, spreadsheet: Spreadsheet): boolean {
  const triggers = hourlyTriggers(scriptApp, spreadsheet);
  for (const trigger of triggers) scriptApp.deleteTrigger(trigger);
  return triggers.length > 0;
}
