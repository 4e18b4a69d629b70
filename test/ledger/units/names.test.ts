import { describe, expect, it } from 'vitest';
import { headerPositions } from '../../../src/ledger/sheet/headers';
import { foldName, lookalikeNames } from '../../../src/ledger/units/names';
import { balance, block, ledgerOf, messages, work } from '../builders';

describe('names', () => {
  it.each([' Acme  Ltd ', 'ACME LTD', 'acme\u00a0ltd', 'Acme\tLtd'])('%j is the client Acme Ltd', name => {
    expect(foldName(name)).toBe(foldName('Acme Ltd'));
  });

  it('match with an accent written as one letter or as two', () => {
    expect(foldName('Cafe\u0301')).toBe(foldName('Café'));
  });

  it('are one client in Clients, Blocks and Time, however they are written', () => {
    const book = {
      blocks: [block(10, { Client: 'ACME' })],
      time: [work('2026-02-01', 4, { Client: ' acme ' })],
    };
    expect(balance(book)).toBe(6);
    expect(messages(book)).toEqual([]);
  });

  it.each([
    ['a Cyrillic а', 'аcme'],
    ['a Greek ο', 'acmeο'],
    ['a nought for an o', 'acme0'],
    ['a letter that is not seen', 'ac\u200bme'],
    ['wide letters', 'ａｃｍｅ'],
  ])('with %s only look alike', (_, other) => {
    const plain = other.includes('0') || other.includes('ο') ? 'acmeo' : 'acme';
    expect(lookalikeNames([plain, other, 'bolt'])).toEqual([[plain, other]]);
  });

  it('that look alike are different clients', () => {
    const twin = '\u0410cme';
    const { clients } = ledgerOf({ clients: [{ Client: 'Acme' }, { Client: twin }] });
    expect(clients.size).toBe(2);
  });
});

describe('headers', () => {
  it('are found in any order and any case, and the first of two equal ones counts', () => {
    const positions = headerPositions(['Hours ', '', 'CLIENT', 'hours', null, undefined, 7]);
    expect([...positions]).toEqual([
      ['hours', 0],
      ['client', 2],
      ['7', 6],
    ]);
  });
});
