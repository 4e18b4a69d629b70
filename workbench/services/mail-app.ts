/** `MailApp`: mails go to an outbox; addresses, sizes and the daily number of recipients are checked as Google does. */

import { BlobService } from './blob';
import { byteLength } from './bytes';
import type { ActiveRun } from './execution';
import { type Emulates, own } from './expose';

type Google = GoogleAppsScript.Mail.MailApp;

interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly name: string;
  readonly replyTo: string;
  readonly attachments: readonly Attachment[];
  /** When it was sent, in milliseconds since 1970. */
  readonly at: number;
  readonly sender: string;
}

export interface MailQuota {
  /** The quota is whole again 24 hours after the first mail that took from it. */
  readonly since: number;
  readonly recipients: number;
}

const day = 86_400_000;
const mostAttached = 25 * 1024 * 1024;
const known = ['to', 'cc', 'subject', 'body', 'htmlBody', 'name', 'replyTo', 'attachments'];

export class MailAppService implements Emulates<Google, MailAppService> {
  constructor(private readonly run: ActiveRun) {}

  getRemainingDailyQuota(): number {
    return this.run.world.mailQuota.limit - this.used().recipients;
  }

  sendEmail(given: unknown): void {
    const message = given as Record<string, unknown>;
    for (const key of Object.keys(message)) {
      if (!known.includes(key)) throw new Error(`Not emulated: MailApp.sendEmail with ${key}`);
    }
    const mail = this.composed(message);
    const recipients = mail.to.length + mail.cc.length;
    if (recipients === 0) throw new Error('Failed to send email: no recipient');
    if (recipients > 50) throw new Error('Limit Exceeded: Email Recipients Per Message.');
    if (Math.max(byteLength(mail.text), byteLength(mail.html)) > 200 * 1024) {
      throw new Error('Limit Exceeded: Email Body Size.');
    }
    if (mail.attachments.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostAttached) {
      throw new Error('Limit Exceeded: Email Total Attachments Size.');
    }
    if (recipients > this.getRemainingDailyQuota()) {
      throw new Error('Service invoked too many times for one day: email.');
    }
    const { world } = this.run;
    const { since, recipients: before } = this.used();
    world.mailQuota.used.set(world.user, { since, recipients: before + recipients });
    world.outbox.push(mail);
  }

  private composed(message: Record<string, unknown>): Mail {
    const header = (key: string) => {
      const text = String(message[key] ?? '');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a header must not hold.
      if (/[\x00-\x1f\x7f\u2028\u2029]/.test(text)) throw new Error(`Invalid argument: ${key}`);
      return text;
    };
    return {
      to: addresses(header('to')),
      cc: addresses(header('cc')),
      subject: header('subject'),
      text: String(message.body ?? ''),
      html: String(message.htmlBody ?? ''),
      name: header('name'),
      replyTo: addresses(header('replyTo')).join(','),
      attachments: attachmentsOf(message.attachments),
      at: this.run.world.clock.now(),
      sender: this.run.world.user,
    };
  }

  private used(): MailQuota {
    const { clock, mailQuota, user } = this.run.world;
    const used = mailQuota.used.get(user);
    return used && clock.now() < used.since + day ? used : { since: clock.now(), recipients: 0 };
  }
}

function attachmentsOf(given: unknown): Attachment[] {
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw new Error('Invalid argument: attachments');
  return given.map(each => {
    const blob = own<BlobService>(each);
    if (!(blob instanceof BlobService)) throw new Error('Invalid argument: attachments');
    return { name: blob.name, type: blob.type, bytes: blob.bytes };
  });
}

/** One malformed address refuses the whole message. */
function addresses(list: string): string[] {
  const found = list.split(',').map(each => each.trim());
  return found
    .filter(each => each !== '')
    .map(each => {
      const bare = /^[^<>]*<([^<>]+)>$/.exec(each)?.[1] ?? each;
      const valid =
        /^[^\s@<>,;:"()[\]\\]+@[^\s@.,;<>]+(\.[^\s@.,;<>]+)+$/.test(bare) && !/^\.|\.\.|\.@/.test(bare);
      if (!valid) throw new Error(`Invalid email: ${each}`);
      return each;
    });
}
