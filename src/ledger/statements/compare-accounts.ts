import { moneyOnPaper } from '../papers/paper';
import { plus, sizeOf } from '../units/amounts';
import { dateText } from '../units/calendar-date';
import { noMoney } from '../units/money';
import type { Movement } from './movements';
import type { PeriodAccount } from './period-account';
import { hoursShownIn } from './shown-hours';
import { termLines } from './term-words';

const mostLines = 20;

/** Whether two accounts of a period say the same. */
export function isSameAccount(a: PeriodAccount, b: PeriodAccount): boolean {
  return figuresOf(a) === figuresOf(b);
}

/** Kept accounts come from text, so they are compared as text. */
function figuresOf({ from, to, hours, money, movements, invoiced }: PeriodAccount): string {
  return JSON.stringify([from, to, hours, money, movements, invoiced]);
}

/** What has become of an issued account, in sentences: figures first, then the lines that came, went or changed. */
export function differencesBetween(issued: PeriodAccount, now: PeriodAccount): readonly string[] {
  const lines = [...termDifferences(issued, now), ...lineDifferences(issued, now)];
  const rest = lines.length - mostLines;
  return rest > 0 ? [...lines.slice(0, mostLines), `and ${rest} more.`] : lines;
}

function termDifferences(issued: PeriodAccount, now: PeriodAccount): readonly string[] {
  const [showBefore, showNow] = [hoursShownIn(issued), hoursShownIn(now)];
  const before = termLines(issued);
  return termLines(now).flatMap(({ words, hours, amounts }, index) => {
    const then = before[index];
    if (!then) return [];
    const changes = hours === then.hours ? [] : [`${words} ${showBefore(then.hours)}, now ${showNow(hours)}`];
    for (const [at, { currency }] of now.money.entries()) {
      const [was, is] = [amountIn(issued, then.amounts, currency), amounts[at]];
      if (is !== undefined && is !== (was ?? 0))
        changes.push(`${words} ${moneyOnPaper(was ?? noMoney, currency)}, now ${moneyOnPaper(is, currency)}`);
    }
    return changes;
  });
}

function amountIn<Amount>(
  { money }: PeriodAccount,
  amounts: readonly Amount[],
  wanted: string,
): Amount | undefined {
  return amounts[money.findIndex(({ currency }) => currency === wanted)];
}

/** Lines without what was left after them, which moves with every line above. */
function lineDifferences(issued: PeriodAccount, now: PeriodAccount): readonly string[] {
  const [before, after] = [linesOf(issued), linesOf(now)];
  return [
    ...without(after, before).map(line => `new: ${line}`),
    ...without(before, after).map(line => `no longer there: ${line}`),
  ];
}

function linesOf(account: PeriodAccount): readonly string[] {
  const show = hoursShownIn(account);
  const moved = account.movements.map(({ date, what, charged, change }: Movement) => {
    return `${dateText(date)}, ${what}, ${show(charged ?? sizeOf(change))}`;
  });
  const sold = account.invoiced.map(({ date, number, net, tax, currency }) => {
    return `${dateText(date)}, ${number} invoiced, ${moneyOnPaper(plus(net, tax), currency)}`;
  });
  return [...moved, ...sold];
}

/** Of equal lines as many as `taken` has. */
function without(lines: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of taken) left.set(line, (left.get(line) || 0) + 1);
  return lines.filter(line => {
    const count = left.get(line) || 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}
