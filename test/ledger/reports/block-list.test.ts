import { describe, expect, it } from 'vitest';
import { blockListRows } from '../../../src/ledger/reports/block-list';
import type { SheetCell } from '../../../src/ledger/sheet/sheet-cell';
import { isoDate } from '../../../src/ledger/units/calendar-date';
import { type Book, block, day, ledgerOf, work } from '../builders';

const shown = (cell: SheetCell) => (typeof cell === 'object' ? isoDate(cell.date) : cell);
function list(book: Book, asOf?: string, name?: string) {
  const ledger = ledgerOf(book);
  const only = name === undefined ? undefined : ledger.clients.get(name);
  const rows = blockListRows(ledger, asOf === undefined ? ledger.settings.today : day(asOf), only);
  return rows.map(row => row.map(shown));
}

const clients = [{ Client: 'Acme' }, { Client: 'Bolt' }];
const blocks = [
  block(10, { Block: 'B-0001', 'Discount / h': 10 }),
  block(5, { Block: 'B-0002', Client: 'Bolt', Currency: 'EUR', Price: 400, Expires: '2026-02-28' }),
  block(20, { Block: 'B-0003', Date: '2026-02-01' }),
  block(-1, { Block: 'B-0004', Date: '2026-02-20', Kind: 'Refund', Reference: 'B-0003' }),
];
const time = [work('2026-01-05', 4), work('2026-02-10', 8), work('2026-02-11', 1, { Client: 'Bolt' })];

describe('the list of blocks', () => {
  it('has a row a block: bought, left, worth, used, and how it stands', () => {
    expect(list({ clients, blocks, time }, '2026-03-01')).toEqual([
      [
        'Block',
        'Client',
        'Bought (h)',
        'Price',
        'Currency',
        'Left (h)',
        'Value',
        'First use',
        'Last use',
        'Expires',
        'State',
      ],
      ['B-0001', 'Acme', 10, 900, 'USD', 0, 0, '2026-01-05', '2026-02-10', '', 'used up'],
      ['B-0003', 'Acme', 20, 2000, 'USD', 17, 1700, '2026-02-10', '2026-02-10', '', 'open'],
      ['B-0002', 'Bolt', 5, 400, 'EUR', 4, 320, '2026-02-11', '2026-02-11', '2026-02-28', 'expired'],
    ]);
  });

  it('is of one client where one is named, and of a day', () => {
    expect(list({ clients, blocks, time }, '2026-02-11', 'bolt').slice(1)).toEqual([
      ['B-0002', 'Bolt', 5, 400, 'EUR', 4, 320, '2026-02-11', '2026-02-11', '2026-02-28', 'expiring'],
    ]);
    expect(list({ clients, blocks, time }, '2026-01-31', 'acme').slice(1)).toEqual([
      ['B-0001', 'Acme', 10, 900, 'USD', 6, 540, '2026-01-05', '2026-01-05', '', 'open'],
    ]);
  });

  it('says what cannot be used yet, what was broken off, and which figures are to be checked', () => {
    const later = [block(5, { Block: 'B-0001', Starts: '2027-02-01' }), block(5, { Block: 'B-0002' })];
    const waits = { 'Unpaid blocks': 'wait' };
    expect(list({ blocks: later }).map(row => row[10])).toEqual(['State', 'not yet usable', 'open']);
    expect(
      list({ blocks: later, settings: waits })
        .map(row => row[10])
        .slice(2),
    ).toEqual(['waits for payment']);
    const broken = { blocks: later, time: [work('2026-02-01', 'x')] };
    expect(list(broken).map(row => row[10])).toEqual(['State', 'check', 'check']);
    const kept = list({ clients, blocks, settings: { 'Expired hours': 'breakage' } }, undefined, 'bolt');
    expect(kept[1]?.slice(5, 7)).toEqual([5, 0]);
  });
});
