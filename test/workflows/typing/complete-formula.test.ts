import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import {
  completeFormula,
  liveFunctions,
  renewedFormula,
} from '../../../src/workflows/typing/complete-formula';

it.each([
  ['a plain call', '=BLOCKBALANCE("Acme")', '=BLOCKBALANCE("Acme"; Ledger)'],
  ['a quote', '=BLOCKQUOTE(20, "Acme")', '=BLOCKQUOTE(20, "Acme"; Ledger)'],
  ['a call in any case', '=blockbalance(B2)', '=blockbalance(B2; Ledger)'],
  ['a call without arguments', '=BLOCKSUMMARY()', '=BLOCKSUMMARY(Ledger)'],
  [
    'a call with a date',
    '=BLOCKUSED("Acme", DATE(2026,1,1), A1)',
    '=BLOCKUSED("Acme", DATE(2026,1,1), A1; Ledger)',
  ],
  ['a blank last argument', '=BLOCKUSED("Acme";)', '=BLOCKUSED("Acme";; Ledger)'],
  ['blanks inside', '= BLOCKVALUE ( B2 )', '= BLOCKVALUE ( B2; Ledger )'],
  ['a call in a calculation', '=1+BLOCKSAVED(B2)*2', '=1+BLOCKSAVED(B2; Ledger)*2'],
  [
    'calls in calls',
    '=IF(BLOCKBALANCE(B2)<0;BLOCKEXPLAIN(IF(A1;BLOCKRUNOUT(C1);"x"));0)',
    '=IF(BLOCKBALANCE(B2; Ledger)<0;BLOCKEXPLAIN(IF(A1;BLOCKRUNOUT(C1; Ledger);"x"); Ledger);0)',
  ],
  [
    'one call of two',
    '=BLOCKBALANCE(B2;Ledger)+BLOCKVALUE(B2)',
    '=BLOCKBALANCE(B2;Ledger)+BLOCKVALUE(B2; Ledger)',
  ],
  ['a list of names', '=BLOCKBALANCE({"a","Ledger"})', '=BLOCKBALANCE({"a","Ledger"}; Ledger)'],
  ['a name with brackets and quotes', '=BLOCKBALANCE("A ""b) ("")")', '=BLOCKBALANCE("A ""b) ("")"; Ledger)'],
  ['a tab with brackets', "=BLOCKBALANCE('It''s (old)'!A1)", "=BLOCKBALANCE('It''s (old)'!A1; Ledger)"],
])('completes %s', (_, plain, complete) => {
  expect(completeFormula(plain)).toBe(complete);
  expect(completeFormula(complete)).toBe(complete);
});

it.each([
  ['the stamp by name', '=BLOCKBALANCE(B2, ledger )'],
  ['the stamp by its cell', '=BLOCKBALANCE(B2; Balances!$A$1)'],
  ['the stamp by its quoted tab', "=BLOCKBALANCE(B2; 'Balances'!A1)"],
  ['a quoted text', '="Type BLOCKBALANCE(B2)"'],
  ['a tab of that name', "='BLOCKBALANCE(B2)'!A1"],
  [
    'a longer name',
    '=MYBLOCKBALANCE(B2)+BLOCKBALANCE2(B2)+BLOCKBALANCE_OLD(B2)+MY.BLOCKBALANCE(B2)+BLOCKBALANCE.X(B2)',
  ],
  ['a bracket too few', '=BLOCKBALANCE(B2'],
  ['a bracket too few around a call', '=SUM(BLOCKBALANCE(B2)'],
  ['a bracket too many', '=BLOCKBALANCE(B2))'],
  ['brackets that cross', '=BLOCKBALANCE({B2)}'],
  ['a quote that stays open', '=BLOCKBALANCE("Acme)'],
  ['text that is no formula', 'BLOCKBALANCE(B2)'],
  ['the stamp itself', '=BLOCKLEDGER("Clients"; Clients!A:A)'],
  ['a function that takes no stamp', '=SUM(A1:A3)'],
])('leaves %s', (_, formula) => {
  expect(completeFormula(formula)).toBe(formula);
});

const piece = fc.oneof(
  fc.constantFrom(
    ...liveFunctions.map(name => `${name}(`),
    '(',
    ')',
    ';',
    ',',
    '"',
    "'",
    '{',
    '}',
    'Ledger',
    ' ',
    'A1',
  ),
  fc.string({ maxLength: 3 }),
);

test('only adds the stamp, and only once', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), pieces => {
      const plain = `=${pieces.join('')}`;
      const complete = completeFormula(plain);

      expect(completeFormula(complete)).toBe(complete);
      expect(withoutStamp(complete)).toBe(withoutStamp(plain));
    }),
  );
});

it.each([
  ['=BLOCKSUMMARY(Ledger)', '=BLOCKSUMMARY(Ledger;"")'],
  ['=BLOCKBALANCE(B2, ledger )+1', '=BLOCKBALANCE(B2, ledger ;"")+1'],
  [
    '=BLOCKVALUE(IF(BLOCKBALANCE(B2;Ledger)>0;B2;C2);Ledger;"")',
    '=BLOCKVALUE(IF(BLOCKBALANCE(B2;Ledger;"")>0;B2;C2);Ledger;"";"")',
  ],
  ['=BLOCKBALANCE(B2)', '=BLOCKBALANCE(B2)'],
  ['="BLOCKBALANCE(B2; Ledger)"', '="BLOCKBALANCE(B2; Ledger)"'],
])('says %s in other words', (formula, renewed) => {
  expect(renewedFormula(formula)).toBe(renewed);
  expect(renewed === formula || completeFormula(renewed) === renewed).toBe(true);
});

it('has five other words for a formula, and then the first again', () => {
  const first = '=BLOCKBALANCE(B2; Ledger)+BLOCKVALUE(B2; Ledger)';
  const words = [first];
  while (words.length < 7) words.push(renewedFormula(words[words.length - 1] as string));

  expect(new Set(words).size).toBe(6);
  expect(words[6]).toBe(first);
});

function withoutStamp(formula: string): string {
  return formula.replace(/;|Ledger|\s/g, '');
}
