import { type CurrencyFigures, noFigures } from '../rules/money';
import type { RunOut } from '../rules/run-out';
import type { SheetCell } from '../sheet/sheet-cell';
import { tabs } from '../sheet/tabs';
import { amountNumber, type Currency, type MinorUnits } from '../units/money';
import { hoursOf, noTime, type Seconds } from '../units/seconds';
import { type ClientFigures, states } from './figures';

/** The overview: headers, then a row a client (one a currency where there are several), worst state first, then name. */
export function summaryRows(figures: Iterable<ClientFigures>): SheetCell[][] {
  const sorted = [...figures].sort(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || compareNames(a.name, b.name),
  );
  return [tabs.Balances.map(({ header }) => header), ...sorted.flatMap(clientRows)];
}

/** A client's figures in one currency, with what belongs to none in the first. */
interface Line extends CurrencyFigures {
  readonly toInvoice: Seconds;
  readonly asked: number;
  readonly renewed: number;
}

/** What no block covers belongs to no currency; it stands in the first line, so that the hours add up. */
function linesOf(each: ClientFigures): Line[] {
  const [first = noFigures(each.currency), ...others] = each.money;
  const left = others.reduce((rest, other) => rest - other.left, each.balance as number);
  const worked = others.reduce((rest, other) => rest - other.worked, each.used as number);
  const [{ toInvoice, renewals }, none] = [each, { toInvoice: noTime, asked: 0, renewed: 0 }];
  const whole = { ...first, left: left as Seconds, worked: worked as Seconds, toInvoice, ...renewals };
  return [whole, ...others.map(other => ({ ...other, ...none }))];
}

function clientRows(each: ClientFigures): SheetCell[][] {
  return linesOf(each).map(({ currency, ...line }) => [
    each.name,
    hoursOf(line.left),
    hoursOf(line.worked),
    amountNumber(line.value, currency),
    currency,
    amountNumber(line.saved, currency),
    runOutCell(each.runOut),
    each.state,
    each.lastNotice === undefined ? '' : { date: each.lastNotice },
    each.rowsLeftOut,
    amountNumber(line.deferred, currency),
    amountNumber(line.expired, currency),
    hoursOf(line.toInvoice),
    each.agreement,
  ]);
}

/** What BLOCKTOTALS adds up, in the order of its columns. */
const shown = ['left', 'value', 'saved', 'deferred', 'expired', 'toInvoice'] as const;
const totalled = [...shown, 'asked', 'renewed'] as const;
/** Unlike those of the overview, beside which it stands. */
const totalHeaders = ['hours left', 'value', 'saved', 'deferred', 'expired', 'to invoice (h)', 'renewed (%)'];
type Total = Record<(typeof totalled)[number], number>;

/** All clients together: headers, then a row for each currency, for currencies are never added up. */
export function totalRows(figures: Iterable<ClientFigures>): SheetCell[][] {
  const totals = new Map<Currency, Total>();
  for (const { currency, ...line } of [...figures].flatMap(linesOf)) {
    const total = totals.get(currency);
    totals.set(currency, total ? mapTotal(part => total[part] + line[part]) : line);
  }
  const rows = [...totals].sort(([a], [b]) => compareNames(a, b));
  const cellOf = (part: (typeof shown)[number], amount: number, currency: Currency) =>
    part === 'left' || part === 'toInvoice'
      ? hoursOf(amount as Seconds)
      : amountNumber(amount as MinorUnits, currency);
  return [
    ['All clients', ...totalHeaders.map(header => `Total ${header}`)],
    ...rows.map(([currency, total]) => [
      currency,
      ...shown.map(part => cellOf(part, total[part], currency)),
      total.asked > 0 ? total.renewed / total.asked : '',
    ]),
  ];
}

function mapTotal(read: (part: keyof Total) => number): Total {
  return Object.fromEntries(totalled.map(part => [part, read(part)])) as Total;
}

export function runOutCell(runOut: RunOut): SheetCell {
  return runOut.kind === 'date' ? { date: runOut.date } : runOut.kind;
}

function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
