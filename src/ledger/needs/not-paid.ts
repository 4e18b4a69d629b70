import { isAsked, lateSpans, lateSums, spanOf, type UnpaidBlock } from '../books/unpaid';
import { figure, type PaperTable, words } from '../papers/paper';
import { shortTable } from '../papers/short-table';
import { sumOf } from '../units/amounts';
import { dateText } from '../units/calendar-date';
import { valueAt } from '../units/groups';
import { counted } from '../units/local-text';
import { type Currency, moneyText } from '../units/money';
import type { Need } from './need';

/** Such as `$1,190.00 of B-0001, due on 1 Nov 2026, 22 days ago`. */
function notPaidText({ block: { number, currency }, open, due, late }: UnpaidBlock): string {
  const since = late > 0 ? `${counted(late, 'day')} ago` : 'not due yet';
  return `${moneyText(open, currency)} of ${number}, due on ${dateText(due)}, ${since}`;
}

/** What a client has not paid by its day. */
export function notPaidNeeds(key: string, unpaid: readonly UnpaidBlock[]): readonly Need[] {
  const own = unpaid.filter(each => each.client.key === key && each.late > 0 && isAsked(each));
  return own.map((each): Need => {
    const { number, row } = each.block;
    const text = `${notPaidText(each)}.`;
    return { kind: 'not paid', text, tab: 'Blocks', row, block: number, weight: each.late };
  });
}

/** What is open by days past its due day, a sentence a currency; nothing while all is in time. */
export function ageingTexts(unpaid: readonly UnpaidBlock[]): readonly string[] {
  const asked = unpaid.filter(isAsked);
  if (!asked.some(({ late }) => late > 0)) return [];
  const owed = new Map<Currency, UnpaidBlock[]>();
  for (const each of asked) valueAt(owed, each.block.currency, () => []).push(each);
  return [...owed].map(([currency, own]) => {
    const parts = lateSums(own).flatMap((sum, at) =>
      sum === 0 ? [] : `${lateSpans[at]?.toLowerCase()} ${moneyText(sum, currency)}`,
    );
    return `Not paid, with tax: ${moneyText(sumOf(own.map(({ open }) => open)), currency)} (${parts.join(', ')}).`;
  });
}

/** Where to go from there. */
export const notPaidLead =
  'More > Books > Reports has who has not paid; Payment reminders in Settings mails them a reminder.';

/** What is news of them: a block that falls due, or has waited for another month. */
export function lateKeys(unpaid: readonly UnpaidBlock[]): readonly string[] {
  return unpaid
    .filter(each => each.late > 0 && isAsked(each))
    .map(each => `not paid ${each.block.number} ${spanOf(each)}`);
}

/** What is past its day, the longest overdue first. */
export function notPaidTable(unpaid: readonly UnpaidBlock[]): PaperTable {
  const lines = unpaid
    .filter(each => each.late > 0 && isAsked(each))
    .map(each => {
      const { client, block, due, open } = each;
      const past = `${block.number}, due on ${dateText(due)}`;
      return [client.name, past, String(lateSpans[spanOf(each)]), moneyText(open, block.currency)];
    });
  const columns = [words('Client', 26), words('Block', 0), words('Past its day', 18), figure('Not paid', 20)];
  return shortTable('Not paid: see Blocks > Payment request', columns, lines);
}
