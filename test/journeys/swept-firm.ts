/** A firm in which every workflow has something to do; made once, and kept for each state of affairs. */
import type { Workbook } from '../../workbench/runtime';
import { openFirm } from './firm';
import { type KeptFirm, keepFirm } from './kept-firm';
import { put, setting } from './low-firm';

/** Gives the firm as it was kept, after what had to happen before. */
export type Dealings = (before?: (book: Workbook) => Promise<unknown>) => Promise<KeptFirm>;

const typedRows: Readonly<Record<string, readonly string[]>> = {
  Clients: ['Typed by Pat'],
  Blocks: ['', '2026-11-20', 'Typed by Pat', '1'],
  Time: ['2026-11-20', 'Typed by Pat', 'Pat', '1'],
  'Care plan': ['Typed by Pat', 'Call'],
  'Small things': ['2026-11-20', 'Typed by Pat', 'Lamp'],
};

/** What a colleague types below the rows of a tab. */
export const typedBy = (tab: string): readonly string[] => typedRows[tab] ?? ['Typed by Pat'];

async function make(): Promise<Workbook> {
  const book = await openFirm();
  const names = ['Cox', 'Acme', 'Zeta', 'Beta'];
  put(
    book,
    'Clients',
    names.map(Client => ({ Client, Active: true, Email: `${Client.toLowerCase()}@client.example` })),
  );
  const block = { 'Normal rate': 100, Currency: 'USD', Date: 46_270 };
  put(book, 'Blocks', [
    { ...block, Block: 'B-0001', Client: 'Acme', Hours: 20, 'Discount / h': 10 },
    { ...block, Block: 'B-0002', Client: 'Cox', Hours: 40 },
    { ...block, Block: 'B-0003', Client: 'Zeta', Hours: 2, Kind: 'Offer' },
    { ...block, Block: 'B-0004', Client: 'Beta', Hours: 10 },
  ]);
  put(book, 'Time', [
    { Date: 46_275, Client: 'Acme', Hours: 17, Who: 'Kim', 'What was done': 'Mended' },
    { Date: 46_276, Client: 'Zeta', Hours: 1, Who: 'Kim', 'Work type': 'No charge' },
    { Date: 46_290, Client: 'Beta', Hours: 12, Who: 'Kim', 'What was done': 'Moved' },
    { Date: 46_328, Client: 'Cox', Hours: 2, Who: 'Kim', 'What was done': 'Looked' },
  ]);
  put(book, 'Care plan', [
    { Client: 'Zeta', Task: 'Licences' },
    { Client: 'Acme', Task: 'Backup restore test', 'Every (days)': 30 },
    { Client: 'Cox', Task: 'Updates', 'Every (days)': 30 },
  ]);
  put(book, 'Small things', [
    { 'Found on': 46_300, Client: 'Zeta', What: 'Lamp', Priority: 'low', State: 'open' },
    { 'Found on': 46_301, Client: 'Acme', What: 'UPS beeps', Priority: 'low', State: 'open' },
  ]);
  await book.engine.settle();
  await setting(book, 'Firm name', 'Harbor IT');
  await setting(book, 'Office manager email', 'office@firm.example');
  await book.call('refresh');
  await book.call('turnOnDailyNotices');
  await book.advanceTo('2026-11-23T07:30');
  return book;
}

export function dealings(): Dealings {
  const made = new Map<unknown, Promise<KeptFirm>>();
  const firm = async (before?: (book: Workbook) => Promise<unknown>) => {
    const book = await make();
    await before?.(book);
    await book.engine.settle();
    const kept = keepFirm(book);
    book.engine.dispose();
    return kept;
  };
  return before => {
    const known = made.get(before) ?? firm(before);
    made.set(before, known);
    return known;
  };
}
