import type { Outbox } from '../workflows/send-batch';

type MailApp = Pick<GoogleAppsScript.Mail.MailApp, 'getRemainingDailyQuota' | 'sendEmail'>;

/** Mail leaves from the Gmail of whoever runs the add-on; MailApp asks for no right to read the mailbox. */
export function createOutbox(mailApp: MailApp): Outbox {
  return {
    remaining: () => mailApp.getRemainingDailyQuota(),
    send: ({ to, cc, subject, text, html, senderName, replyTo }) => {
      const optional = Object.entries({ cc, htmlBody: html, name: senderName, replyTo });
      const given = Object.fromEntries(optional.filter(([, value]) => value));
      mailApp.sendEmail({ to, subject, body: text, ...given });
    },
    isOutOfQuota: error => /too many times for one day|limit exceeded/i.test(String(error)),
  };
}
