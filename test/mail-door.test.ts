import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { Mail } from '../src/workbook/ports';
import type { Outbox } from '../src/workbook/send-once';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'));
const filesWith = (words: RegExp) => files.filter(file => words.test(readFileSync(src + file, 'utf8')));

it('lets a mail out at one place only', () => {
  expect(filesWith(/\boutbox\s*\.\s*send\b|\bas ReleasedMail\b/)).toEqual(['workflows/send-once.ts']);
  expect(filesWith(/\bsendEmail\(/)).toEqual(['google/mail.ts']);
  expect(filesWith(/\bcreateOutbox\(MailApp\)/)).toEqual(['entry/services.ts']);
  expect(filesWith(/\bGmailApp\b/)).toEqual([]);
});

it('takes no mail that was not released', () => {
  const send = (outbox: Outbox, mail: Mail) => {
    // @ts-expect-error A mail must pass the guard first.
    outbox.send(mail);
  };
  expect(send).toBeTypeOf('function');
});
