/** Questions that a person answers while the run waits. */

import { expect, it } from 'vitest';
import { bare, openSmall } from './small-bundle';

const code = `
  console.log('begun');
  SpreadsheetApp.getActive().toast('Looking');
  const ui = SpreadsheetApp.getUi();
  try {
    return String(ui.alert('Send', 'Send 3 mails?', ui.ButtonSet.YES_NO));
  } catch (error) {
    console.error(error.message);
  }`;

it('are put once, and the run says everything once, whatever it caught', async () => {
  const workbook = await openSmall();
  const asked: string[] = [];
  workbook.world.ask = async ({ text, buttons }) => {
    asked.push(`${text} ${buttons.join('/')}`);
    return 'NO';
  };
  expect(await bare(workbook, code)).toBe('NO');
  expect(asked).toEqual(['Send 3 mails? YES/NO']);
  expect(workbook.log.map(({ text }) => text)).toEqual(['begun']);
  expect(workbook.messages.map(({ text, answer }) => [text, answer])).toEqual([
    ['Looking', ''],
    ['Send 3 mails?', 'NO'],
  ]);
});
