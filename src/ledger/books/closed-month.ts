import type { ClosedMonth, MonthWork } from '../model/closed-month';
import type { JournalLine } from '../model/journal-line';
import type { SettledClient } from '../rules/settle';
import { minus, negative, plus, sumOf } from '../units/amounts';
import { counted } from '../units/local-text';
import { moneyText } from '../units/money';
import { firstDay, lastDay, type Month } from '../units/month';
import { hoursText, noTime } from '../units/seconds';

export function workOf(settled: Iterable<SettledClient>, month: Month): MonthWork {
  const [from, to] = [firstDay(month), lastDay(month)];
  let count = 0;
  let sum = noTime;
  for (const { entries } of settled)
    for (const { entry, charged } of entries) {
      if (entry.date < from || entry.date > to) continue;
      count++;
      sum = plus(sum, charged);
    }
  return { entries: count, charged: sum };
}

/** The months that are closed now: of several rows of a month the last one tells. */
export function closedNow(rows: readonly ClosedMonth[]): Map<Month, ClosedMonth> {
  const last = new Map(rows.map(each => [each.month, each]));
  return new Map([...last].filter(([, { reopenedOn }]) => reopenedOn === undefined));
}

/** What is hashed of a closed month; sorting its rows changes nothing. */
export function digestText(lines: readonly JournalLine[], { entries, charged }: MonthWork): string {
  const texts = lines.map(({ month, currency, code, account, amount, client, block, memo }) =>
    JSON.stringify([month, currency, code, account, amount, client, block, memo]),
  );
  return [...texts.sort(), `${entries} ${charged}`].join('\n');
}

/** `2 entries came late: −1.5 h`; blank where nothing did. */
export function lateText(then: MonthWork, now: MonthWork): string {
  const [entries, charged] = [now.entries - then.entries, minus(now.charged, then.charged)];
  if (entries === 0 && charged === 0) return '';
  const left = hoursText(negative(charged));
  const change = charged < 0 ? `+${left}` : left;
  if (entries === 0) return `Entries were changed: ${change}`;
  const count = counted(Math.abs(entries), 'entry', 'entries');
  const verb = Math.abs(entries) === 1 ? 'was' : 'were';
  return entries > 0 ? `${count} came late: ${change}` : `${count} ${verb} taken out: ${change}`;
}

/** Debits by currency, such as `$2,385.00`. */
export function totalsText(lines: readonly JournalLine[]): string {
  const currencies = [...new Set(lines.map(({ currency }) => currency))].sort();
  return currencies
    .map(currency => {
      const debits = lines.filter(line => line.currency === currency && line.amount > 0);
      return moneyText(sumOf(debits.map(({ amount }) => amount)), currency);
    })
    .join(', ');
}
