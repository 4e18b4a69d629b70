import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentOf, joinPieces, keptIn, piecesOf } from '../../../src/ledger/sheet/kept-content';
import { isSameAccount } from '../../../src/ledger/statements/compare-accounts';
import { draftStatement, type Statement } from '../../../src/ledger/statements/statement';
import { statementPaper } from '../../../src/ledger/statements/statement-paper';
import { anyClient, dayAfter } from '../rules/any-client';
import { ledgerWith } from '../statements/any-account';

it('a statement that was kept in cells reads back as it was, whatever it says', () => {
  fc.assert(
    fc.property(anyClient, fc.string({ unit: 'binary' }), fc.nat(60), (any, name, last) => {
      const { ledger, client } = ledgerWith(any);
      const period = { from: dayAfter(0), to: dayAfter(last) };
      const statement = draftStatement(ledger, { ...client, name }, period, () => false);
      const content = joinPieces(piecesOf(contentOf(statement), 'Too long.'));
      const kept = keptIn<Statement>(content, 'movements') as Statement;
      expect(contentOf(kept)).toBe(contentOf(statement));
      expect(statementPaper(kept)).toEqual(statementPaper(statement));
      expect(isSameAccount(kept, statement)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('is cut into cells that Sheets takes, none of which looks like a number or a formula', () => {
  const content = `=1${'0123456789'.repeat(10_000)}`;
  const pieces = piecesOf(content, 'Too long.');
  expect(pieces).toHaveLength(3);
  for (const piece of pieces) {
    expect(piece.length).toBeLessThan(50_000);
    expect(piece).toMatch(/^\|/);
  }
  expect(joinPieces([...pieces, '', undefined])).toBe(content);
});

it('is refused where the cells of a row do not hold it', () => {
  expect(() => piecesOf('x'.repeat(180_001), 'Choose less.')).toThrow('Choose less.');
});

it.each(['', 'null', '{"a":1}', '{"movements":'])('is nothing in %j', text => {
  expect(keptIn<Statement>(text, 'movements')).toBeUndefined();
});
