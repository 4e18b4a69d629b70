/** Mails as files, read back by a mail parser that is not ours. */

import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { composeEml } from '../../../workbench/services/eml';
import type { Mail } from '../../../workbench/services/mail-app';

const mail: Mail = {
  to: ['Zoë Größe <a@acme.example>', 'b@acme.example'],
  cc: ['"Pat, the boss" <c@acme.example>'],
  subject: `Größe: 6 h of 20 h left — ${'a very long client name '.repeat(6)}🙂`,
  text: `Hällo,\n\n${'long line '.repeat(300)}\n.\n-- \nBye`,
  html: '<p>Hällo</p>\n<p>6 h</p>',
  name: 'Blöcks "and" Co',
  replyTo: 'r@acme.example,s@acme.example',
  at: Date.UTC(2026, 10, 23, 7),
  sender: 'office@example.com',
  attachments: [],
};
const lf = (text = '') => text.replace(/\r\n/g, '\n').trimEnd();
const read = (given: Partial<Mail>) => PostalMime.parse(composeEml({ ...mail, ...given }));

describe('a mail as a file', () => {
  it('says everything that the mail says', async () => {
    const parsed = await read({});
    expect(parsed.from).toMatchObject({ name: mail.name, address: mail.sender });
    expect(parsed.to).toMatchObject([
      { name: 'Zoë Größe', address: 'a@acme.example' },
      { name: '', address: 'b@acme.example' },
    ]);
    expect(parsed.cc).toMatchObject([{ name: 'Pat, the boss', address: 'c@acme.example' }]);
    expect(parsed.replyTo?.map(({ address }) => address)).toEqual(['r@acme.example', 's@acme.example']);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.date).toBe('2026-11-23T07:00:00.000Z');
    expect(lf(parsed.text)).toBe(mail.text);
    expect(lf(parsed.html)).toBe(mail.html);
  });

  it('carries files, byte for byte and under their names', async () => {
    const bytes = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) % 256);
    const name = "Statement Größe (1)'s.pdf";
    const parsed = await read({ attachments: [{ name, type: 'application/pdf', bytes }] });
    const [file] = parsed.attachments;
    expect([file?.filename, file?.mimeType]).toEqual([name, 'application/pdf']);
    expect(new Uint8Array(file?.content as ArrayBuffer)).toEqual(bytes);
    expect([lf(parsed.text), lf(parsed.html)]).toEqual([mail.text, mail.html]);
  });

  it('has one part where there is no HTML', async () => {
    const parsed = await read({ html: '', cc: [], replyTo: '' });
    expect(lf(parsed.text)).toBe(mail.text);
    expect(parsed.html).toBeUndefined();
    expect(parsed.cc ?? []).toEqual([]);
  });

  it('has lines of ASCII that every mail server takes', () => {
    const many = Array.from({ length: 50 }, (_, index) => `Person ${index} <person${index}@acme.example>`);
    const lines = composeEml({ ...mail, to: many }).split('\r\n');
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(78);
    expect(lines.every(line => /^[\x20-\x7e]*$/.test(line))).toBe(true);
  });

  it.each(['=?UTF-8?B?QQ==?=', 'plain', 'two  spaces', '<script>'])('keeps the subject %s', async subject => {
    expect((await read({ subject })).subject).toBe(subject);
  });
});
