import type { Ledger } from '../model/ledger';
import { balanceOf, type SettledClient } from '../rules/settle';
import { addDays, type CalendarDate, isoDate } from '../units/calendar-date';
import { monthOf, monthText } from '../units/month';
import { type Period, monthOf as periodOfMonth } from '../units/period';
import type { DueLevel, NoticeLookup } from './due';
import { monthlyBlock } from './monthly-block';
import { nextWorkingDay } from './working-days';

/** Who turns statements on late in a month gets the first of them at the end of it; a run that was missed is made up. */
const lastDayToBegin = 10;

/** The account of last month, from the first working day on; none where the firm or the client wants none. */
export function dueStatement(
  settled: SettledClient,
  { settings }: Pick<Ledger, 'settings'>,
  told?: NoticeLookup,
): DueLevel[] {
  const { client, asOf } = settled;
  if (!(client.monthlyStatement ?? settings.monthlyStatement)) return [];
  const block = monthlyBlock(settled);
  const { from, to } = periodOfMonth(asOf, -1);
  if (block === undefined || asOf < nextWorkingDay(to, settings) || !hasAccount(settled, { from, to }))
    return [];
  // What a person has looked through goes out in the rest of the month as well.
  const isLate = Number(isoDate(asOf).slice(8)) > lastDayToBegin;
  if (told && (isLate || told(block, 'statement'))) return [];
  return [{ level: 'statement', block, why: `the account of ${monthText(monthOf(from))}` }];
}

/** Something is left or owed, or has happened in the month. */
function hasAccount(settled: SettledClient, { from, to }: Period): boolean {
  const isIn = ({ date }: { readonly date: CalendarDate }) => date >= from && date <= to;
  const { account, blocks, entries } = settled;
  const isOpen = balanceOf(settled) !== 0 || account.toInvoice.total > 0;
  const began = blocks.some(({ date }) => date < addDays(to, 1));
  return began && (isOpen || blocks.some(isIn) || entries.some(({ entry }) => isIn(entry)));
}
