import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headerPositions } from '../../../src/ledger/sheet/headers';
import { alikeNames, foldName, visibleName } from '../../../src/ledger/units/names';
import { balance, block, ledgerOf, messages, work } from '../builders';

const alike = (...names: string[]) =>
  alikeNames(names.map(name => ({ name }))).map(group => group.map(({ name }) => name));

describe('names', () => {
  it.each([' Acme  Ltd ', 'ACME LTD', 'acme\u00a0ltd', 'Acme\tLtd'])('%j is the client Acme Ltd', name => {
    expect(foldName(name)).toBe(foldName('Acme Ltd'));
  });

  it('of plain letters are read like every other, which is slower', () => {
    const unseen = '\u200b';
    const names = fc.string({ unit: fc.constantFrom(...'aZ09 .\'`"-_~!\t\u00a0é') });
    fc.assert(
      fc.property(names, name => {
        expect(foldName(name)).toBe(foldName(`${unseen}${name}`));
        expect(visibleName(name)).toBe(visibleName(`${unseen}${name}`));
      }),
      { numRuns: 2000 },
    );
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
    ['wide letters', 'ａｃｍｅ'],
  ])('with %s only look alike', (_, other) => {
    const plain = other.includes('0') || other.includes('ο') ? 'acmeo' : 'acme';
    expect(alike(plain, other, 'bolt')).toEqual([[plain, other]]);
  });

  it.each([
    ['AppIe', 'Apple'],
    ['App1e', 'Apple'],
    ['Ideal', 'ldeal'],
    ['Bames', 'Barnes'],
    ['Bow Vvow', 'Bow Wow'],
    ['Acme\u200b Ltd', 'Аcme Ltd'],
  ])('%j and %j look alike and are two', (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
    expect(alike(one, other)).toEqual([[one, other]]);
  });

  it.each([
    ['Ali', 'All'],
    ['IT Ltd', 'LT Ltd'],
    ['Line 1', 'Line l'],
    ['Mail', 'Mall'],
  ])('%j and %j do not look alike', (one, other) => {
    expect(alike(one, other)).toEqual([]);
  });

  it.each([
    ['O\u2019Neil', "O'Neil"],
    ['O\u02bcNeil', "O'Neil"],
    ['\u201cBest\u201d Foods', '"Best" Foods'],
    ['\u201eBest\u201c Foods', '"Best" Foods'],
    ['Smith \u2013 Sons', 'Smith - Sons'],
    ['Smith\u2011Sons', 'Smith-Sons'],
    ['Ac\u200bme', 'Acme'],
    ['\ufeffAcme', 'Acme'],
    ['\u202aAcme\u202c', 'Acme'],
    ['Ac\u00admeLtd', 'AcmeLtd'],
    ['Acme\u200b  Ltd\u0007', 'Acme Ltd'],
  ])('%j and %j are one client', (one, other) => {
    expect(foldName(one)).toBe(foldName(other));
    const time = [work('2026-02-01', 4, { Client: one })];
    const book = { clients: [{ Client: other }], blocks: [block(10, { Client: other })], time };
    expect(balance(book, undefined, other)).toBe(6);
    expect(messages(book)).toEqual([]);
  });

  it('fold to what folds to itself, so that a key kept earlier is found', () => {
    for (const name of ['O\u2019Neil', ' Caf\u0065\u0301 ', 'A\u200b \u2013 B'])
      expect(foldName(foldName(name))).toBe(foldName(name));
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
