import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { JournalLine } from '../model/journal-line';
import type { ClientTerms } from '../model/settings';
import { ordinaryWork } from '../model/time-entry';
import { settleClient } from '../rules/settle';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { priceOf, taxOn } from '../units/money';
import { firstDay, lastDay, type Month } from '../units/month';
import { seconds, secondsPerHour } from '../units/seconds';
import type { BookRules } from './accounts-form';
import { clientBooks } from './client-books';
import { createMonthSums } from './month-sums';

const example = '2026-01' as Month;
const hours = (count: number) => seconds(count * secondsPerHour);

/** The journal of an example: 20 hours at ten off the hour, paid within the month, of which 6.5 are worked. */
export function testJournal(rules: BookRules, terms: ClientTerms): readonly JournalLine[] {
  const ownTerms = { ...terms, tax: rules.tax };
  const client: Client = {
    key: 'example',
    name: 'Example',
    row: 2,
    active: true,
    contact: '',
    email: '',
    copyTo: '',
    language: 'en',
    terms: ownTerms,
  };
  const date = firstDay(example);
  const blocks = [exampleBlock(ownTerms, date)];
  const work = { row: 2, clientKey: 'example', date: addDays(date, 14), start: -1, worked: hours(6.5) };
  const entries = [{ ...work, typedCharge: hours(6.5), workType: ordinaryWork, what: '' }];
  const settings = { unpaidBlocks: 'use', expiredHours: rules.expiredHours } as const;
  const sums = createMonthSums(rules);
  const post = clientBooks(client, blocks, settings, sums.write);
  settleClient(client, { blocks, entries }, settings, lastDay(example), { post });
  post.payUntil(lastDay(example));
  return sums.lines().get(example) || [];
}

function exampleBlock({ normalRate, currency, tax }: ClientTerms, date: CalendarDate): Block {
  const price = priceOf(hours(20), normalRate, decimal(10), currency);
  return {
    number: 'B-0001',
    order: 1,
    row: 2,
    clientKey: 'example',
    date,
    hours: hours(20),
    kind: 'Purchase',
    normalRate,
    price,
    tax: taxOn(price, tax),
    currency,
    starts: undefined,
    expires: undefined,
    paidOn: date,
    reference: '',
  };
}
