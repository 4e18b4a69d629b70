import type { RunOut } from '../rules/run-out';
import { tabs } from '../tabs';
import { amountNumber } from '../units/money';
import { hoursOf, type Seconds } from '../units/seconds';
import { type ClientFigures, states } from './figures';
import { noFigures } from './money';
import type { SheetCell } from './sheet-cell';

/** The overview: headers, then a row a client (one a currency where there are several), worst state first, then name. */
export function summaryRows(figures: Iterable<ClientFigures>): SheetCell[][] {
  const sorted = [...figures].sort(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || compareNames(a.name, b.name),
  );
  return [tabs.Balances.map(({ header }) => header), ...sorted.flatMap(clientRows)];
}

function clientRows(each: ClientFigures): SheetCell[][] {
  const [first = noFigures(each.currency), ...others] = each.money;
  // What no block covers belongs to no currency; it stands in the first row, so that the hours add up.
  const left = others.reduce((rest, other) => rest - other.left, each.balance as number);
  const worked = others.reduce((rest, other) => rest - other.worked, each.used as number);
  return [{ ...first, left, worked }, ...others].map((money, index) => [
    each.name,
    hoursOf(money.left as Seconds),
    hoursOf(money.worked as Seconds),
    amountNumber(money.value, money.currency),
    money.currency,
    amountNumber(money.saved, money.currency),
    runOutCell(each.runOut),
    each.state,
    each.lastNotice === undefined ? '' : { date: each.lastNotice },
    each.rowsLeftOut,
    amountNumber(money.deferred, money.currency),
    amountNumber(money.expired, money.currency),
    index === 0 ? hoursOf(each.toInvoice) : 0,
  ]);
}

export function runOutCell(runOut: RunOut): SheetCell {
  return runOut.kind === 'date' ? { date: runOut.date } : runOut.kind;
}

function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
