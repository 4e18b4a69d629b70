/** What *Bring in your workbook* says. */
import type { TabPlan } from '../ledger/importing/book-answers';
import type { BookPlan } from '../ledger/importing/plan-book';
import { counted } from '../ledger/units/local-text';
import type { SeenBook } from './book-run';
import { descriptionTexts, invoicedTexts, orderWords } from './hours-asked';

/** The choices of a question, by its name. */
export const texts: Readonly<Record<string, (choice: string) => string>> = {
  dates: choice => orderWords[choice] ?? choice,
  invoiced: choice => invoicedTexts[choice] ?? choice,
  description: choice => descriptionTexts[choice] ?? choice,
  tabs: choice =>
    ({ clients: 'Clients', blocks: 'Blocks that were sold', hours: 'Hours that were worked' })[choice] ??
    'Leave it out',
  balance: choice =>
    ({
      hours: 'Hours that are left',
      'money paid ahead': 'Money paid ahead',
      'money owed': 'Money owed: it is not brought in',
    })[choice] ?? 'Leave it out',
};

/** What would be written, in words. */
export function rowsText(of: BookPlan, hours: number): string {
  return [
    counted(of.clients.length, 'client'),
    counted(of.blocks.length, 'block'),
    counted(hours, 'entry of hours', 'entries of hours'),
  ].join(', ');
}

/** Every line of the tabs is accounted for. */
export function countsText(of: BookPlan, { rows, preview: { already }, alike }: SeenBook): string {
  const sum = (count: (tab: TabPlan) => number) => of.tabs.reduce((total, tab) => total + count(tab), 0);
  const there = sum(tab => tab.already) + already.length;
  const fresh = sum(tab => tab.fresh) - already.length - alike.length;
  const out = sum(tab => tab.leftOut.length) + alike.length;
  return `${counted(
    sum(tab => tab.lines),
    'line',
  )}: ${fresh} new, ${there} there already, ${out} left out, ${sum(tab => tab.unreadable.length)} cannot be read. They make ${rowsText(of, rows.length)}.`;
}
