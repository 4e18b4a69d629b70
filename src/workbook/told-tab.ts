import { appendOutOfSight } from './append-rows';
import { forgottenDialog } from './last-dialog';
import { loosePieces, readMemory, remember } from './memory';
import type { Memory } from './memory-shapes';
import type { Book } from './open-book';
import {
  blockOfName,
  isToldName,
  leftMark,
  type Original,
  ownerMark,
  readToldTab,
  type ToldLetters,
  type ToldRecord,
  toldBy,
} from './told';
import type { CellValue } from './workbook';

/** The workbook of which this is a copy that nobody has put in its place; nothing where this is no such copy. */
export function originalOf(
  { workbook }: Pick<Book, 'workbook'>,
  { home }: Pick<Memory, 'home'>,
  { owner }: ToldRecord,
): Original | undefined {
  const own = workbook.id();
  return home === own || owner?.id === own ? undefined : owner;
}

/** The same where the hidden tab was not read; a workbook that knows its own needs not look. */
export function findOriginal(book: Book, memory: Memory): Original | undefined {
  const isOwn = memory.home === book.workbook.id();
  return isOwn ? undefined : originalOf(book, memory, readToldTab(book));
}

/**
 * Writes what memory knows and the hidden tab does not, and whose notices these are, all in one block; gives the memory
 * with what only the tab knew of blocks of which something may still be told.
 */
export function keepTold(
  book: Book,
  memory: Memory,
  record: ToldRecord,
  isLive: (block: string) => boolean,
): Memory {
  const { workbook, store } = book;
  const id = workbook.id();
  const lines = [...memory.told].flatMap(([name, letters]) => linesOf(name, letters, record.told));
  if (record.owner?.id !== id) lines.push(['', '', ownerMark, id, workbook.title()]);
  // Its columns stand as they were made: nobody works in a tab that is out of sight.
  const rows = lines.map(line => line.map((value, at) => ({ column: at + 1, value, format: '@' })));
  if (rows.length > 0) appendOutOfSight(workbook, 'Told notices', rows);
  const known = [...record.told].filter(([name]) => isLive(blockOfName(name)));
  const lacking = known.flatMap(([name, letters]) => {
    const added = lettersBeyond(letters, memory.told.get(name) ?? '');
    return added === '' ? [] : [[name, (memory.told.get(name) ?? '') + added] as const];
  });
  if (lacking.length > 0) store.write(Object.fromEntries(lacking));
  return remember(store, { ...memory, told: new Map([...memory.told, ...lacking]) }, { home: id });
}

/** A person says that the notices of this copy go out from now on. */
export function takeOver(book: Book): void {
  const record = readToldTab(book);
  keepTold(book, readMemory(book.store, record.told), record, () => false);
}

/** What is in the first and not in the second, each letter once. */
function lettersBeyond(letters: string, known: string): string {
  return [...new Set(letters)].filter(letter => !known.includes(letter)).join('');
}

function linesOf(name: string, letters: string, recorded: ToldLetters): CellValue[][] {
  return [...lettersBeyond(letters, recorded.get(name) ?? '')].flatMap(letter => {
    const told = toldBy(letter);
    return told ? [[blockOfName(name), told.level, told.hasLeft ? leftMark : '', '', '']] : [];
  });
}

/** Each costs a call; the others go on the next day. */
const mostForgotten = 50;

/**
 * Forgets what nobody needs any more, for all properties together may have 500 KB: what was told of blocks that others
 * have superseded, where the hidden tab knows it, and the pieces of a dialog that is long past.
 */
export function forgetOld(
  { store, now }: Pick<Book, 'store' | 'now'>,
  { told }: Pick<ToldRecord, 'told'>,
  isLive: (block: string) => boolean,
): void {
  const values = store.read();
  const isSuperseded = (name: string) =>
    isToldName(name) &&
    !isLive(blockOfName(name)) &&
    lettersBeyond(values[name] ?? '', told.get(name) ?? '') === '';
  const superseded = Object.keys(values).filter(isSuperseded);
  const dialog = forgottenDialog(values, now().date);
  store.forget([...loosePieces(values), ...dialog, ...superseded].slice(0, mostForgotten));
}
