import { foldName } from '../../ledger/units/names';
import { attemptsProperty, readAttempts, withoutAttempt } from '../../workbook/attempts';
import { forgotten, type LastDialog, lastDialogIn, type WrittenRows } from '../../workbook/last-dialog';
import type { Book } from '../../workbook/open-book';
import { forgetRows } from '../../workbook/remembered-tabs';
import { type ReadTab, readTab } from '../../workbook/tabs';
import type { CellWrite } from '../../workbook/write-cells';
import { isNamed, placesOf } from '../../workbook/written-rows';
import { importedBy, undoImport } from '../importing/import-rows';
import { keptTab, removeColumns, removeTabs } from '../set-up/made-tabs';
import { type Finding, takeBack } from './take-back';

/** What would be taken back, or why it cannot be. */
export type Undoing = { readonly question: string } | { readonly refusal: string };

export function askToUndo(book: Book): Undoing {
  const last = lastDialogIn(book.store.read());
  if (!last || (last.parts.length + madeBy(last) === 0 && !last.hours))
    return {
      refusal:
        'There is nothing to take back: no dialog has written anything since the last undo. To undo a renaming, rename the client back.',
    };
  const found = findAll(book, last);
  if (typeof found === 'string') return { refusal: found };
  const wrote = `${last.title} ${madeBy(last) > 0 ? 'made' : 'wrote'}: ${last.what}`;
  const count = last.hours ? importedBy(book, last.hours).length : 0;
  const work = count > 0 ? ` ${count === 1 ? '1 row' : `${count} rows`} of Time will be emptied.` : '';
  return { question: `${wrote}\n\n${describe(last)}${work} Nothing else changes. Take it back?` };
}

/** How many tabs were made, and columns added. */
function madeBy({ made = [], added = [] }: LastDialog): number {
  return made.length + added.length;
}

function describe(last: LastDialog): string {
  const { parts, added = [] } = last;
  if (added.length > 0) return 'They go again, but for columns in which something stands by now.';
  if (madeBy(last) > 0) return 'They go again.';
  const words = parts.map(({ tab, rows, before }) => {
    const rowsText = rows.length === 1 ? '1 row' : `${rows.length} rows`;
    return before ? `${tab} gets back what stood there before.` : `${rowsText} of ${tab} will be emptied.`;
  });
  return words.join(' ');
}

/** Takes back what the last dialog wrote, all or nothing; gives why where it cannot. */
export function undoLastDialog(book: Book): string | undefined {
  const values = book.store.read();
  const last = lastDialogIn(values);
  const found = last ? findAll(book, last) : 'There is nothing to take back any more.';
  if (typeof found === 'string') return found;
  // First, for functions look at once: rows that are taken back are not missed.
  forgetRows(book.workbook, book.store);
  for (const each of found) takeBack(each);
  if (last?.hours) {
    const count = importedBy(book, last.hours).length;
    undoImport(book, last.hours, `${count} ${count}`);
  }
  if (last?.made?.length) removeTabs(book, last.made);
  if (last?.added?.length) removeColumns(book, last.added);
  for (const [now, before] of last?.renamed ?? []) book.workbook.renamePage(now, before);
  const attempts = withoutAttempt(readAttempts(values), last?.attempt ?? '');
  book.store.write({ ...forgotten(), ...attemptsProperty(attempts) });
  return undefined;
}

/** The cells to write back, or what was changed since. */
function findAll(book: Book, last: LastDialog): readonly Finding[] | string {
  const { title, parts, made = [], hours = '' } = last;
  const kept = keptTab(book.workbook, made);
  if (kept) return `${kept} was changed since ${title} made it, so all of it is left alone.`;
  const work = hours === '' ? [] : importedBy(book, hours);
  const held = work.find(each => each.held)?.held;
  if (held)
    return `Rows that ${title} wrote into Time are in ${held}, so all of it is left alone. Reopen it first.`;
  const changed = work.filter(({ isSame }) => !isSame).map(({ row }) => row);
  if (changed.length > 0)
    return `What ${title} wrote in Time was changed since (rows ${changed.slice(0, 20).join(', ')}), so all of it is left alone. Undo an import… takes back the others.`;
  const findings: Finding[] = [];
  for (const part of parts) {
    const tab = readTab(book.workbook, part.tab, book.toCell, false);
    const cells = tab && findPart(tab, part);
    if (!tab || !cells)
      return `What ${title} wrote in ${part.tab} was changed since, so it is left alone. Change it by hand.`;
    findings.push({ tab, cells, isNew: part.before === undefined });
  }
  // Of an import that died half way only the first part stands there.
  const written = findings.filter(({ cells }) => cells.length > 0);
  if (written.length === 0 && madeBy(last) + work.length === 0) return `What ${title} wrote is gone already.`;
  return referring(written, parts) ?? written;
}

/** Nothing where a row differs from what was written; no cells where none of the rows is there. */
function findPart(tab: ReadTab, part: WrittenRows): readonly CellWrite[] | undefined {
  if (!isNamed(tab, part)) return [];
  const { headers, rows, before } = part;
  const cells: CellWrite[] = [];
  for (const [index, place] of placesOf(tab, part).entries()) {
    if (place === undefined) return undefined;
    for (const [at, header] of headers.entries()) {
      const column = tab.column(header);
      const value = before?.[index]?.[at] ?? '';
      if (column > 0 && value !== rows[index]?.[at]) cells.push({ row: place + 2, column, value });
    }
  }
  return cells;
}

/** A block from which another row takes hours stays, or that row would take them elsewhere. */
function referring(findings: readonly Finding[], parts: readonly WrittenRows[]): string | undefined {
  const own = new Set(
    parts.flatMap(({ tab, rows }) => (tab === 'Blocks' ? rows.map(([key]) => foldName(String(key))) : [])),
  );
  const blocks = findings.find(({ tab }) => tab.name === 'Blocks')?.tab;
  const [numbers, references] = ['block', 'reference'].map(header => blocks?.cells.columns.get(header) || []);
  const other = references?.findIndex(
    (cell, index) => own.has(foldName(String(cell))) && !own.has(foldName(String(numbers?.[index]))),
  );
  if (other === undefined || other < 0) return undefined;
  return `Row ${other + 2} of Blocks takes hours from ${String(references?.[other])}, so it stays. Take that row back first.`;
}
