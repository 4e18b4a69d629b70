import type { RunOut } from '../rules/run-out';
import { tabs } from '../tabs';
import { amountNumber } from '../units/money';
import { hoursOf, type Seconds } from '../units/seconds';
import { type ClientFigures, states } from './figures';
import type { CurrencyFigures } from './money';
import type { SheetCell } from './sheet-cell';

/** The overview: headers, then a row a client (one a currency where there are several), worst state first, then name. */
export function summaryRows(figures: Iterable<ClientFigures>): SheetCell[][] {
  const sorted = [...figures].sort(
    (a, b) => states.indexOf(a.state) - states.indexOf(b.state) || compareNames(a.name, b.name),
  );
  return [tabs.Balances.map(({ header }) => header), ...sorted.flatMap(clientRows)];
}

function clientRows(each: ClientFigures): SheetCell[][] {
  const [first, ...others] = each.money;
  // What no block covers belongs to no currency; it stands in the first row, so that the hours add up.
  const coveredElsewhere = others.reduce((sum, { left }) => sum + left, 0);
  const drawnElsewhere = others.reduce((sum, { worked }) => sum + worked, 0);
  const row = (money: CurrencyFigures | undefined, left: number, used: number): SheetCell[] => [
    each.name,
    hoursOf(left as Seconds),
    hoursOf(used as Seconds),
    money ? amountNumber(money.value, money.currency) : 0,
    money?.currency ?? each.currency,
    money ? amountNumber(money.saved, money.currency) : 0,
    runOutCell(each.runOut),
    each.state,
    each.lastNotice === undefined ? '' : { date: each.lastNotice },
    each.rowsLeftOut,
  ];
  return [
    row(first, each.balance - coveredElsewhere, each.used - drawnElsewhere),
    ...others.map(money => row(money, money.left, money.worked)),
  ];
}

export function runOutCell(runOut: RunOut): SheetCell {
  return runOut.kind === 'date' ? { date: runOut.date } : runOut.kind;
}

function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}
