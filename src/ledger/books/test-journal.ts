import { accountSettings } from '../model/accounts';
import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { JournalLine } from '../model/journal-line';
import { type ClientTerms, cashSides, type Settings } from '../model/settings';
import { ordinaryWork } from '../model/time-entry';
import { readAccount } from '../reading/read-accounts';
import { choiceOf, readShare, readText } from '../reading/values';
import { settleClient } from '../rules/settle';
import { type Cell, isProblem, type Parse, type Problem } from '../sheet/cell';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import { priceOf, taxOn } from '../units/money';
import { firstDay, lastDay, type Month } from '../units/month';
import { seconds, secondsPerHour } from '../units/seconds';
import { clientBooks } from './client-books';
import { createMonthSums } from './month-sums';

/** The settings that the books depend on; each is a field of *Set up accounts*, under its own name. */
export const bookSettings: readonly string[] = [
  'Cash side',
  'Expired hours',
  'Tax (%)',
  'Tax name',
  'Xero tax rate',
  ...accountSettings.map(({ name }) => name),
];

export type TypedAccounts = Readonly<Record<string, string>>;

/** What *Set up accounts* opens with. */
export interface AccountsForm {
  readonly typed: TypedAccounts;
  /** For the test journal. */
  readonly terms: ClientTerms;
  /** Months whose lines keep the codes that they have. */
  readonly closed: number;
}

export interface SettingProblem {
  readonly setting: string;
  readonly message: string;
}

export type BookRules = Pick<
  Settings,
  'cashSide' | 'expiredHours' | 'accounts' | 'xeroTaxRate' | 'taxName'
> & {
  readonly tax: ClientTerms['tax'];
};

/** Reads the fields by the same rules as Settings; what cannot be read is told beside its field. */
export function readBookRules(typed: TypedAccounts): BookRules | readonly SettingProblem[] {
  const problems: SettingProblem[] = [];
  const take = <T>(setting: string, parse: Parse<T>): T => {
    const cell: Cell = typed[setting] ?? '';
    const value: T | undefined | Problem = parse(setting, cell);
    if (value !== undefined && !isProblem(value)) return value;
    const message = isProblem(value) ? value.problem : 'This cannot be blank.';
    problems.push({ setting, message });
    return undefined as T;
  };
  const rules = {
    cashSide: take('Cash side', choiceOf(cashSides)),
    expiredHours: take('Expired hours', choiceOf(['keep', 'breakage'] as const)),
    tax: take('Tax (%)', readShare),
    taxName: take('Tax name', readText),
    xeroTaxRate: take('Xero tax rate', readText),
    accounts: Object.fromEntries(accountSettings.map(({ role, name }) => [role, take(name, readAccount)])),
  };
  return problems.length > 0 ? problems : (rules as BookRules);
}

export function isBookRules(read: BookRules | readonly SettingProblem[]): read is BookRules {
  return !Array.isArray(read);
}

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
