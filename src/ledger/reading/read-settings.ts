import type { IssueList } from '../model/issue';
import { cashSides, type RateTier, type Settings, weekdays } from '../model/settings';
import { type Cell, cellText, isBlank, isProblem, type Parse, parser, quoted } from '../sheet/cell';
import { type SettingSpec, settingsList } from '../sheet/settings-list';
import type { TabCells } from '../sheet/tab-cells';
import { type CalendarDate, isoDate } from '../units/calendar-date';
import { decimalNumber } from '../units/decimal';
import { addTo } from '../units/groups';
import { type Currency, currencyOf } from '../units/money';
import { foldName } from '../units/names';
import { linkProblem } from '../words/payment-link';
import { isAddress } from './address';
import { readHours } from './hours';
import { isBooked } from './missing-inputs';
import { accountInCurrency, readAccounts, readAccountsIn } from './read-accounts';
import { readDaysOff } from './read-days-off';
import { noteTwin, readRows } from './rows';
import { readRate, readTerms } from './terms';
import { choiceOf, readDate, readText, readYesNo, type Take, upTo } from './values';

/** Reads Settings; a blank or senseless value leaves the default, and the latter is an issue. */
export function readSettings(cells: TabCells, clockToday: CalendarDate, issues: IssueList): Settings {
  const typed = readTyped(cells, issues);
  const take = settingTaker(typed, clockToday, issues);
  const terms = readTerms(take, {});
  return {
    today: take('Today', readDate),
    firmName: take('Firm name', readText),
    firmAddress: take('Firm address', readText),
    firmTaxId: take('Firm tax id', readText),
    paymentTerms: take('Payment terms (days)', readDays),
    officeManagerEmail: take('Office manager email', readAddresses) || '',
    senderName: take('Sender name', readText),
    replyTo: take('Reply to', readAddress) || '',
    paymentLink: take('Payment link', readPaymentLink) || '',
    taxName: take('Tax name', readText) || 'Tax',
    terms,
    warnBeforeExpiry: take('Warn before expiry (days)', readDays),
    warnBeforeRunOut: take('Warn days before run-out', readDays),
    remindAfter: take('Remind after (days)', readDays),
    quietAfter: take('Quiet after (days)', readDays),
    sendHour: take('Send hour', wholeNumber(0, 23)),
    weekdaysOnly: take('Weekdays only', readYesNo),
    daysOff: take('Days off', readDaysOff),
    thankYou: take('Thank-you mail', readYesNo),
    paymentReminders: take('Payment reminders', readYesNo),
    monthlyStatement: take('Monthly statement', readYesNo),
    dailyDigest: take('Daily digest', readYesNo),
    weeklyMail: take('Weekly mail', readYesNo),
    weeklyMailOn: take('Weekly mail on', choiceOf(weekdays)),
    paceWeeks: take('Pace (weeks)', wholeNumber(1, 520)),
    unpaidBlocks: take('Unpaid blocks', choiceOf(['use', 'wait'] as const)),
    expiredHours: take('Expired hours', choiceOf(['keep', 'breakage'] as const)),
    cashSide: take('Cash side', choiceOf(cashSides)),
    accrueOverage: take('Accrue overage', readYesNo),
    accounts: readAccounts(take),
    accountsIn: readAccountsIn(names(typed), take),
    xeroTaxRate: take('Xero tax rate', readText) || 'Tax Exempt',
    salesTaxRate: take('Sales tax rate', readText),
    clientPage: take('Client page address', readPageAddress) || '',
    formTab: take('Form responses tab', readText),
    rateCards: readRateCards(typed, terms.currency, take),
  };
}

const readDays = wholeNumber(0, 36600);

const readAddress = parser('Type one mail address, such as office@firm.com.', cell => {
  const text = cellText(cell);
  return text === '' || isAddress(text) ? text : undefined;
});
/** Google takes several with commas between them. */
const readAddresses = parser('Type a mail address, such as office@firm.com.', cell => {
  const text = cellText(cell);
  return text === '' || text.split(',').every(each => isAddress(each.trim())) ? text : undefined;
});

const readPageAddress = parser('Type the address of the web app, as Deploy shows it.', cell => {
  const text = cellText(cell);
  // With a client's key behind it a mail must still hold it.
  return text === '' || /^https:\/\/[^\s?#]{1,150}$/.test(text) ? text : undefined;
});

const readPaymentLink: Parse<string> = (_, cell) => {
  const text = cellText(cell);
  const problem = linkProblem(text);
  return problem ? { problem } : text;
};

function wholeNumber(least: number, most: number): Parse<number> {
  return upTo(most, `Type a whole number from ${least} to ${most}.`, value => {
    const count = decimalNumber(value);
    return Number.isInteger(count) && count >= least ? count : undefined;
  });
}

interface SettingCell {
  readonly name: string;
  readonly cell: Cell;
  readonly row: number;
}

const rateCardName = /^rate card ([a-z]{3})$/i;
const specs = new Map(settingsList.map(spec => [foldName(spec.name), spec]));

/** A rate card of another currency begins with no discount, and an account of one is that of all. */
function specOf(name: string): SettingSpec {
  const general = accountInCurrency(name)?.setting ?? name;
  return specs.get(foldName(general)) || { name, initial: 0, format: '' };
}

function names(typed: ReadonlyMap<string, SettingCell>): readonly string[] {
  return [...typed.values()].map(({ name }) => name);
}

/** By folded name; of two rows of one setting the first counts. */
function readTyped(cells: TabCells, issues: IssueList): Map<string, SettingCell> {
  const typed = new Map<string, SettingCell>();
  readRows(cells, issues, row => {
    const name = row.take('Setting', readText);
    if (name === undefined) return;
    const [key, cell] = [foldName(name), row.cell('Value')];
    const earlier = typed.get(key);
    if (earlier) noteTwin(row, name, earlier.row);
    else if (specs.has(key) || rateCardName.test(key) || accountInCurrency(name))
      typed.set(key, { name, cell, row: row.number });
    else if (!isBlank(cell)) {
      row.note(
        `Setting ${quoted(name)} is not known, so it changes nothing. Correct the name, or delete the row.`,
      );
    }
  });
  return typed;
}

/** A blank value leaves the default, and so does a senseless one, which is an issue. */
function settingTaker(
  typed: ReadonlyMap<string, SettingCell>,
  clockToday: CalendarDate,
  issues: IssueList,
): Take {
  return <T>(name: string, parse: Parse<T>) => {
    const { initial, format } = specOf(name);
    const found = typed.get(foldName(name));
    const value = found && parse(name, found.cell);
    const otherwise = name === 'Today' ? isoDate(clockToday) : initial;
    if (found && isProblem(value)) {
      const shown = format.endsWith('%') ? `${Number(initial) * 100} %` : otherwise;
      const message = `${value.problem} Until then ${shown === '' ? 'nothing' : shown} holds.`;
      const issue = { tab: 'Settings', row: found.row, message } as const;
      issues.all.push(issue);
      if (issues.unbooked && isBooked(accountInCurrency(name)?.setting ?? name))
        addTo(issues.unbooked, '', issue);
    }
    return value === undefined || isProblem(value) ? (parse(name, otherwise) as T) : value;
  };
}

/** `Rate card` is for the currency of Settings, `Rate card EUR` for euros. */
function readRateCards(
  typed: ReadonlyMap<string, SettingCell>,
  own: Currency,
  take: Take,
): Map<Currency, readonly RateTier[]> {
  const cards = new Map([[own, take('Rate card', readRateCard)]]);
  for (const { name } of typed.values()) {
    const [, code = ''] = rateCardName.exec(name) || [];
    const currency = currencyOf(code.toUpperCase());
    if (currency) cards.set(currency, take(name, readRateCard));
  }
  return cards;
}

/** `10 h: 5, 20 h: 10`: from 10 hours on 5 off an hour; small to large. */
const readRateCard = parser(`Type it as ${specOf('Rate card').initial}.`, cell => {
  const text = cellText(cell);
  if (text === '0') return [];
  const parts = text.split(/[,;]\s+|;/);
  const tiers = parts.flatMap(readTier).sort((a, b) => a.hours - b.hours);
  return tiers.length === parts.length ? tiers : undefined;
});

function readTier(text: string): RateTier[] {
  const [, first = '', second = ''] = /^\s*([\d.,]{1,12})\s*h\s*:\s*([\d.,]{1,12})\s*$/i.exec(text) || [];
  const [hours, discount] = [readHours('', first), readRate('', second)];
  return typeof hours === 'number' && discount && !isProblem(discount) ? [{ hours, discount }] : [];
}
