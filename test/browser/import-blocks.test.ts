import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { howToGetOne, launchBrowser } from '../../workbench/node/browser';
import { findBrowser } from '../../workbench/node/find-browser';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from '../journeys/firm';
import { openDialog } from './dialog-page';

const list = 'Date,Client,Hours,Price,Paid on\n05/06/2026,Acme,20,1800,06/06/2026\n07/06/2026,Acme,$500,500,';

if (!findBrowser()) console.log(howToGetOne);
describe.skipIf(!findBrowser())('Import sold blocks', () => {
  let browser: Browser;
  let book: Workbook;
  const problems: string[] = [];
  beforeAll(async () => {
    [browser, book] = await Promise.all([launchBrowser(), openFirm()]);
    await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  });
  afterAll(() => browser?.close());

  const status = (page: Page, text: string) => page.locator('#status').filter({ hasText: text }).waitFor();

  it('takes a dropped file, asks which days these are, shows what each client gets, and brings it in', async () => {
    const page = await openDialog(browser, book, 'import-blocks', problems);
    await page.waitForFunction(`document.activeElement.id === 'text'`);
    await page.evaluate(`{
      const moved = new DataTransfer();
      moved.items.add(new File([${JSON.stringify(list)}], 'sales.csv'));
      document.dispatchEvent(new DragEvent('drop', { dataTransfer: moved, bubbles: true }));
    }`);
    await status(page, 'One question is open.');
    expect(await page.locator('#write').isDisabled()).toBe(true);
    await page.locator('[id="dates sales.csv dmy"]').check();
    await status(page, '2 lines: 1 new, 0 there already, 0 left out, 1 cannot be read.');
    await page.getByText('Acme: 1 block, 20 h, $1,800.00').waitFor();
    await page.locator('#write').press('Enter');
    await status(page, 'Brought in');
    expect(rowsOf(book, 'Blocks')).toMatchObject([
      { Block: 'B-0001', Date: '2026-06-05', Client: 'Acme', Hours: 20, 'Paid on': '2026-06-06' },
    ]);
    await page.context().close();
    expect(problems).toEqual([]);
  });

  it('takes a paste, and sends a list of clients or a log of work to its own window, which sends one here', async () => {
    let page = await openDialog(browser, book, 'import-blocks', problems);
    await page.waitForFunction(`document.activeElement.id === 'text'`);
    const paste = page.getByLabel('Or paste the table');
    await paste.fill('Date,Client,Hours,Price\n2026-06-05,Acme,20,1800');
    await status(page, 'Nothing is new');
    await paste.fill('Client,Email\nBolt,b@bolt.example');
    await page.getByRole('button', { name: 'Open Import clients…' }).waitFor();
    await paste.fill('Date,Client,User,Hours,Description\n2026-01-05,Acme,Kim,2,Mended');
    await page.getByRole('button', { name: 'Open Import hours…' }).waitFor();
    await page.context().close();
    for (const [name, label] of [
      ['import-file', 'Or paste the table'],
      ['import-hours', 'Or paste the log'],
    ] as const) {
      page = await openDialog(browser, book, name, problems);
      await page.waitForFunction(`!document.getElementById('text').closest('fieldset').disabled`);
      await page.getByLabel(label).fill(list);
      await page.getByRole('button', { name: 'Open Import sold blocks…' }).waitFor();
      await page.context().close();
    }
    expect(problems).toEqual([]);
  });
});
