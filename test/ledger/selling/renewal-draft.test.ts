import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerFor } from '../../../src/ledger/selling/offer';
import { draftRow, draftsIn } from '../../../src/ledger/selling/renewal-draft';
import { minorUnits } from '../../../src/ledger/units/money';
import { type Book, block, day, h, ledgerOf, type Row, usd, work } from '../builders';

const acme: Book = {
  clients: [{ Client: 'Acme' }],
  blocks: [block(20, { Block: 'B-0001', 'Discount / h': 10 })],
  time: [work('2026-12-01', 18)],
};
const offer = (more: Row = {}) => block(20, { Block: '', Kind: 'Offer', ...more });

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
