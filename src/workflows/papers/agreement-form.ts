import { type Block, hasAgreement } from '../../ledger/model/block';
import type { Ledger } from '../../ledger/model/ledger';
import { foldHeader } from '../../ledger/sheet/headers';
import { dateText, isoDate } from '../../ledger/units/calendar-date';
import { type Language, languageNames, languages } from '../../ledger/units/language';
import { foldName } from '../../ledger/units/names';
import { hoursText } from '../../ledger/units/seconds';
import type { Book } from '../../workbook/open-book';
import { type Place, selectedCell, selectedClient } from '../../workbook/selected-client';
import { openSold } from './lay-agreement';

/** What *Agreement* opens with. */
export interface AgreementForm {
  /** Number, and what to call it; by client, the newest first. */
  readonly blocks: readonly (readonly [number: string, name: string])[];
  readonly selected: string;
  /** Code and name. */
  readonly languages: readonly (readonly [Language, string])[];
  readonly today: string;
}

/** The block of the row in which the cursor stands comes first, else the newest that its client bought. */
export function openAgreementForm(book: Book, place: Place): AgreementForm {
  const ledger = openSold(book);
  const sold = ledger.blocks.filter(block => hasAgreement(block) && block.number !== '');
  const nameOf = ({ clientKey }: Block) => ledger.clients.get(clientKey)?.name ?? '';
  const sorted = sold
    .map(block => ({ block, name: nameOf(block) }))
    .sort((a, b) => compareTexts(foldName(a.name), foldName(b.name)) || newestFirst(a.block, b.block));
  return {
    blocks: sorted.map(({ block, name }) => [block.number, labelOf(block, name)] as const),
    selected: selectedBlock(book, place, sold)?.number ?? '',
    languages: languages.map(each => [each, languageNames[each]] as const),
    today: isoDate(ledger.settings.today),
  };
}

function labelOf({ number, hours, date }: Block, client: string): string {
  return `${client.slice(0, 60)}: ${number}, ${hoursText(hours)}, ${dateText(date)}`;
}

function selectedBlock({ workbook }: Book, place: Place, sold: Ledger['blocks']): Block | undefined {
  const tab = foldHeader(place.tab);
  const number = tab === 'agreements' ? selectedCell(workbook, place, 'Block').trim().toUpperCase() : '';
  const chosen = sold.find(each =>
    tab === 'blocks' ? each.row === place.row : each.number.toUpperCase() === number,
  );
  if (chosen) return chosen;
  const key = foldName(selectedClient(workbook, place));
  return sold.filter(({ clientKey }) => clientKey === key).sort(newestFirst)[0];
}

function newestFirst(a: Block, b: Block): number {
  return b.date - a.date || b.order - a.order;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
