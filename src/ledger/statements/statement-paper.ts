import { figure, type Paper, type PaperTable, words as text } from '../papers/paper';
import { burnDownPicture, pointsFrom } from '../pictures/burn-down';
import type { Drawing } from '../pictures/picture';
import { negative, plus } from '../units/amounts';
import { type CalendarDate, earlier, later } from '../units/calendar-date';
import type { LocalText } from '../units/local-text';
import type { Currency, MinorUnits } from '../units/money';
import type { Seconds } from '../units/seconds';
import { wordsOf } from '../words/languages';
import { paperText } from '../words/local-text';
import type { PaperWords } from '../words/paper-words';
import type { InvoicedBlock } from './period-account';
import { hoursIn, type ShowHours } from './shown-hours';
import type { Statement } from './statement';
import { termLines } from './term-words';

/** With what a statement is told in its language. */
interface Tongue {
  readonly words: PaperWords;
  readonly local: LocalText;
  readonly show: ShowHours;
}

function tongueOf(statement: Statement): Tongue {
  const language = statement.language ?? 'en';
  return { words: wordsOf(language).papers, local: paperText(language), show: hoursIn(statement) };
}

/** Its period in words; it ends with the day on which it is made. */
export function periodOf(statement: Statement): string {
  const { words, local } = tongueOf(statement);
  const to = statement.language === undefined ? statement.to : lastToldDay(statement);
  return words.days(local.date(statement.from), local.date(later(statement.from, to)));
}

/** The statement as its client reads it; the same content always gives the same paper. */
export function statementPaper(statement: Statement): Paper {
  const { number, client, contact, firm, letterhead = [], address = [] } = statement;
  const { hours, issuedOn, movements, care, repeating = [], isPictured, language = 'en' } = statement;
  const tongue = tongueOf(statement);
  const { words, local } = tongue;
  const { every } = wordsOf(language).agreement;
  const tables = [accountTable, invoicedTable, movementTable].map(each => each(statement, tongue));
  return {
    title: `${words.statement} ${number}`.trim(),
    language,
    colon: words.colon,
    firm,
    letterhead,
    to: [client, contact, ...address].filter(line => line !== ''),
    facts: [
      [words.period, periodOf(statement)],
      [words.issued, number ? local.date(issuedOn) : words.notYet],
    ],
    remarks: remarksOf(statement, words),
    headline: headlineOf(hours.closing, local.date(saidOn(statement)), tongue),
    ...(isPictured && movements.length > 0 && { picture: burnDown(statement, tongue) }),
    tables: tables.filter(({ rows }) => rows.length > 0),
    closing: [
      ...(movements.length === 0 ? [words.quiet] : []),
      ...savings(statement, tongue),
      ...repeating.map(each => words.repeats(each.number, tongue.show(each.hours), every[each.repeats])),
      ...(care ? [words.care(care)] : []),
    ],
  };
}

/** In points of a page; made of nothing but what the statement holds, so that it reprints as it was. */
const pictureSize = { width: 500, height: 130 };

/** It never speaks of a day after the one on which it is made, unless its lines do. */
function lastToldDay({ to, issuedOn, movements }: Statement): CalendarDate {
  const last = movements[movements.length - 1];
  return earlier(to, last ? later(issuedOn, last.date) : issuedOn);
}

/** One that was issued before it could draw reprints as it was. */
function saidOn(statement: Statement): CalendarDate {
  return statement.isPictured ? lastToldDay(statement) : statement.to;
}

function burnDown(statement: Statement, { words, local, show }: Tongue): Drawing {
  const { from, hours, movements, language } = statement;
  const today = lastToldDay(statement);
  const came = movements.filter(({ worked, change }) => worked === undefined && change > 0);
  const title = words.course(show(hours.opening), show(hours.closing), local.date(today));
  const points = pointsFrom(from, hours.opening, movements);
  const arrivals = came.map(({ date, change }) => [date, change] as const);
  const told = came.map(({ date, what, change }) => `${local.date(date)}, ${what}, +${show(change)}.`);
  // English tells it as it always has.
  const description = language === undefined || language === 'en' ? {} : { description: told.join(' ') };
  const given = { title, from, today, points, arrivals };
  // It looks back only: nothing in it is said of a day to come.
  const said = { date: local.shortDate, about: String, today: '', ...description };
  return burnDownPicture(given, pictureSize, show, said);
}

function headlineOf(closing: Seconds, day: string, { words, show }: Tongue): string {
  return closing >= 0 ? words.left(show(closing), day) : words.over(show(negative(closing)), day);
}

function remarksOf({ provisional, corrects, number }: Statement, words: PaperWords): readonly string[] {
  return [
    ...(number ? [] : [words.draft]),
    ...(provisional ? [words.provisional] : []),
    ...(corrects ? [words.replaces(corrects.number, true), ...corrects.differences.map(words.changed)] : []),
  ];
}

/** The lines that always stand; others only where something moved. */
const always: readonly string[] = ['opening', 'added', 'charged', 'closing'];

function accountTable(statement: Statement, { words, local, show }: Tongue): PaperTable {
  const { money } = statement;
  const amountText = (amount: MinorUnits | undefined, currency: Currency | undefined) =>
    amount === undefined || currency === undefined ? '' : local.money(amount, currency);
  const rows = termLines(statement, words.movements)
    .filter(({ term, hours, amounts }) => always.includes(term) || hours !== 0 || amounts.some(each => each))
    .map(({ term, words: label, hours, amounts }) => ({
      cells: [
        label,
        show(hours),
        ...amounts.map((amount, index) => amountText(amount, money[index]?.currency)),
      ],
      isStrong: term === 'opening' || term === 'closing',
    }));
  const amounts = money.map(({ currency }) =>
    figure(money.length > 1 ? `${words.worth} ${currency}` : words.worth, 22),
  );
  const hours = { ...figure(words.hours, 22), isPlain: true };
  return { heading: words.account, columns: [text('', 0), hours, ...amounts], rows };
}

function movementTable({ movements }: Statement, { words, local, show }: Tongue): PaperTable {
  return {
    heading: words.lines,
    columns: [
      text(words.date, 15),
      text(words.what, 0),
      ...[words.worked, words.charged, words.change, words.leftAfter].map(label => figure(label, 12)),
    ],
    rows: movements.map(({ date, what, worked, charged, change, left }) => ({
      cells: [
        local.shortDate(date),
        what,
        worked === undefined ? '' : show(worked),
        charged === undefined ? '' : show(charged),
        change > 0 ? `+${show(change)}` : show(change),
        show(left),
      ],
    })),
  };
}

/** Net, tax and total where there is tax; otherwise the price alone. */
function invoicedTable({ invoiced, taxName }: Statement, tongue: Tongue): PaperTable {
  const { words } = tongue;
  const isTaxed = invoiced.some(({ tax }) => tax !== 0);
  const totals = [figure(words.net, 15), figure(taxName || words.tax, 13), figure(words.total, 15)];
  return {
    heading: words.sales,
    columns: [
      text(words.date, 13),
      text(words.block, 0),
      { ...figure(words.hours, 10), isPlain: true },
      ...(isTaxed ? totals : [figure(words.price, 16)]),
      figure(words.paid, 12),
    ],
    rows: invoiced.map(each => ({ cells: invoicedCells(each, isTaxed, tongue) })),
  };
}

function invoicedCells(
  { date, number, hours, currency, net, tax, paidOn }: InvoicedBlock,
  isTaxed: boolean,
  { words, local, show }: Tongue,
): readonly string[] {
  const money = (amount: MinorUnits) => local.money(amount, currency);
  const isFree = net + tax === 0;
  return [
    local.shortDate(date),
    number,
    show(hours),
    ...(isTaxed ? [money(net), money(tax), money(plus(net, tax))] : [money(net)]),
    paidOn !== undefined ? local.shortDate(paidOn) : isFree ? '' : words.unpaid,
  ];
}

function savings({ money }: Statement, { words, local }: Tongue): readonly string[] {
  return money
    .filter(({ savedSoFar }) => savedSoFar > 0)
    .map(({ saved, savedSoFar, currency }) => {
      const soFar = local.money(savedSoFar, currency);
      return saved <= 0 ? words.savedSoFar(soFar) : words.saved(local.money(saved, currency), soFar);
    });
}
