/** The menu of the add-on in the page, and where keys lead in it. */

import { expect, it } from 'vitest';
import { itemAfter, menuItems } from '../../../workbench/page/shell/menu-model';

it('keeps the menu as the add-on built it, and calls what is chosen', () => {
  const called: string[] = [];
  const items = menuItems(
    [
      { caption: 'Refresh', functionName: 'refresh' },
      { caption: '-' },
      { caption: 'Notices', items: [{ caption: 'Turn off', functionName: 'turnOff' }] },
    ],
    name => called.push(name),
  );
  expect(items.map(({ caption }) => caption)).toEqual(['Refresh', '-', 'Notices']);
  items[0]?.choose?.();
  items[2]?.items?.[0]?.choose?.();
  expect(called).toEqual(['refresh', 'turnOff']);
});

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 3, 0],
  ['ArrowUp', 0, 3],
  ['ArrowUp', -1, 3],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['r', 0, 1],
  ['R', 1, 3],
  ['r', 3, 1],
  ['x', 0, -1],
  [' ', 0, -1],
  ['Shift', 0, -1],
])('%s leads from item %i to %i', (key, current, next) => {
  expect(itemAfter(['Check', 'Refresh', 'Help', 'Renewal'], current, key)).toBe(next);
});
