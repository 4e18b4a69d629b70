/** What makes arguments the same to the memo of a function. */
import { expect, it } from 'vitest';
import { digest } from '../../../workbench/engine/argument-digest';

const all = [
  [],
  [''],
  ['', ''],
  ['a'],
  ['a', ''],
  [0],
  ['0'],
  [{ serial: 0 }],
  [true],
  [[['']]],
  [[['', '']]],
  [[[''], ['']]],
  [
    [
      ['', ''],
      ['', ''],
    ],
  ],
  [[['a'], ['']]],
  [[['a'], [''], ['']]],
  [[['a', '']]],
  [[['', 'a']]],
  [[[''], ['a']]],
];

it('differs for every other value, place or size, blanks at the end too', () => {
  expect(new Set(all.map(digest)).size).toBe(all.length);
});

it('is the same for equal values', () => {
  expect(structuredClone(all).map(digest)).toEqual(all.map(digest));
});
