import { expect, it } from 'vitest';
import { addTo, groupsOf, remembering, valueAt } from '../../../src/ledger/units/groups';
import { counted } from '../../../src/ledger/units/local-text';
import { piecesOfText, plainJson } from '../../../src/ledger/units/plain-json';

it('groups rows by their key, in the order in which they come', () => {
  const groups = groupsOf([3, 1, 4, 5, 8], each => (each === 5 ? undefined : each % 2));
  expect([...groups]).toEqual([
    [1, [3, 1]],
    [0, [4, 8]],
  ]);
  addTo(groups, 1, 9);
  expect(groups.get(1)).toEqual([3, 1, 9]);
});

it('makes a value once', () => {
  const map = new Map<string, number[]>();
  expect(valueAt(map, 'a', () => [1])).toBe(valueAt(map, 'a', () => [2]));
  let made = 0;
  const squared = remembering((each: number) => each * each + made++ * 0);
  expect([squared(3), squared(3), made]).toEqual([9, 9, 1]);
});

it('says one and many', () => {
  expect([0, 1, 2].map(count => counted(count, 'client'))).toEqual(['0 clients', '1 client', '2 clients']);
  expect(counted(2, 'entry', 'entries')).toBe('2 entries');
});

it('cuts a text anywhere and loses nothing', () => {
  const text = plainJson({ name: 'Jürgen 😀\u007f' });
  expect(text).toMatch(/^[ -~]*$/);
  const pieces = piecesOfText(text, 7);
  expect(Math.max(...pieces.map(({ length }) => length))).toBe(7);
  expect(JSON.parse(pieces.join(''))).toEqual({ name: 'Jürgen 😀\u007f' });
});
