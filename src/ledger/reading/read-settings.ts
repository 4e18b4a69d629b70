import {
  type ClientTerms,
  noticesChoices,
  overageChoices,
  type RateTier,
  roundPerChoices,
  type Settings,
} from '../settings';
import { settingsList } from '../settings-list';
import { type CalendarDate, isoDate } from '../units/calendar-date';
import { type Decimal, decimal, decimalNumber } from '../units/decimal';
import type { Currency } from '../units/money';
import { noTime, type Seconds, seconds, secondsOfHours } from '../units/seconds';
import { type Cell, cellProblem, isBlank, isProblem, type Problem } from './cell';
import { readHours } from './hours';
import type { IssueList } from './issue';
import { foldName } from './names';
import { type Parse, readRows, type TabCells } from './tab-cells';
import { readChoice, readCurrency, readDate, readDecimal, readShare, readText, readYesNo } from './values';

/** Reads Settings; a blank or senseless value leaves the default, and the latter is an issue. */
export function readSettings(cells: TabCells, clockToday: CalendarDate, issues: IssueList): Settings {
  const values = settingValues(cells, issues);
  const take = <T>(name: string, parse: Parse<T>, initial: T): T => {
    const found = values.get(foldName(name));
    const value = found ? parse(name, found.cell) : undefined;
    if (found && isProblem(value)) {
      const message = `${value.problem} Until then ${defaultText(name, clockToday)}.`;
      issues.all.push({ tab: 'Settings', row: found.row, message });
      return initial;
    }
    return value === undefined || isProblem(value) ? initial : value;
  };
  const terms = readTerms(take);
  for (const { name, list } of unusedChoices) take(name, choiceOf(list), undefined);
  take('Remind after (days)', countUpTo(3660), undefined);
  return {
    today: take('Today', readDate, clockToday),
    firmName: take('Firm name', readText, ''),
    officeManagerEmail: take('Office manager email', readText, ''),
    senderName: take('Sender name', readText, ''),
    replyTo: take('Reply to', readText, ''),
    paymentLink: take('Payment link', readText, ''),
    taxName: take('Tax name', readText, '') || 'Tax',
    terms,
    warnBeforeExpiry: take('Warn before expiry (days)', countUpTo(3660), 30),
    quietAfter: take('Quiet after (days)', countUpTo(36600), 90),
    sendHour: take('Send hour', countUpTo(23), 8),
    weekdaysOnly: take('Weekdays only', readYesNo, false),
    paceWeeks: take('Pace (weeks)', paceWeeks, 8),
    unpaidBlocks: take('Unpaid blocks', choiceOf(['use', 'wait'] as const), 'use'),
    rateCards: readRateCards(values, terms.currency, take),
  };
}

/** Settings that no rule reads yet; a senseless value is an issue all the same. */
const unusedChoices = settingsList.flatMap(({ name, list = [] }) =>
  name === 'Expired hours' || name === 'Cash side' ? [{ name, list }] : [],
);

type Take = <T>(name: string, parse: Parse<T>, initial: T) => T;

function readTerms(take: Take): ClientTerms {
  return {
    normalRate: take('Normal rate', readRate, decimal(100)),
    currency: take('Currency', readCurrency, 'USD' as Currency),
    tax: take('Tax (%)', readShare, decimal(0)),
    roundUpTo: take('Round up to (min)', readMinutes, noTime),
    minimum: take('Minimum (min)', readMinutes, noTime),
    roundPer: take('Round per', choiceOf(roundPerChoices), 'entry'),
    overage: take('Overage', choiceOf(overageChoices), 'next block'),
    warnAt: take('Warn at (h)', readThreshold, secondsOfHours(decimal(5))),
    warnAtShare: take('Warn at (%)', readShare, decimal(0.2)),
    notices: take('Notices', choiceOf(noticesChoices), 'Send'),
  };
}

interface Found {
  readonly name: string;
  readonly cell: Cell;
  readonly row: number;
}

function settingValues(cells: TabCells, issues: IssueList): Map<string, Found> {
  const values = new Map<string, Found>();
  readRows(cells, row => {
    const name = row.take('Setting', readText) ?? '';
    const key = foldName(name);
    const earlier = values.get(key);
    const value = row.cell('Value');
    if (!isKnown(key) && !row.broken()) {
      if (!isBlank(value)) row.note(unknownText(name));
    } else if (earlier)
      row.note(`"${name}" stands in row ${earlier.row} already, and that one holds. Delete this row.`);
    else values.set(key, { name, cell: value, row: row.number() });
    const { notes, failures } = row.problems();
    issues.all.push(...notes, ...failures);
  });
  return values;
}

const rateCardName = /^rate card ([a-z]{3})$/i;
const known = new Set(settingsList.map(({ name }) => foldName(name)));

function isKnown(key: string): boolean {
  return known.has(key) || rateCardName.test(key);
}

function unknownText(name: string): string {
  if (name === '')
    return 'Setting is blank, so the Value changes nothing. Type the setting, or clear the row.';
  return `"${name.slice(0, 40)}" is not a setting, so it changes nothing. Correct the name, or delete the row.`;
}

const mostRate = 1e9;

/** A rate an hour: a number that is not below zero. */
export function readRate(header: string, cell: Cell): Decimal | undefined | Problem {
  return readDecimalWhere(
    header,
    cell,
    rate => rate >= 0 && rate <= mostRate,
    'Type a number such as 100, not below zero.',
  );
}

/** Minutes, as seconds. */
export function readMinutes(header: string, cell: Cell): Seconds | undefined | Problem {
  const minutes = readDecimalWhere(
    header,
    cell,
    n => n >= 0 && n <= 1440,
    'Type minutes such as 15; 0 is none.',
  );
  if (minutes === undefined || isProblem(minutes)) return minutes;
  return seconds(Math.round(decimalNumber(minutes) * 60));
}

/** Hours that are not below zero. */
export function readThreshold(header: string, cell: Cell): Seconds | undefined | Problem {
  const time = readHours(header, cell);
  if (time === undefined || isProblem(time) || time >= 0) return time;
  return cellProblem(header, cell, 'Type hours such as 5; 0 is none.');
}

export function choiceOf<Choice extends string>(choices: readonly Choice[]): Parse<Choice> {
  return (header, cell) => readChoice(header, cell, choices);
}

function countUpTo(most: number): Parse<number> {
  return (header, cell) => {
    const sensible = (n: number) => Number.isInteger(n) && n >= 0 && n <= most;
    const count = readDecimalWhere(header, cell, sensible, `Type a whole number from 0 to ${most}.`);
    return count === undefined || isProblem(count) ? count : decimalNumber(count);
  };
}

const paceWeeks: Parse<number> = (header, cell) => {
  const weeks = countUpTo(520)(header, cell);
  return weeks === 0 ? cellProblem(header, cell, 'Type a number of weeks such as 8.') : weeks;
};

/** A number of which not every one makes sense. */
export function readDecimalWhere(
  header: string,
  cell: Cell,
  sensible: (value: number) => boolean,
  mend: string,
): Decimal | undefined | Problem {
  const value = readDecimal(header, cell);
  if (value === undefined || isProblem(value)) return value;
  return sensible(decimalNumber(value)) ? value : cellProblem(header, cell, mend);
}

const firstTiers = String(settingsList.find(({ name }) => name === 'Rate card')?.initial);

/** `Rate card` is for the currency of Settings, `Rate card EUR` for euros. */
function readRateCards(
  values: ReadonlyMap<string, Found>,
  own: Currency,
  take: Take,
): Map<Currency, readonly RateTier[]> {
  const cards = new Map<Currency, readonly RateTier[]>();
  cards.set(own, take('Rate card', readRateCard, readRateCard('', firstTiers) as RateTier[]));
  for (const { name } of values.values()) {
    const currency = rateCardName.exec(name)?.[1]?.toUpperCase();
    if (currency) cards.set(currency as Currency, take(name, readRateCard, []));
  }
  return cards;
}

/** `10 h: 5, 20 h: 10`: from 10 hours on 5 off an hour; small to large. */
function readRateCard(header: string, cell: Cell): RateTier[] | undefined | Problem {
  if (isBlank(cell)) return undefined;
  const text = String(cell).trim();
  if (text === '0') return [];
  const parts = text.length > 500 ? [''] : text.split(/[,;]\s+|;/);
  const tiers = parts.map(part => {
    const match = /^\s*([\d.,]{1,12})\s*h\s*:\s*([\d.,]{1,12})\s*$/i.exec(part);
    const [hours, discount] = [readHours(header, match?.[1] ?? ''), readRate(header, match?.[2] ?? '')];
    if (hours === undefined || discount === undefined || isProblem(hours) || isProblem(discount))
      return undefined;
    return { hours, discount };
  });
  const good = tiers.filter((tier): tier is RateTier => tier !== undefined);
  if (good.length < tiers.length) return cellProblem(header, cell, `Type it as ${firstTiers}.`);
  return good.sort((a, b) => a.hours - b.hours);
}

/** What holds in place of a senseless value, as a person would type it. */
function defaultText(name: string, clockToday: CalendarDate): string {
  if (name === 'Today') return `${isoDate(clockToday)} holds`;
  const spec = settingsList.find(each => each.name === name);
  if (!spec) return 'no discount holds';
  if (spec.initial === '') return 'it counts as blank';
  return `${spec.format.endsWith('%') ? `${Number(spec.initial) * 100} %` : spec.initial} holds`;
}
