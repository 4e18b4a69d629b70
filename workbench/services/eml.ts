/** Writes a mail of the outbox as an .eml file, which any mail program opens. */

import MailComposer from 'nodemailer/lib/mail-composer';
import type { Mail } from './mail-app';

export function composeEml(mail: Mail): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: mail.name, address: mail.sender },
    to: [...mail.to],
    cc: [...mail.cc],
    subject: mail.subject,
    text: mail.text,
    ...(mail.html ? { html: mail.html } : {}),
    ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
    attachments: (mail.attachments ?? []).map(({ name, type, bytes }) => ({
      filename: name,
      contentType: type,
      content: Buffer.from(bytes),
    })),
    date: new Date(mail.at),
  });
  return composer.compile().build();
}
