import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { howToGetOne, launchBrowser } from '../../workbench/node/browser';
import { findBrowser } from '../../workbench/node/find-browser';
import type { Workbook } from '../../workbench/runtime';
import { openFirm, rowsOf } from '../journeys/firm';
import { typeTabs } from '../journeys/own-tracker';
import { openDialog } from './dialog-page';

if (!findBrowser()) console.log(howToGetOne);
describe.skipIf(!findBrowser())('Bring in your workbook by keyboard alone', () => {
  let browser: Browser;
  let book: Workbook;
  const problems: string[] = [];
  beforeAll(async () => {
    [browser, book] = await Promise.all([launchBrowser(), openFirm()]);
    await typeTabs(book);
  });
  afterAll(() => browser?.close());

  /** By Tab from where one stands, as somebody does who has no mouse. */
  async function goTo(page: Page, id: string): Promise<void> {
    for (let step = 0; step < 60; step++) {
      if ((await page.evaluate('document.activeElement.id')) === id) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${id}.`);
  }

  it('says what it found, asks, shows what it does, and brings all of it in', async () => {
    const page = await openDialog(browser, book, 'import-book', problems);
    const status = (text: string | RegExp) => page.locator('#status').filter({ hasText: text }).waitFor();
    await status('3 questions are open.');
    expect(await page.locator('#found li').allTextContents()).toEqual([
      'Tab Customers: 4 clients from row 4.',
      'Tab Hours sold: 4 blocks from row 3.',
      'Tab Time log: 4 entries from row 2.',
      'Tab Sheet1: no table of clients, blocks or hours.',
      'Tab Ideas: no table of clients, blocks or hours.',
    ]);
    await goTo(page, 'description * what was done');
    await page.keyboard.press('Space');
    await status('2 questions are open.');
    await goTo(page, 'name0');
    await page.keyboard.type('Acme');
    await status('One question is open.');
    await goTo(page, 'name1');
    await page.keyboard.type('Harbor Ltd');
    await status(
      '17 lines: 10 new, 0 there already, 5 left out, 2 cannot be read. They make 4 clients, 3 blocks, 3 entries of hours.',
    );
    await page
      .locator('#preview table')
      .filter({ hasText: 'Harbor Ltd' })
      .getByText('17 h')
      .first()
      .waitFor();
    await goTo(page, 'write');
    await page.keyboard.press('Enter');
    await status('Brought in 4 clients, 3 blocks, 3 entries of hours.');
    expect(rowsOf(book, 'Blocks').map(({ Client, Hours }) => [Client, Hours])).toEqual([
      ['Harbor Ltd', 20],
      ['Acme', 10],
      ['Solo', 5],
    ]);
    await page.context().close();
    expect(problems).toEqual([]);
  });

  it('takes sold blocks from a pasted table alone, where Import leads to it, and a second time nothing', async () => {
    const sales = 'Date\tClient\tHours\tPrice\tPaid on\n2026-02-03\tAcme\t8\t760\t2026-02-04';
    const led = await openDialog(browser, book, 'import-file', problems);
    await led.locator('#text').fill(sales);
    await led.locator('#status').filter({ hasText: 'blocks that were sold' }).waitFor();
    expect(await led.locator('#sold').isVisible()).toBe(true);
    expect(await led.locator('#write').isDisabled()).toBe(true);
    await led.context().close();
    const page = await openDialog(browser, book, 'import-book', problems);
    const status = (text: string | RegExp) => page.locator('#status').filter({ hasText: text }).waitFor();
    await status(/lines: |open\.|Nothing/);
    await page.locator('#other summary').press('Enter');
    await page.locator('#text').fill(sales);
    await status(/^1 lines?: 1 new/);
    expect(await page.locator('#found li').allTextContents()).toEqual(['pasted text: 1 block from row 2.']);
    await page.locator('#write').press('Enter');
    await status('Brought in');
    expect(rowsOf(book, 'Blocks').at(-1)).toMatchObject({ Client: 'Acme', Hours: 8, Price: 760 });
    await page.locator('#again').press('Enter');
    await status(/lines: |open\.|Nothing/);
    await page.locator('#text').fill(`${sales}\n`);
    await status('Nothing is new');
    await page.context().close();
    expect(problems).toEqual([]);
  });
});
