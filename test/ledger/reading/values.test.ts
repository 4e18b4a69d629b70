import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  readCurrency,
  readDate,
  readDecimal,
  readShare,
  readText,
  readYesNo,
} from '../../../src/ledger/reading/values';
import type { Cell } from '../../../src/ledger/sheet/cell';
import { decimalNumber } from '../../../src/ledger/units/decimal';
import { dateCell, day, durationCell } from '../builders';

const number = (cell: Cell) => {
  const value = readDecimal('Price', cell);
  return value && 'digits' in value ? decimalNumber(value) : value;
};
const share = (cell: Cell) => {
  const value = readShare('Tax (%)', cell);
  return value && 'digits' in value ? decimalNumber(value) : value;
};

describe('dates', () => {
  it.each<[string, Cell]>([
    ['a date cell', dateCell('2026-11-23')],
    ['a date cell with a time', dateCell('2026-11-23', 23.99)],
    ['text', '2026-11-23'],
    ['text with points', '23.11.2026'],
    ['text with blanks', ' 2026-11-23 '],
    ['a date cell that lost its format', 46_349],
    ['the same with a time', 46_349.99],
  ])('are read from %s', (_, cell) => {
    expect(readDate('Date', cell)).toBe(day('2026-11-23'));
  });

  it.each<Cell>([
    '2026-13-40',
    '2026-02-30',
    '23/11/2026',
    '11/23/2026',
    'tomorrow',
    'x'.repeat(50_000),
    12,
    0,
    1.5,
    30_000,
    73_050,
    Number.NaN,
    true,
    '0026-11-23',
    dateCell('0206-11-23'),
  ])('are not guessed from %j', cell => {
    expect(readDate('Date', cell)).toMatchObject({
      problem: expect.stringMatching(/Type a date such as 2026-11-23\.$/),
    });
  });

  it('are no time of day that slipped in', () => {
    const problem = 'Date "01:30:00" cannot be read. Type a date such as 2026-11-23.';
    expect(readDate('Date', durationCell(1.5))).toEqual({ problem });
  });

  it('are blank where nothing stands', () => {
    expect(readDate('Date', ' ')).toBeUndefined();
  });
});

describe('numbers', () => {
  it.each<[Cell, number]>([
    [100, 100],
    ['100', 100],
    ['12.50', 12.5],
    ['12,5', 12.5],
    ['-3', -3],
    ['−3', -3],
    ['0.125', 0.125],
    ['1800.00', 1800],
    [0, 0],
  ])('reads %j', (cell, expected) => {
    expect(number(cell)).toBe(expected);
  });

  it.each<Cell>([
    'abc',
    '$100',
    '1e3',
    '1 800',
    true,
    1e12,
    '9'.repeat(30),
    Number.POSITIVE_INFINITY,
    durationCell(1),
  ])('cannot read %j', cell => {
    expect(number(cell)).toHaveProperty('problem');
  });

  it.each<Cell>(['1,800', '1.800', '12.500'])('does not guess whether %j has thousands', cell => {
    expect(number(cell)).toEqual({
      problem: `Price "${String(cell)}" cannot be read. Type it without a mark for thousands.`,
    });
  });
});

describe('percentages', () => {
  it.each<[Cell, number]>([
    [0.2, 0.2],
    [20, 0.2],
    ['20 %', 0.2],
    ['20%', 0.2],
    ['0,5 %', 0.005],
    ['8.375 %', 0.08375],
    ['0.2', 0.2],
    [1, 1],
    ['1 %', 0.01],
    [1.5, 0.015],
    [100, 1],
    [0, 0],
  ])('reads %j', (cell, expected) => {
    expect(share(cell)).toBe(expected);
  });

  it.each<Cell>([-0.1, 101, '-5 %', '120 %', 'much', true])('cannot read %j', cell => {
    expect(share(cell)).toHaveProperty('problem');
  });
});

describe('boxes and yes or no', () => {
  it.each<[Cell, boolean]>([
    [true, true],
    [false, false],
    ['yes', true],
    [' No ', false],
    ['TRUE', true],
    ['nein', false],
    [1, true],
    [0, false],
  ])('reads %j', (cell, expected) => {
    expect(readYesNo('Active', cell)).toBe(expected);
  });

  it('asks where it is neither', () => {
    const problem = 'Active "maybe" cannot be read. Tick the box, or type yes or no.';
    expect(readYesNo('Active', 'maybe')).toEqual({ problem });
    expect(readYesNo('Active', '')).toBeUndefined();
  });
});

describe('words', () => {
  it('reads a currency code in any case', () => {
    expect(readCurrency('Currency', ' eur ')).toBe('EUR');
    expect(readCurrency('Currency', '€')).toEqual({
      problem: 'Currency "€" cannot be read. Type a code such as USD or EUR.',
    });
    expect(readCurrency('Currency', '')).toBeUndefined();
  });

  it('reads a word of a list in any case', () => {
    const read = (cell: Cell) => choiceOf(['next block', 'invoice'])('Overage', cell);
    expect(read('Next Block')).toBe('next block');
    expect(read('later')).toEqual({
      problem: 'Overage "later" cannot be read. Choose one of: next block, invoice.',
    });
  });

  it('takes a number or a date for the words it shows', () => {
    expect(readText('Client', 4711)).toBe('4711');
    expect(readText('Client', dateCell('2026-11-23'))).toBe('2026-11-23');
    expect(readText('Client', ' Acme ')).toBe('Acme');
  });

  it.each(['#N/A', '#REF!', '#VALUE!', '#ERROR!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!', 'Loading...'])(
    'never takes the error %s for words',
    error => {
      expect(readText('Client', error)).toHaveProperty('problem');
    },
  );

  it('takes a hash in other words for words', () => {
    expect(readText('Client', '#1 Plumbing')).toBe('#1 Plumbing');
  });
});
