import { type CurrencyFigures, noFigures } from '../rules/money';
import type { RunOut } from '../rules/run-out';
import type { SheetCell } from '../sheet/sheet-cell';
import { tabs } from '../sheet/tabs';
import { minus, plus, sumOf } from '../units/amounts';
import { amountNumber, type Currency } from '../units/money';
import { hoursOf, noTime, type Seconds } from '../units/seconds';
import { type ClientFigures, states } from './figures';

/** The overview: headers, then a row a client (one a currency where there are several), worst state first, then name. */
export function summaryRows(figures: Iterable<ClientFigures>): SheetCell[][] {
  return [tabs.Balances.map(({ header }) => header), ...worstFirst(figures).flatMap(clientRows)];
}

/** Worst state first, then name. */
export function worstFirst(figures: Iterable<ClientFigures>): ClientFigures[] {
  return [...figures].sort(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || compareNames(a.name, b.name),
  );
}

/** A client's figures in one currency, with what belongs to none in the first. */
interface Line extends CurrencyFigures {
  /** Blank in the lines of further currencies. */
  readonly share: number | '';
  readonly toInvoice: Seconds;
  readonly asked: number;
  readonly renewed: number;
}

/** What no block covers belongs to no currency; it stands in the first line, so that the hours add up. */
export function linesOf(each: ClientFigures): Line[] {
  const [first = noFigures(each.currency), ...others] = each.money;
  const left = minus(each.balance, sumOf(others.map(other => other.left)));
  const worked = minus(each.used, sumOf(others.map(other => other.worked)));
  const [{ toInvoice, share, renewals }, none] = [
    each,
    { toInvoice: noTime, share: '', asked: 0, renewed: 0 } as const,
  ];
  const whole = { ...first, left, worked, toInvoice, share, ...renewals };
  return [whole, ...others.map(other => ({ ...other, ...none }))];
}

function clientRows(each: ClientFigures): SheetCell[][] {
  return linesOf(each).map(({ currency, ...line }) => [
    each.name,
    each.state,
    hoursOf(line.toInvoice),
    hoursOf(line.left),
    hoursOf(line.worked),
    each.money.length > 0 ? runOutCell(each.runOut) : '',
    each.lastNotice === undefined ? '' : { date: each.lastNotice },
    each.rowsLeftOut,
    amountNumber(line.value, currency),
    currency,
    amountNumber(line.saved, currency),
    amountNumber(line.deferred, currency),
    amountNumber(line.expired, currency),
    each.agreement,
    line.share,
  ]);
}

/** Unlike those of the overview, beside which it stands. */
const totalHeaders = ['hours left', 'value', 'saved', 'deferred', 'expired', 'to invoice (h)', 'renewed (%)'];
/** What BLOCKTOTALS adds up. */
type Total = Omit<Line, 'currency' | 'worked' | 'earned' | 'share'>;

/** All clients together: headers, then a row for each currency, for currencies are never added up. */
export function totalRows(figures: Iterable<ClientFigures>): SheetCell[][] {
  const totals = new Map<Currency, Total>();
  for (const { currency, ...line } of [...figures].flatMap(linesOf)) {
    const total = totals.get(currency);
    totals.set(currency, total ? totalOf(total, line) : line);
  }
  const rows = [...totals].sort(([a], [b]) => compareNames(a, b));
  return [
    ['All clients', ...totalHeaders.map(header => `Total ${header}`)],
    ...rows.map(([currency, total]) => [
      currency,
      hoursOf(total.left),
      amountNumber(total.value, currency),
      amountNumber(total.saved, currency),
      amountNumber(total.deferred, currency),
      amountNumber(total.expired, currency),
      hoursOf(total.toInvoice),
      total.asked > 0 ? total.renewed / total.asked : '',
    ]),
  ];
}

function totalOf(a: Total, b: Total): Total {
  return {
    left: plus(a.left, b.left),
    value: plus(a.value, b.value),
    saved: plus(a.saved, b.saved),
    deferred: plus(a.deferred, b.deferred),
    expired: plus(a.expired, b.expired),
    toInvoice: plus(a.toInvoice, b.toInvoice),
    asked: a.asked + b.asked,
    renewed: a.renewed + b.renewed,
  };
}

export function runOutCell(runOut: RunOut): SheetCell {
  return runOut.kind === 'date' ? { date: runOut.date } : runOut.kind;
}

function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
