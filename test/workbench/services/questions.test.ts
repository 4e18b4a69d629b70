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

it('are put once by a run that has remembered something before, which it remembers once', async () => {
  const workbook = await openSmall();
  const asked: string[] = [];
  workbook.world.ask = async ({ text }) => {
    asked.push(text);
    return 'YES';
  };
  workbook.world.confirm = () => 'in the way of the browser';
  const counting = `
    const store = PropertiesService.getDocumentProperties();
    store.setProperties({ count: String(Number(store.getProperties().count || 0) + 1) });
    return String(SpreadsheetApp.getUi().alert('', 'Go on?', SpreadsheetApp.getUi().ButtonSet.YES_NO));`;
  expect(await bare(workbook, counting)).toBe('YES');
  expect(asked).toEqual(['Go on?']);
  expect([...workbook.world.properties]).toEqual([['count', '1']]);
});
