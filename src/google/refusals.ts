/** What Google's refusals mean, in words for the person at the menu; anything else in its own words. */
export function explainRefusal(error: unknown): string {
  const { message } = error as Error;
  if (/too many time-based triggers/i.test(message)) {
    return 'Google allows one timer for each person and workbook, and another one is in the way. Turn off daily notices, then turn them on again.';
  }
  if (/do not have permission|authorization is required|access denied/i.test(message)) {
    return `Google has not been given the permission that this needs. Open Extensions > Apps Script, run any function there and allow all that is asked for; then try again.\n\nGoogle says: ${message}`;
  }
  if (/too many times for one day/i.test(message)) {
    return 'The mails that Google allows you in a day are used up. What waits goes out tomorrow.';
  }
  return message;
}
