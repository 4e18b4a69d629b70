import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { howToGetOne, launchBrowser } from '../../workbench/node/browser';
import { findBrowser } from '../../workbench/node/find-browser';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from '../journeys/firm';
import { openDialog } from './dialog-page';

const headers = ['Date', 'Who', 'Customer', 'Hours', 'What was done'];
const work = [
  ['2026-11-02', 'Kim', 'Acme', '1:30:00', 'Löten'],
  ['2026-11-03', 'Kim', 'Acme Ltd', '2:00:00', '=SUM(1)'],
  ['2026-11-04', 'Jo', 'Zorro', '0:45:00', 'Called'],
];
const log = [headers, ...work].map(row => row.join('\t')).join('\n');

if (!findBrowser()) console.log(howToGetOne);
describe.skipIf(!findBrowser())('Import hours by keyboard alone', () => {
  let browser: Browser;
  let book: Workbook;
  let page: Page | undefined;
  const problems: string[] = [];
  beforeAll(async () => {
    [browser, book] = await Promise.all([launchBrowser(), openFirm()]);
    await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
    await addRow(book, 'Blocks', { Date: '2026-10-05', Client: 'Acme', Hours: '10' });
    const tab = book.engine.insertTab('My log');
    await book.edit(`${tab.name}!A1`, [headers, ...work]);
  });
  afterEach(async () => {
    await page?.context().close();
    expect(problems.splice(0)).toEqual([]);
  });
  afterAll(() => browser?.close());

  const status = (text: string | RegExp) =>
    (page as Page).locator('#status').filter({ hasText: text }).waitFor();
  const label = (text: string | RegExp) => (page as Page).getByLabel(text);
  /** By Tab from where one stands, as somebody does who has no mouse. */
  async function goTo(id: string): Promise<void> {
    for (let step = 0; step < 60; step++) {
      if ((await (page as Page).evaluate('document.activeElement.id')) === id) return;
      await (page as Page).keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${id}.`);
  }
  const press = async (id: string, key: string) => {
    await goTo(id);
    await (page as Page).keyboard.press(key);
  };

  it('takes a dropped file, asks who is who and where the texts go, shows what it does, and brings it in', async () => {
    page = await openDialog(browser, book, 'import-hours', problems);
    await label('Or paste the log').waitFor();
    await page.waitForFunction(`document.activeElement.id === 'file'`);
    await page.evaluate(`{
      const moved = new DataTransfer();
      moved.items.add(new File([${JSON.stringify(log)}], 'log.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: moved, bubbles: true, cancelable: true }));
    }`);
    await status('3 questions are open.');
    await press('description what was done', 'Space');
    await status('2 questions are open.');
    await goTo('name0');
    // By its first letter, as every list of choices is used.
    await page.keyboard.type('Acme');
    await status('One question is open.');
    await goTo('name1');
    await page.keyboard.type('A new');
    await status('3 lines: 3 new (4.25 h), 0 there already, 0 left out, 0 cannot be read.');
    await page.locator('#preview table').filter({ hasText: 'Acme' }).getByText('6.5 h').first().waitFor();
    await press('write', 'Enter');
    await status('Brought in 3 lines.');
    expect(rowsOf(book, 'Time')).toMatchObject([
      { Client: 'Acme', Hours: 1.5, 'What was done': 'Löten', Who: 'Kim' },
      { Client: 'Acme', Hours: 2, 'What was done': '=SUM(1)' },
      { Client: 'Zorro', Hours: 0.75 },
    ]);
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(6.5);
  });

  it('knows the same log again as pasted text and as a tab, in whatever letters it is written', async () => {
    await book.call('goToRow', 'Clients', 2);
    const tab = book.engine.tabs().find(({ name }) => name === 'My log');
    book.world.active = { tab: tab?.id ?? '', row: 1, column: 1 } as typeof book.world.active;
    page = await openDialog(browser, book, 'import-hours', problems);
    await page.waitForFunction(`document.activeElement.id === 'file'`);
    await goTo('text');
    await page.keyboard.insertText(log);
    await status('3 lines: 0 new (0 h), 3 there already, 0 left out, 0 cannot be read.');
    await goTo('tab');
    await page.keyboard.press('Enter');
    await page.getByText('tab My log: a table.').waitFor();
    await status('3 lines: 0 new (0 h), 3 there already, 0 left out, 0 cannot be read.');
    expect(await page.locator('#write').isDisabled()).toBe(true);
    expect(rowsOf(book, 'Time')).toHaveLength(3);
  });

  it('sends a list of clients to the other window, which sends a log of work here', async () => {
    page = await openDialog(browser, book, 'import-hours', problems);
    await page.waitForFunction(`document.activeElement.id === 'file'`);
    await goTo('text');
    await page.keyboard.insertText('Client,Email\nBolt,b@bolt.example');
    await page.getByRole('button', { name: 'Open Import…' }).waitFor();
    await page.context().close();
    page = await openDialog(browser, book, 'import-file', problems);
    await label('Or paste the table').fill(log);
    await page.getByRole('button', { name: 'Open Import hours…' }).waitFor();
    await status('This is a log of work');
  });

  it('takes an import back, and says what was changed since', async () => {
    await book.edit('Time!D2', '3');
    page = await openDialog(browser, book, 'undo-import', problems);
    await page.getByText('3 rows, 1 changed since.').waitFor();
    await page.getByRole('button', { name: /^Take back/ }).focus();
    await page.keyboard.press('Enter');
    await status('Emptied 2 rows of Time. 1 that were changed since stay.');
    expect(rowsOf(book, 'Time')).toMatchObject([{ Client: 'Acme', Hours: 3 }]);
  });
});
