import type { ChangePreview } from '../ledger/changes/change-form';
import type { ClientEffect, Effect } from '../ledger/changes/effect';
import type { MinorUnits } from '../ledger/units/money';
import { hoursText, type Seconds } from '../ledger/units/seconds';
import { element, part, styled, tableRow } from './page';
import { moneyFor } from './reader';

/** Shows what a change does, in words and then figure by figure for each client; blank where it is not known. */
export function showEffects(preview?: ChangePreview): void {
  showWords(preview?.says || []);
  part('effects').replaceChildren(...(preview?.writes ? preview.effects.map(clientTable) : []));
}

/** Words in the place of the effect: what it is, or what is missing to show it. */
export function showWords(texts: readonly string[]): void {
  part('says').replaceChildren(...texts.map(text => element('p', text)));
}

/** Now and after, figure by figure. */
export function clientTable({ client, figures }: ClientEffect): HTMLElement {
  const caption = element('caption', client);
  const head = element('tr', ...['', 'now', 'after'].map(text => element('th', text)));
  for (const cell of head.cells) {
    cell.className = 'effect';
    cell.setAttribute('scope', 'col');
  }
  return styled('table', 'effects', caption, element('thead', head), element('tbody', ...figures.map(line)));
}

/** What stays as it is stands back; what changes is never told by weight alone, for both figures stand there. */
function line(effect: Effect): HTMLElement {
  const row = tableRow(effect.what, figureText(effect.before, effect), figureText(effect.after, effect));
  for (const cell of row.cells) cell.className = 'effect';
  if (effect.before !== effect.after) row.className = 'changes';
  return row;
}

function figureText(figure: number, { currency }: Effect): string {
  return currency === null ? hoursText(figure as Seconds) : moneyFor(figure as MinorUnits, currency);
}
