import type { Ledger } from '../../src/ledger/model/ledger';
import type { TabName } from '../../src/ledger/model/tab-names';
import { readLedger } from '../../src/ledger/reading/read-ledger';
import { drawnPrices } from '../../src/ledger/rules/money';
import type { TabCells } from '../../src/ledger/sheet/tab-cells';
import { isoDate } from '../../src/ledger/units/calendar-date';
import { amountNumber } from '../../src/ledger/units/money';
import { type ExportFile, exportFiles, exportRows } from '../../src/warehouse/export-rows';
import type { Row as TableRow } from '../../src/warehouse/tables';
import { type Book, dateCell, day, durationCell, type Row, tabsOf } from '../ledger/builders';

/** A book as somebody keeps it who tries everything: a stream of numbers decides. */
export function bookOf(seed: number, entries = 60): Book {
  const dice = createDice(seed);
  const { some, below, pick } = dice;
  const clients = Array.from({ length: 3 + below(3) }, (_, at) => anyClient(dice, at));
  const names = clients.map(({ Client }) => String(Client));
  const name = () => (some(0.04) ? pick(['Stranger', 'stranger ', 'Total']) : spelt(dice, pick(names)));
  return {
    today: isoDate((day('2026-11-01') + below(90)) as never),
    clients,
    blocks: Array.from({ length: 4 + below(20) }, (_, at) => anyBlock(dice, name, at)).flat(),
    time: Array.from({ length: below(entries) }, () => anyEntry(dice, name)).flat(),
    workTypes: [
      { 'Work type': 'Remote', Multiplier: 1, Billable: true },
      { 'Work type': 'Emergency', Multiplier: some(0.1) ? 'twice' : 2, Billable: true },
      { 'Work type': 'After hours', Multiplier: 1.5, Billable: 'yes' },
      { 'Work type': 'No charge', Multiplier: 1, Billable: false },
    ],
    settings: {
      Currency: pick(['USD', 'JPY']),
      'Normal rate': pick([100, 87.5, '95,50']),
      'Tax (%)': pick([0, 0.19, '7.7 %']),
      'Round per': pick(['entry', 'day']),
      'Round up to (min)': pick([0, 15, 6]),
      'Minimum (min)': pick([0, 0, 30]),
      Overage: pick(['next block', 'invoice']),
      'Unpaid blocks': pick(['use', 'wait']),
      'Expired hours': pick(['keep', 'breakage']),
      'Cash side': pick(['bank and receivable', 'clearing account', 'none']),
      'Accrue overage': pick(['no', 'yes']),
      'Warn at (h)': pick([5, durationCell(2.5)]),
      'Warn days before run-out': pick([0, 20]),
    },
  };
}

/** The same for the same seed (Marsaglia's xorshift). */
function createDice(seed: number) {
  let state = (seed * 2654435761) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)] as T;
  return { some: (share: number) => next() < share, below, pick };
}

type Dice = ReturnType<typeof createDice>;

function anyClient({ some, pick }: Dice, at: number): Row {
  const name = ['Acme', 'Böttger & Söhne', "O'Neill", 'Straße 7', 'ΟΔΟΣ'][at] as string;
  return {
    Client: name,
    Active: !some(0.1),
    ...(some(0.3) && { Overage: pick(['invoice', 'next block']) }),
    ...(some(0.3) && { 'Round per': 'day', 'Round up to (min)': 30 }),
    ...(some(0.3) && { Currency: pick(['EUR', 'KWD', 'USD', 'JPY']) }),
    ...(some(0.1) && { 'Warn at (%)': '25 %' }),
  };
}

/** As people retype it. */
function spelt({ some }: Dice, name: string): string {
  if (some(0.1)) return ` ${name}  `;
  return some(0.05) ? name.toUpperCase().normalize('NFD').replace('SS', 'ß') : name;
}

function anyDay({ below, pick, some }: Dice): Row['Date'] {
  const iso = isoDate((day('2026-01-01') + below(330)) as never);
  if (some(0.02)) return pick(['soon', '', 46_100, '2019-05-05']);
  return some(0.3) ? iso : dateCell(iso);
}

const kinds = ['', '', '', 'Opening', 'Goodwill', 'Correction', 'Refund', 'Transfer', 'Overage invoice'];

function anyBlock(dice: Dice, name: () => string, at: number): Row[] {
  const { some, below, pick } = dice;
  const kind = pick([...kinds, 'Write-off', 'Payment', 'Offer']);
  const isMinus =
    ['Refund', 'Write-off'].includes(kind) || (['Opening', 'Correction'].includes(kind) && some(0.4));
  const block = `B-00${10 + at}`;
  const own = `B-00${10 + below(20)}`;
  const row: Row = {
    ...(kind !== 'Payment' && some(0.9) && { Block: some(0.03) ? 'B-0010' : block }),
    Date: anyDay(dice),
    Client: name(),
    Hours: some(0.02) ? 'many' : (isMinus ? -1 : 1) * pick([0.1, 2.5, 5, 10, 20, 33.3333]),
    Kind: kind,
    Note: 'as agreed',
    ...(some(0.3) && { 'Normal rate': pick([120, '99,90']) }),
    ...(some(0.3) && { 'Discount / h': 10 }),
    ...(some(0.3) && { Price: isMinus ? pick([-120, -80.55]) : pick([1800, 99.99, 0, 1234.567]) }),
    ...(some(0.1) && { Tax: 12.34 }),
    ...(some(0.2) && { Currency: pick(['USD', 'EUR', 'JPY', 'KWD']) }),
    ...(some(0.2) && { Starts: anyDay(dice) }),
    ...(some(0.4) && { Expires: anyDay(dice) }),
    ...(some(0.5) && { 'Paid on': anyDay(dice) }),
    ...(some(0.4) && { Reference: own }),
  };
  if (kind === 'Payment') return [{ ...row, Hours: '', Price: pick([50, 500, 1800]), Reference: own }];
  if (kind !== 'Transfer') return [row];
  const [Hours, Price] = [pick([1, 2.5]), pick([100, 55.5])];
  const to = { ...row, Client: name(), Hours, Price, Reference: `M ${at}` };
  const from = { ...row, Block: `B-01${10 + at}`, Hours: -Hours, Price: -Price, Reference: `m  ${at}` };
  return some(0.8) ? [from, to] : [from];
}

function anyEntry(dice: Dice, name: () => string): Row[] {
  const { some, below, pick } = dice;
  const row: Row = {
    Date: anyDay(dice),
    Client: name(),
    Who: pick(['Kim', 'kim ', 'Lee', '']),
    Hours: some(0.03)
      ? pick(['abc', -1, '1,250', 30])
      : pick([0.25, 0.5, 1, 1.5, durationCell(1.67), '1h 30m', '0:50']),
    'Work type': pick(['', '', 'Remote', 'remote', 'Emergency', 'After hours', 'No charge', 'Else']),
    'What was done': pick(['Mail', 'mail', 'Backup', '#N/A', '']),
    ...(some(0.2) && { Start: pick([durationCell(9), '10:30', 0.5, 'noon', dateCell('2026-03-01', 9)]) }),
    ...(some(0.1) && { End: durationCell(17) }),
    ...(some(0.1) && { Charged: pick([1, 0, 2.25, durationCell(1)]) }),
  };
  if (some(0.05)) return [{ ...row, Hours: '', Charged: '' }];
  return some(0.1) ? Array.from({ length: 2 + below(3) }, () => row) : [row];
}

export interface ReadBook {
  readonly ledger: Ledger;
  readonly tabs: ReadonlyMap<TabName, TabCells>;
}

/** The ledger of a book after a run, which has written in what refunds and transfers have drawn. */
export function readAsRun(book: Book): ReadBook {
  const tabs = tabsOf(book);
  const read = () => readLedger({ tabs, clockToday: day('2026-12-31') });
  let ledger = read();
  for (let round = 0; round < 10; round++) {
    const prices = drawnPrices(ledger);
    if (prices.length === 0) break;
    const blocks = tabs.get('Blocks') as TabCells;
    const column = [...(blocks.columns.get('price') ?? [])];
    for (const { block, price } of prices) column[block.row - 2] = amountNumber(price, block.currency);
    tabs.set('Blocks', { ...blocks, columns: new Map([...blocks.columns, ['price', column]]) });
    ledger = read();
  }
  return { ledger, tabs: withNumbers(tabs, ledger) };
}

function withNumbers(tabs: Map<TabName, TabCells>, { numbers }: Ledger): Map<TabName, TabCells> {
  const blocks = tabs.get('Blocks') as TabCells;
  const column = (blocks.columns.get('block') ?? []).map(
    (cell, at) => numbers.rows.get(at + 2)?.number ?? cell,
  );
  return tabs.set('Blocks', { ...blocks, columns: new Map([...blocks.columns, ['block', column]]) });
}

export type BookFiles = Readonly<Record<ExportFile, TableRow[]>>;

/** What an export writes, as it comes out of the files. */
export function filesOf({ tabs, ledger }: ReadBook, name = 'north'): BookFiles {
  const rows = exportFiles.map(file => [file, exportRows(file, tabs, ledger, name)]);
  return JSON.parse(JSON.stringify(Object.fromEntries(rows)));
}
