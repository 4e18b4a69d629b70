/** Edits that come faster than `onEdit` runs. */

import { expect, it } from 'vitest';
import { openSmall } from './small-bundle';

const code = "function onEdit(e) { console.log(e.range.getRow() + ' ' + e.value); }";

it('keeps two events of fast edits waiting and drops the rest, while every cell holds what was typed', async () => {
  const workbook = await openSmall({ code });
  await Promise.all([1, 2, 3, 4, 5].map(row => workbook.edit(`Sheet1!A${row}`, `typed ${row}`)));
  expect(workbook.log.map(({ text }) => text)).toEqual(['1 typed 1', '2 typed 2', '3 typed 3']);
  expect(workbook.print('Sheet1').flat()).toEqual([1, 2, 3, 4, 5].map(row => `typed ${row}`));
});

it('loses no event of a person who takes the time, also after a fast hour', async () => {
  const workbook = await openSmall({ code });
  await Promise.all([1, 2, 3, 4, 5].map(row => workbook.edit(`Sheet1!A${row}`, 'fast')));
  for (const row of [6, 7, 8, 9, 10]) await workbook.edit(`Sheet1!A${row}`, 'slow');
  expect(workbook.log.filter(({ text }) => text.endsWith('slow'))).toHaveLength(5);
});
