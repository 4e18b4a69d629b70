import { expect, it } from 'vitest';
import { circlesIn, floorsOf } from '../../workbench/house/circles';

const imports = (text: string) =>
  new Map(text.split(', ').map(each => [each.slice(0, 1), [...each.slice(1)]] as const));

it('finds every group of files that reach one another', () => {
  expect(circlesIn(imports('ab, bc, c, d'))).toEqual([]);
  expect(circlesIn(imports('ab, bca, c, de, ed, fa'))).toEqual([
    ['a', 'b'],
    ['d', 'e'],
  ]);
  expect(circlesIn(imports('ab, bc, cda, d'))).toEqual([['a', 'b', 'c']]);
});

it('puts a folder on the floor above the highest from which it imports', () => {
  expect(floorsOf(imports('ab, bc, c, dc, e'))).toEqual([['c', 'e'], ['b', 'd'], ['a']]);
});
