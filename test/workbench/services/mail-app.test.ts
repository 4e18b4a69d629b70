/** Mails: the outbox, the checks and the daily number of recipients. */

import { describe, expect, it } from 'vitest';
import { composeEml } from '../../../workbench/services/eml';
import { bare, openSmall } from './small-bundle';

const send =
  "MailApp.sendEmail(Object.assign({ to: 'a@acme.com', subject: 'Hours', body: 'Hello' }, argument));";

describe('a mail', () => {
  it('goes to the outbox with everything it says', async () => {
    const workbook = await openSmall({ now: '2026-11-23T07:00' });
    await bare(workbook, send, {
      to: 'A <a@acme.com>, b@acme.com',
      cc: 'c@acme.com',
      htmlBody: '<p>Hällo</p>',
      name: 'Blocks & Co',
      replyTo: 'r@acme.com',
    });
    await bare(workbook, "MailApp.sendEmail({ to: 'd@acme.com', subject: 'Short', body: 'Text' });");

    expect(workbook.outbox).toMatchObject([
      {
        to: ['A <a@acme.com>', 'b@acme.com'],
        cc: ['c@acme.com'],
        html: '<p>Hällo</p>',
        name: 'Blocks & Co',
        replyTo: 'r@acme.com',
        at: Date.UTC(2026, 10, 23, 7) + 100,
      },
      { to: ['d@acme.com'], subject: 'Short', text: 'Text', html: '' },
    ]);
    const eml = composeEml(workbook.outbox[0] as never);
    expect(eml).toMatch('Subject: Hours');
    expect(eml).toMatch(/To: "?A"? <a@acme\.com>, b@acme\.com/);
    expect(eml).toMatch('Date: Mon, 23 Nov 2026 07:00:00');
  });

  it.each(['acme', 'a@acme.com.', 'a@@acme.com', 'a b@acme.com', 'a@acme', 'ok@acme.com, bad@'])(
    'to %s is refused whole',
    async to => {
      const workbook = await openSmall();
      await expect(bare(workbook, send, { to })).rejects.toThrow('Invalid email: ');
      expect(workbook.outbox).toEqual([]);
    },
  );

  it('takes no line break in a header, and no body above 200 KB', async () => {
    const workbook = await openSmall();
    await expect(bare(workbook, send, { subject: 'a\nBcc: x@y.z' })).rejects.toThrow(
      'Invalid argument: subject',
    );
    await expect(bare(workbook, send, { name: 'a\r\nb' })).rejects.toThrow('Invalid argument: name');
    await expect(bare(workbook, send, { htmlBody: 'x'.repeat(200 * 1024 + 1) })).rejects.toThrow(
      'Limit Exceeded: Email Body Size.',
    );
    await expect(bare(workbook, send, { to: '' })).rejects.toThrow('no recipient');
    await expect(bare(workbook, send, { from: 'x@y.z' })).rejects.toThrow(
      'Not emulated: MailApp.sendEmail with from',
    );
  });
});

describe('an attachment', () => {
  const attach = (given: string) =>
    `MailApp.sendEmail({ to: 'a@acme.com', subject: 'Hours', body: 'Hello', attachments: ${given} });`;

  it('is kept with the mail and written into its .eml', async () => {
    const workbook = await openSmall();
    await bare(workbook, attach("[Utilities.newBlob('<p>Hä</p>', 'text/html', 'Statement.html')]"));
    expect(workbook.outbox[0]?.attachments).toMatchObject([{ name: 'Statement.html', type: 'text/html' }]);
    const eml = String(await composeEml(workbook.outbox[0] as never));
    expect(eml).toMatch(/Content-Type: text\/html\r\nContent-Disposition: attachment; .*Statement\.html/);
  });

  it('is a blob and nothing else, and no more than 25 MB', async () => {
    const workbook = await openSmall();
    for (const given of ["'x'", "['x']", '[{}]'])
      await expect(bare(workbook, attach(given))).rejects.toThrow('Invalid argument: attachments');
    const large = "[Utilities.newBlob('x'.repeat(13e6)), Utilities.newBlob('x'.repeat(14e6))]";
    await expect(bare(workbook, attach(large))).rejects.toThrow(
      'Limit Exceeded: Email Total Attachments Size.',
    );
    expect(workbook.outbox).toEqual([]);
  });
});

describe('the daily quota', () => {
  it('counts recipients, fails a mail whole, and is whole again after 24 hours', async () => {
    const workbook = await openSmall({ mailQuota: 5, now: '2026-11-23T07:00' });
    const left = () => bare(workbook, 'return MailApp.getRemainingDailyQuota();');
    await bare(workbook, send, { cc: 'b@acme.com, c@acme.com' });
    expect(await left()).toBe(2);
    await expect(bare(workbook, send, { cc: 'b@acme.com, c@acme.com' })).rejects.toThrow(
      'Service invoked too many times for one day: email.',
    );
    expect(await left()).toBe(2);
    await workbook.advanceTo('2026-11-24T06:59');
    expect(await left()).toBe(2);
    await workbook.advanceTo('2026-11-24T07:00');
    expect(await left()).toBe(5);
  });

  it('belongs to the user', async () => {
    const workbook = await openSmall({ mailQuota: 5 });
    await bare(workbook, send, {});
    workbook.world.user = 'second@example.com';
    expect(await bare(workbook, 'return MailApp.getRemainingDailyQuota();')).toBe(5);
  });
});
