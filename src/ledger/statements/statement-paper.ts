import { figure, moneyOnPaper, type Paper, type PaperTable, words } from '../papers/paper';
import { burnDownPicture, pointsFrom } from '../pictures/burn-down';
import type { Drawing } from '../pictures/picture';
import { negative, plus } from '../units/amounts';
import { type CalendarDate, dateText, earlier, later } from '../units/calendar-date';
import type { Currency, MinorUnits } from '../units/money';
import { periodText } from '../units/period';
import type { Seconds } from '../units/seconds';
import type { InvoicedBlock } from './period-account';
import { hoursShownIn, type ShowHours } from './shown-hours';
import type { Statement } from './statement';
import { termLines } from './term-words';

/** The statement as its client reads it; the same content always gives the same paper. */
export function statementPaper(statement: Statement): Paper {
  const { number, client, contact, firm, hours, issuedOn, movements, care, isPictured } = statement;
  const show = hoursShownIn(statement);
  const tables = [
    accountTable(statement, show),
    invoicedTable(statement, show),
    movementTable(statement, show),
  ];
  return {
    title: number ? `Statement ${number}` : 'Statement',
    firm,
    to: [client, contact].filter(line => line !== ''),
    facts: [
      ['Period', periodText(statement)],
      ['Issued', number ? dateText(issuedOn) : 'not yet'],
    ],
    remarks: remarksOf(statement),
    headline: headlineOf(hours.closing, dateText(saidOn(statement)), show),
    ...(isPictured && movements.length > 0 && { picture: burnDown(statement, show) }),
    tables: tables.filter(({ rows }) => rows.length > 0),
    closing: [
      ...(movements.length === 0 ? ['There was no work and no purchase in this period.'] : []),
      ...savings(statement),
      ...(care ? [`Looked after in this period: ${care}.`] : []),
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

function burnDown(statement: Statement, show: ShowHours): Drawing {
  const { from, hours, movements } = statement;
  const today = lastToldDay(statement);
  const came = movements.filter(({ worked, change }) => worked === undefined && change > 0);
  const [opening, closing] = [show(hours.opening), show(hours.closing)];
  const title = `Hours left: ${opening} at the beginning, ${closing} on ${dateText(today)}`;
  const points = pointsFrom(from, hours.opening, movements);
  const arrivals = came.map(({ date, change }) => [date, change] as const);
  return burnDownPicture({ title, from, today, points, arrivals }, pictureSize, show);
}

function headlineOf(closing: Seconds, day: string, show: ShowHours): string {
  if (closing >= 0) return `${show(closing)} left on ${day}`;
  return `${show(negative(closing))} more than prepaid on ${day}`;
}

function remarksOf({ provisional, corrects, number }: Statement): readonly string[] {
  const open = 'Provisional: the books of this period are not closed yet, so its figures may still change.';
  const draft = 'A preview: it gets its number when it is saved, mailed or written to a tab.';
  const instead = corrects ? [`This statement takes the place of ${corrects.number}.`] : [];
  const changes = corrects ? corrects.differences.map(each => `Changed: ${each}`) : [];
  return [...(number ? [] : [draft]), ...(provisional ? [open] : []), ...instead, ...changes];
}

/** The lines that always stand; others only where something moved. */
const always = ['Opening balance', 'Added', 'Charged for work', 'Closing balance'];

function accountTable(statement: Statement, show: ShowHours): PaperTable {
  const { money } = statement;
  const rows = termLines(statement)
    .filter(
      ({ words: term, hours, amounts }) =>
        always.includes(term) || hours !== 0 || amounts.some(amount => amount),
    )
    .map(({ words: term, hours, amounts }) => ({
      cells: [
        term,
        show(hours),
        ...amounts.map((amount, index) => amountText(amount, money[index]?.currency)),
      ],
      isStrong: / balance$/.test(term),
    }));
  const amounts = money.map(({ currency }) =>
    figure(money.length > 1 ? `Worth in ${currency}` : 'Worth', 22),
  );
  return { heading: 'Account', columns: [words('', 0), figure('Hours', 22), ...amounts], rows };
}

function amountText(amount: MinorUnits | undefined, currency: Currency | undefined): string {
  return amount === undefined || currency === undefined ? '' : moneyOnPaper(amount, currency);
}

function movementTable({ movements }: Statement, show: ShowHours): PaperTable {
  return {
    heading: 'Work and movements',
    columns: [
      words('Date', 15),
      words('What', 0),
      figure('Worked', 11),
      figure('Charged', 11),
      figure('Change', 11),
      figure('Left after', 11),
    ],
    rows: movements.map(({ date, what, worked, charged, change, left }) => ({
      cells: [
        dateText(date),
        what,
        worked === undefined ? '' : show(worked),
        charged === undefined ? '' : show(charged),
        withSign(change, show),
        show(left),
      ],
    })),
  };
}

function withSign(change: Seconds, show: ShowHours): string {
  return change > 0 ? `+${show(change)}` : show(change);
}

/** Net, tax and total where there is tax; otherwise the price alone. */
function invoicedTable({ invoiced, taxName }: Statement, show: ShowHours): PaperTable {
  const isTaxed = invoiced.some(({ tax }) => tax !== 0);
  const totals = isTaxed ? [figure('Net', 13), figure(taxName || 'Tax', 12), figure('Total', 13)] : [];
  return {
    heading: 'Invoiced in this period',
    columns: [
      words('Date', 15),
      words('Block', 0),
      figure('Hours', 9),
      ...(isTaxed ? totals : [figure('Price', 16)]),
      figure('Paid', 14),
    ],
    rows: invoiced.map(each => ({ cells: invoicedCells(each, isTaxed, show) })),
  };
}

function invoicedCells(each: InvoicedBlock, isTaxed: boolean, show: ShowHours): readonly string[] {
  const { date, number, hours, currency, net, tax, paidOn } = each;
  const money = (amount: MinorUnits) => moneyOnPaper(amount, currency);
  const isFree = net + tax === 0;
  return [
    dateText(date),
    number,
    show(hours),
    ...(isTaxed ? [money(net), money(tax), money(plus(net, tax))] : [money(net)]),
    paidOn !== undefined ? dateText(paidOn) : isFree ? '' : 'open',
  ];
}

function savings({ money }: Statement): readonly string[] {
  return money
    .filter(({ savedSoFar }) => savedSoFar > 0)
    .map(({ saved, savedSoFar, currency }) => {
      const soFar = `${moneyOnPaper(savedSoFar, currency)} so far`;
      if (saved <= 0) return `Prepaying has saved you ${soFar}.`;
      return `Prepaying has saved you ${moneyOnPaper(saved, currency)} in this period, ${soFar}.`;
    });
}
