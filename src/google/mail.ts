import type { Outbox } from '../workbook/send-once';

type MailApp = GoogleAppsScript.Mail.MailApp;
type Message = GoogleAppsScript.Mail.MailAdvancedParameters;

/** What plainly says that a mail did not leave; whatever else Google says, it may have left. */
const refusals =
  /too many times|limit exceeded|invalid (email|argument)|no recipient|permission|authorization|argument too large/i;

/** Mail leaves from the Gmail of whoever runs the add-on; MailApp asks for no right to read the mailbox. */
export function createOutbox(mailApp: Pick<MailApp, 'getRemainingDailyQuota' | 'sendEmail'>): Outbox {
  return {
    remaining: () => mailApp.getRemainingDailyQuota(),
    send: mail => {
      const given = Object.entries(mail).filter(([, value]) => value);
      mailApp.sendEmail(Object.fromEntries(given) as Message);
    },
    meaningOf: error => {
      if (/too many times for one day|limit exceeded/i.test(String(error))) return 'no quota';
      return refusals.test(String(error)) ? 'refused' : 'unclear';
    },
  };
}
