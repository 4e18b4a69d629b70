import type { ReconciledBlock, ReconciledMonth } from '../ledger/books/reconcile';
import { ask } from './ask';
import { part, say, tableRow } from './page';
import { moneyFor } from './reader';
import { rowButton } from './row-buttons';
import { showAgain } from './shown-list';

function show({ title, totals, differences }: ReconciledMonth): void {
  const count = differences.length === 1 ? 'One block differs' : `${differences.length} blocks differ`;
  say(
    differences.length === 0
      ? `At the end of ${title} hours and journals agree to the cent.`
      : `${count} at the end of ${title}. Run Month end for that month; if the difference stays, look at these rows.`,
    differences.length > 0,
  );
  part('totals').hidden = totals.length === 0;
  part('currencies').replaceChildren(...totals.map(each => tableRow(each.currency, ...moneyOf(each))));
  part('differences').hidden = differences.length === 0;
  part('blocks').replaceChildren(...differences.map(line));
}

function moneyOf(each: Pick<ReconciledBlock, 'currency' | 'byHours' | 'byJournals'>): string[] {
  return [each.byHours, each.byJournals].map(amount => moneyFor(amount, each.currency));
}

function line(found: ReconciledBlock): HTMLElement {
  const { block, client, row } = found;
  const spoken = `Row ${row}: go to ${block} in Blocks`;
  const place = row === 0 ? 'gone' : rowButton(`Row ${row}`, 'Blocks', row, spoken);
  return tableRow(block, client, ...moneyOf(found), place);
}

showAgain('Comparing hours and journals…', () => ask('reconcileView'), show);
