import { agreementPage } from '../../ledger/agreements/agreement-html';
import { type Block, hasAgreement } from '../../ledger/model/block';
import type { Client } from '../../ledger/model/client';
import type { Ledger } from '../../ledger/model/ledger';
import { readDate } from '../../ledger/reading/values';
import { isProblem } from '../../ledger/sheet/cell';
import { foldHeader } from '../../ledger/sheet/headers';
import { type CalendarDate, dateText, isoDate, toSheetSerial } from '../../ledger/units/calendar-date';
import type { Language } from '../../ledger/units/language';
import { foldName } from '../../ledger/units/names';
import { hoursText } from '../../ledger/units/seconds';
import { languageName, languages } from '../../ledger/words/languages';
import type { Book, Desk } from '../../workbook/open-book';
import { type Place, selectedCell, selectedClient } from '../../workbook/selected-client';
import { openTab } from '../../workbook/tabs';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { type KeptAgreement, noteOn } from './agreement-tab';
import { lookOf, type PaperLook } from './give-paper';
import { type AgreementAtHand, layAgreement, openSold } from './lay-agreement';

/** An agreement as its client will see it, and how it stands. */
export interface AgreementPreview extends PaperLook {
  readonly html: string;
  /** Those that were made of this block: digest, and what to call it; the newest first. */
  readonly versions: readonly (readonly [digest: string, name: string])[];
  /** Only what was made can be marked as signed. */
  readonly isMade: boolean;
}

export function previewAgreement(desk: Desk, given: unknown): AgreementPreview {
  const paper = layAgreement(desk, given);
  const { shown, kept, earlier, ledger } = paper;
  return {
    ...lookOf(paper),
    html: agreementPage(shown, kept ? kept.made : ledger.settings.today),
    versions: earlier.map(each => [each.digest, nameOf(each)] as const),
    isMade: kept !== undefined,
  };
}

function nameOf({ made, signed, agreement }: KeptAgreement): string {
  const state = signed === undefined ? '' : `, signed ${dateText(signed)}`;
  return `made ${dateText(made)} in ${languageName(agreement.language)}${state}`;
}

/** Writes the day of the signature into the agreement's row, and into Clients unless a later one stands there. */
export function markAsSigned(desk: Desk, given: unknown): string {
  const paper = layAgreement(desk, given);
  const { kept, client, digest } = paper;
  const { seen } = Object(given) as { seen?: unknown };
  if (!kept) throw new Error('Save, print or mail the agreement first: only what was made can be signed.');
  if (digest !== String(seen ?? ''))
    throw new Error('The workbook has changed since this preview. Look at it again, then go on.');
  const signed = dayOf(given, paper);
  // The row first: it alone says that this agreement is signed.
  noteOn(desk.book, kept, { Signed: toSheetSerial(signed) });
  writeIntoClients(desk, client, signed);
  return `The agreement of ${kept.agreement.block} is marked as signed on ${dateText(signed)}.`;
}

function dayOf(given: unknown, { kept, ledger }: AgreementAtHand): CalendarDate {
  const { signed } = Object(given) as { signed?: unknown };
  const day = readDate('Signed on', String(signed ?? ''));
  if (day === undefined) throw new Error('Signed on is blank. Choose the day.');
  if (isProblem(day)) throw new Error(day.problem);
  if (day > ledger.settings.today)
    throw new Error(`Signed on is ${dateText(day)}, later than today. Choose the day of the signature.`);
  if (kept && day < kept.made)
    throw new Error(`This agreement was made on ${dateText(kept.made)}. Choose that day or a later one.`);
  return day;
}

/** A client that is only in Blocks has no row, and a sheet may lack the column; what is no earlier date stays. */
function writeIntoClients(
  { book: { workbook } }: Desk,
  { key, agreementSigned }: Client,
  signed: CalendarDate,
): void {
  const clients = openTab(workbook, 'Clients');
  const column = clients?.column('Agreement signed') ?? 0;
  const isIt = (cells: readonly unknown[]) =>
    foldName(String(cells[(clients?.column('Client') ?? 0) - 1] ?? '')) === key;
  const row = (clients?.rows.findIndex((cells, at) => at > 0 && isIt(cells)) ?? -1) + 1;
  if (!clients || row === 0 || column === 0) return;
  const isBlank = String(clients.rows[row - 1]?.[column - 1] ?? '').trim() === '';
  if (!isBlank && (agreementSigned === undefined || agreementSigned >= signed)) return;
  writeIntoRows(clients, [{ row, column, value: toSheetSerial(signed), format: 'd mmm yyyy' }]);
}

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
    languages: languages.map(each => [each, languageName(each)] as const),
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
