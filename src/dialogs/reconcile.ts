import type { ReconciledBlock, ReconciledMonth } from '../ledger/books/reconcile';
import { ask } from './ask';
import { element, part, say, sayFailure } from './page';
import { moneyFor } from './reader';

const again = part('again') as HTMLButtonElement;

function look(): void {
  say('Comparing hours and journals…');
  again.disabled = true;
  ask('reconcileView').then(show, fail);
}

function show({ title, totals, differences }: ReconciledMonth): void {
  again.disabled = false;
  const count = differences.length === 1 ? 'One block differs' : `${differences.length} blocks differ`;
  say(
    differences.length === 0
      ? `At the end of ${title} hours and journals agree to the cent.`
      : `${count} at the end of ${title}. Run Month end for that month; if the difference stays, look at these rows.`,
    differences.length > 0,
  );
  part('totals').hidden = totals.length === 0;
  part('currencies').replaceChildren(
    ...totals.map(({ currency, byHours, byJournals }) => {
      const name = element('th', currency);
      name.scope = 'row';
      const money = [byHours, byJournals].map(amount => element('td', moneyFor(amount, currency)));
      return element('tr', name, ...money);
    }),
  );
  part('differences').hidden = differences.length === 0;
  part('blocks').replaceChildren(...differences.map(line));
}

function line({ block, client, currency, byHours, byJournals, row }: ReconciledBlock): HTMLElement {
  const name = element('th', block);
  name.scope = 'row';
  const money = [byHours, byJournals].map(amount => element('td', moneyFor(amount, currency)));
  return element('tr', name, element('td', client), ...money, element('td', rowButton(row, block)));
}

function rowButton(row: number, block: string): HTMLElement | string {
  if (row === 0) return 'gone';
  const go = element('button', `Row ${row}`);
  go.type = 'button';
  go.setAttribute('aria-label', `Go to row ${row} of Blocks, ${block}`);
  go.addEventListener('click', () => ask('goToRow', 'Blocks', row).catch(sayFailure));
  return go;
}

function fail(error: Error): void {
  again.disabled = false;
  sayFailure(error);
}

again.addEventListener('click', look);
look();
