import { describe, expect, it } from 'vitest';
import { blockCount, blockNumber } from '../../../src/ledger/model/block';
import { block, ledgerOf, type Row } from '../builders';

const numbers = (blocks: readonly Row[], more = {}) => {
  const { numbers: given } = ledgerOf({ blocks, ...more });
  return [...given.rows.values()].map(({ number }) => number);
};

describe('block numbers', () => {
  it('are given in the order of the rows to rows without one', () => {
    expect(numbers([block(10), block(20)])).toEqual(['B-0001', 'B-0002']);
  });

  it('stay what they are', () => {
    const { rows, highest } = ledgerOf({ blocks: [block(10, { Block: 'B-0007' }), block(20)] }).numbers;
    expect(rows.get(2)).toEqual({ number: 'B-0007', order: 7, isNew: false, copyOf: undefined });
    expect(rows.get(3)).toEqual({ number: 'B-0008', order: 8, isNew: true, copyOf: undefined });
    expect(highest).toBe(8);
  });

  it('are new for the lower of two rows with the same one', () => {
    const copied = [
      block(10, { Block: 'B-0001' }),
      block(10, { Block: 'b-0001' }),
      block(10, { Block: 'B-0001' }),
    ];
    expect(numbers(copied)).toEqual(['B-0001', 'B-0002', 'B-0003']);
    expect(ledgerOf({ blocks: copied }).numbers.rows.get(4)?.copyOf).toBe(2);
  });

  it('are never used again: not those in Notices, and not those of deleted rows', () => {
    expect(numbers([block(10)], { notices: [{ Block: 'B-0041' }] })).toEqual(['B-0042']);
    expect(numbers([block(10)], { highestBlock: 99 })).toEqual(['B-0100']);
    expect(numbers([block(10, { Block: 'B-0120' }), block(10)], { highestBlock: 99 })).toEqual([
      'B-0120',
      'B-0121',
    ]);
  });

  it('wait for client and hours, so that the rate written with it is that client’s', () => {
    expect(numbers([block(''), block(10, { Client: '' }), block(10)])).toEqual(['B-0001']);
  });

  it('leave a text of the user’s own alone, behind all numbers in draw order', () => {
    const own = ledgerOf({ blocks: [block(10, { Block: 'March deal' }), block(10)] }).numbers.rows;
    expect(own.get(2)).toMatchObject({ number: 'March deal', isNew: false });
    expect(own.get(3)).toMatchObject({ number: 'B-0001' });
    expect(own.get(2)?.order).toBeGreaterThan(own.get(3)?.order ?? Number.POSITIVE_INFINITY);
  });

  it('are B- and at least four digits', () => {
    expect([1, 42, 12_345].map(blockNumber)).toEqual(['B-0001', 'B-0042', 'B-12345']);
    expect(['B-0042', ' b-7 ', 'B-', 'X-1', 'B-1234567890', ''].map(blockCount)).toEqual([
      42,
      7,
      ...Array(4).fill(undefined),
    ]);
  });

  it('of a row that cannot be counted is given all the same', () => {
    expect(numbers([block('abc')])).toEqual(['B-0001']);
  });
});
