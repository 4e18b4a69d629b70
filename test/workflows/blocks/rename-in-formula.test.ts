import { describe, expect, it } from 'vitest';
import { renameInFormula } from '../../../src/workflows/blocks/rename-in-formula';

const renamed = (formula: string, to = 'New') => renameInFormula(formula, 'acme', to);
const whole = (formula: string) => ({ formula, names: false });

describe('the client of a function of ours', () => {
  it.each([
    ['=BLOCKBALANCE("Acme"; Ledger)', '=BLOCKBALANCE("New"; Ledger)'],
    ['=blockused( " ACME " , "2026-01-01", Ledger)', '=blockused( "New" , "2026-01-01", Ledger)'],
    ['=BLOCKQUOTE(20; "Acme"; Ledger)', '=BLOCKQUOTE(20; "New"; Ledger)'],
    ['=SUM(1; BLOCKVALUE("Acme")) + BLOCKVALUE("Acme")', '=SUM(1; BLOCKVALUE("New")) + BLOCKVALUE("New")'],
    ['=BLOCKBALANCE({"Beta"; "Acme"}; Ledger)', '=BLOCKBALANCE({"Beta"; "New"}; Ledger)'],
    ['=BLOCKBALANCE({"Acme"\\"Beta"}; Ledger)', '=BLOCKBALANCE({"New"\\"Beta"}; Ledger)'],
    [
      '=BLOCKBALANCE(\'It"s\'!A1; Ledger) + BLOCKSAVED("Acme")',
      '=BLOCKBALANCE(\'It"s\'!A1; Ledger) + BLOCKSAVED("New")',
    ],
  ])('%s', (before, after) => {
    expect(renamed(before)).toEqual(whole(after));
  });

  it('is written with its quotes doubled, and read so', () => {
    expect(renamed('=BLOCKBALANCE("Acme")', 'A "B" (C); D')).toEqual(
      whole('=BLOCKBALANCE("A ""B"" (C); D")'),
    );
    expect(renameInFormula('=BLOCKBALANCE("a ""b""")', 'a "b"', 'New')).toEqual(
      whole('=BLOCKBALANCE("New")'),
    );
  });
});

describe('any other text', () => {
  it.each([
    '="Acme"',
    '=SUMIF(A:A; "Acme"; B:B)',
    '=BLOCKBALANCE("Acme & Co"; Ledger)',
    '=BLOCKSUMMARY(Ledger)',
    "=BLOCKBALANCE('Acme'!A1; Ledger)",
    '=BLOCKBALANCE("Beta"',
    '=BLOCKBALANCE("Acme"',
    '=BLOCKBALANCE("Acme"))',
    '=BLOCKBALANCE({"Acme"); Ledger}',
    '=BLOCKBALANCE("Acme',
  ])('stays: %s', formula => {
    expect(renamed(formula)).toEqual(whole(formula));
  });

  it.each([
    '=IF(A1="Acme"; BLOCKBALANCE(A1); 0)',
    '=BLOCKBALANCE("Acme"&""; Ledger)',
    '=BLOCKBALANCE(""&"Acme"; Ledger)',
    '=BLOCKBALANCE(VLOOKUP("Acme"; A:B; 2); Ledger)',
    '=BLOCKBALANCE(("Acme"); Ledger)',
    '=BLOCKUSED(A1; "Acme"; Ledger)',
    '=BLOCKUSED(A1; {"Acme"}; Ledger)',
    '=BLOCKQUOTE("Acme"; A1; Ledger)',
  ])('stays and is told beside a function of ours: %s', formula => {
    expect(renamed(formula)).toEqual({ formula, names: true });
  });
});
