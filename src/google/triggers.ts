type ScriptApp = Pick<GoogleAppsScript.Script.ScriptApp, 'getUserTriggers' | 'newTrigger' | 'deleteTrigger'>;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** This person's hourly triggers in this workbook; `getProjectTriggers` would give those of all their workbooks. */
function hourlyTriggers(scriptApp: ScriptApp, spreadsheet: Spreadsheet): GoogleAppsScript.Script.Trigger[] {
  return scriptApp
    .getUserTriggers(spreadsheet)
    .filter(trigger => trigger.getHandlerFunction() === 'runHourly');
}

/** Makes sure that exactly one hourly trigger runs, and gives its id; an add-on may have no more than one. */
export function turnOnTrigger(scriptApp: ScriptApp, spreadsheet: Spreadsheet): string {
  const [first, ...others] = hourlyTriggers(scriptApp, spreadsheet);
  for (const other of others) scriptApp.deleteTrigger(other);
  const trigger = first || scriptApp.newTrigger('runHourly').timeBased().everyHours(1).create();
  return trigger.getUniqueId();
}

/** Gives whether there was one. */
export function turnOffTrigger(scriptApp: ScriptApp, spreadsheet: Spreadsheet): boolean {
  const triggers = hourlyTriggers(scriptApp, spreadsheet);
  for (const trigger of triggers) scriptApp.deleteTrigger(trigger);
  return triggers.length > 0;
}

/** The ids of this person's triggers here. */
export function ownTriggers(scriptApp: ScriptApp, spreadsheet: Spreadsheet): readonly string[] {
  return hourlyTriggers(scriptApp, spreadsheet).map(trigger => trigger.getUniqueId());
}

/** Whether Google asks this person to allow the add-on anew; a run would stop at its first service then. */
export function needsPermission(
  scriptApp: Pick<
    GoogleAppsScript.Script.ScriptApp,
    'getAuthorizationInfo' | 'AuthMode' | 'AuthorizationStatus'
  >,
): boolean {
  const info = scriptApp.getAuthorizationInfo(scriptApp.AuthMode.FULL);
  return info.getAuthorizationStatus() === scriptApp.AuthorizationStatus.REQUIRED;
}
