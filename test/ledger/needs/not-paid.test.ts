import { describe, expect, it } from 'vitest';
import { unpaidIn } from '../../../src/ledger/books/unpaid';
import { noCare } from '../../../src/ledger/model/care';
import type { NeedsInput } from '../../../src/ledger/needs/need';
import { whoNeedsUs } from '../../../src/ledger/needs/needs';
import { ageingTexts } from '../../../src/ledger/needs/not-paid';
import { officeDigest } from '../../../src/ledger/needs/office-digest';
import { weeklyPaper } from '../../../src/ledger/needs/weekly-mail';
import { paperText } from '../../../src/ledger/papers/paper-text';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { type Book, block, ledgerOf } from '../builders';

function inputOf(book: Book): NeedsInput & { readonly unpaid: NonNullable<NeedsInput['unpaid']> } {
  const ledger = ledgerOf({ today: '2026-11-23', ...book });
  return {
    ledger,
    settled: settleLedger(ledger, ledger.settings.today),
    notices: [],
    care: noCare,
    asked: new Map(),
    checkIns: new Map(),
    unpaid: unpaidIn(ledger, () => ledger),
  };
}
const digestOf = (book: Book) => officeDigest({ ...inputOf(book), rows: [], since: 0 });
const sold = (number: string, date: string, more: object = {}) =>
  block(10, { Block: number, Date: date, 'Normal rate': 100, Tax: 190, ...more });
const clients = [{ Client: 'Acme' }, { Client: 'Beta', Active: false }];
const blocks = [
  sold('B-0001', '2026-11-01'),
  sold('B-0002', '2026-08-01', { Client: 'Beta' }),
  sold('B-0003', '2026-11-20'),
  sold('B-0004', '2026-08-01', { 'Paid on': '2026-08-03' }),
  sold('B-0005', '2026-08-01', { Currency: 'EUR', Tax: 0 }),
  sold('P', '2026-08-20', {
    Client: 'Beta',
    Kind: 'Payment',
    Reference: 'B-0002',
    Price: 190,
    Hours: '',
    Tax: '',
  }),
];
const book = { clients, blocks };

describe('what is not paid by its day', () => {
  it('is money at risk: each block with what is open of it and since when, also of a client that has left', () => {
    const found = whoNeedsUs(inputOf(book)).map(({ name, needs }) => [
      name,
      ...needs.filter(({ kind }) => kind === 'not paid').map(({ text, row, block: of }) => [text, row, of]),
    ]);
    expect(found).toEqual([
      ['Beta', ['$1,000.00 of B-0002, due on 15 Aug 2026, 100 days ago.', 3, 'B-0002']],
      [
        'Acme',
        ['€1,000.00 of B-0005, due on 15 Aug 2026, 100 days ago.', 6, 'B-0005'],
        ['$1,190.00 of B-0001, due on 15 Nov 2026, 8 days ago.', 2, 'B-0001'],
      ],
    ]);
  });

  it('of a client that has left nothing else is said', () => {
    const [beta] = whoNeedsUs(inputOf(book));
    expect(beta?.needs.map(({ kind }) => kind)).toEqual(['not paid']);
  });

  it('is said once for all by days past the due day, as the report of the books has it', () => {
    expect(ageingTexts(inputOf(book).unpaid)).toEqual([
      'Not paid, with tax: $3,380.00 (not due $1,190.00, 1–30 days $1,190.00, over 90 $1,000.00).',
      'Not paid, with tax: €1,000.00 (over 90 €1,000.00).',
    ]);
    expect(ageingTexts(inputOf({ clients, blocks: blocks.slice(2, 4) }).unpaid)).toEqual([]);
  });

  it('stands in the digest and in the weekly mail', () => {
    const digest = paperText(digestOf(book).paper);
    const lines = [
      'Not paid: see Blocks > Payment request',
      'B-0002, due on 15 Aug 2026',
      'over 90',
      '$1,000.00',
    ];
    for (const text of lines) expect(digest).toContain(text);
    expect(digest).not.toContain('B-0003');
    const input = inputOf(book);
    const weekly = paperText(
      weeklyPaper(whoNeedsUs(input), input.ledger.settings, ageingTexts(input.unpaid)),
    );
    expect(weekly).toContain('Not paid: past its due day');
    expect(weekly).toContain('$1,190.00 of B-0001, due on 15 Nov 2026, 8 days ago.');
    expect(weekly).toContain('Not paid, with tax: €1,000.00');
  });

  it('is news when it falls due, and again after each 30 days, and no news in between', () => {
    const at = (today: string) => digestOf({ clients, blocks: [blocks[0] ?? {}], today }).open;
    const [inTime, first, later, second] = ['2026-11-15', '2026-11-16', '2026-12-15', '2026-12-16'].map(at);
    expect(inTime).toBe('');
    expect(first).not.toBe('');
    expect(later).toBe(first);
    expect(second).not.toBe(first);
  });
});
