import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../src/ledger/model/block';
import { fingerprint } from '../../../src/ledger/reports/fingerprint';
import { balanceOf } from '../../../src/ledger/rules/settle';
import { offerFor } from '../../../src/ledger/selling/offer';
import { draftRow, draftsIn } from '../../../src/ledger/selling/renewal-draft';
import { accountOf } from '../../../src/ledger/statements/period-account';
import { statementRows } from '../../../src/ledger/statements/statement';
import { minorUnits } from '../../../src/ledger/units/money';
import { deskLine, journalsOf } from '../books/journal-of';
import { type Book, block, day, h, ledgerOf, type Row, settledIn, usd, work } from '../builders';

const acme: Book = {
  clients: [{ Client: 'Acme' }],
  blocks: [block(20, { Block: 'B-0001', 'Discount / h': 10 })],
  time: [work('2026-12-01', 18)],
};
const offer = (more: Row = {}) => block(20, { Block: '', Kind: 'Offer', ...more });

/** Everything that is made of a ledger; rows stand elsewhere, so nothing tells of them. */
function toldOf(book: Book) {
  const ledger = ledgerOf(book);
  const settled = settledIn(ledger);
  const stamp: unknown[] = [];
  const blocks = ledger.blocks.map(each => ({ ...each, row: 0, order: 0 }));
  fingerprint({ ...ledger, blocks, broken: new Map(), issues: [] }, part => stamp.push(part));
  const period = { from: day('2026-01-01'), to: day('2026-03-31') };
  return {
    balance: balanceOf(settled),
    waiting: settled.account.waiting.total,
    journals: [...journalsOf(ledger, '2026-03')].map(([month, lines]) => [month, lines.map(deskLine)]),
    statement: statementRows(accountOf(ledger, settled.client, period)),
    broken: [...ledger.broken.keys()],
    stamp,
  };
}

describe('an offer in Blocks', () => {
  it('counts nothing anywhere, whatever stands in its row', () => {
    const anyRow = fc.record({
      Block: fc.constantFrom('', 'B-0009', 'x'),
      Client: fc.constantFrom('Acme', 'Nobody', '', 'Total'),
      Date: fc.constantFrom('2026-01-01', '', 'soon', '2030-01-01'),
      Hours: fc.constantFrom(20, '', 'many', -5),
      Price: fc.constantFrom('', 1800, 'x'),
      Kind: fc.constantFrom('Offer', ' offer ', 'OFFER'),
    });
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 4 }), rows => {
        const { numbers: _, ...without } = ledgerOf(acme);
        const { numbers, ...withOffers } = ledgerOf({ ...acme, blocks: [...(acme.blocks ?? []), ...rows] });
        expect(withOffers).toEqual(without);
        expect(numbers.highest).toBe(rows.some(({ Block }) => Block === 'B-0009') ? 9 : 1);
      }),
      { numRuns: 200 },
    );
  });

  it('moves no balance, journal, stamp or statement of any ledger, wherever its row stands', () => {
    const anyBlock = fc.record({
      Kind: fc.constantFrom('', ...kinds),
      Date: fc.integer({ min: 1, max: 28 }).map(date => `2026-0${1 + (date % 3)}-${10 + (date % 18)}`),
      Hours: fc.integer({ min: -8, max: 20 }),
      Price: fc.constantFrom('', 900, -100),
      Expires: fc.constantFrom('', '2026-03-20'),
      'Paid on': fc.constantFrom('', '2026-03-01'),
      Reference: fc.constantFrom('', 'B-0101'),
      Note: fc.constant('why'),
    });
    const anyWork = fc.record({
      at: fc.integer({ min: 10, max: 28 }),
      hours: fc.integer({ min: 1, max: 90 }),
    });
    const anyOffer = fc.record({
      at: fc.nat(8),
      Hours: fc.integer({ min: 1, max: 40 }),
      Repeats: fc.constantFrom('', 'monthly'),
    });
    const bases = fc.array(anyBlock, { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        bases,
        fc.array(anyWork, { maxLength: 12 }),
        fc.array(anyOffer, { minLength: 1, maxLength: 3 }),
        (rows, entries, offers) => {
          const time = entries.map(({ at, hours }) => work(`2026-03-${at}`, hours / 4));
          const blocks = rows.map((row, at) => block(0, { ...row, Block: `B-010${at + 1}` }));
          const among = [...blocks];
          for (const { at, ...row } of offers)
            among.splice(at, 0, offer({ ...row, Date: '2026-02-01', Price: 500 }));
          expect(toldOf({ blocks: among, time })).toEqual(toldOf({ blocks, time }));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('becomes a block like any other once its Kind is cleared', () => {
    const sold = ledgerOf({ ...acme, blocks: [...(acme.blocks ?? []), offer({ Kind: '' })] });
    expect(sold.blocks.map(({ number, kind }) => [number, kind])).toEqual([
      ['B-0001', 'Purchase'],
      ['B-0002', 'Purchase'],
    ]);
  });
});

describe('the draft of a renewal', () => {
  const { clients, settings } = ledgerOf(acme);
  const client = [...clients.values()][0];
  const terms = { ...settings.terms, currency: usd };
  const draft = (price: number) => {
    if (!client) throw new Error('Acme is in Clients');
    return draftRow(offerFor(h(20), minorUnits(price), terms), client, {
      block: 'b-0001',
      today: day('2026-12-02'),
    });
  };

  it('sells at the promised price once its Kind is cleared, by discount or by price', () => {
    for (const price of [180_000, 179_999, 210_000]) {
      const { Date: _, ...row } = draft(price);
      const sold = ledgerOf({
        ...acme,
        blocks: [...(acme.blocks ?? []), { ...row, Date: '2026-12-02', Kind: '' } as Row],
      });
      expect(sold.blocks[1]).toMatchObject({ price, hours: h(20), kind: 'Purchase' });
    }
  });

  it('is found by its Reference, sold or not', () => {
    const columns = new Map([
      ['reference', ['B-0001 renewal', '', 'b-0001  RENEWAL', 'B-00011 renewal']],
      ['kind', ['Offer', 'Offer', '', 'Offer']],
    ]);
    const cells = { tab: 'Blocks', columns, rows: 4 } as Parameters<typeof draftsIn>[0];
    expect(draftsIn(cells, 'B-0001')).toEqual([
      { row: 2, isOpen: true },
      { row: 4, isOpen: false },
    ]);
    expect(draft(180_000).Reference).toBe('B-0001 renewal');
  });
});
