import type { Outbox } from '../workbook/ports';

type MailApp = GoogleAppsScript.Mail.MailApp;
type Message = GoogleAppsScript.Mail.MailAdvancedParameters;

/** Mail leaves from the Gmail of whoever runs the add-on; MailApp asks for no right to read the mailbox. */
export function createOutbox(mailApp: Pick<MailApp, 'getRemainingDailyQuota' | 'sendEmail'>): Outbox {
  return {
    remaining: () => mailApp.getRemainingDailyQuota(),
    send: mail => {
      const given = Object.entries(mail).filter(([, value]) => value);
      mailApp.sendEmail(Object.fromEntries(given) as Message);
    },
    isOutOfQuota: error => /too many times for one day|limit exceeded/i.test(String(error)),
  };
}
