/** Books of any name, what the page's server does for its page, and two pages of one browser. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitForWorkbook } from '../../workbench/node/browser';
import type { Workbook } from '../../workbench/runtime';
import { inBrowser } from './in-browser';

const bookName = "O'Neil & Co. 100% #1.xlsx";
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'block-ledger-books-'));
  const book = new ExcelJS.Workbook();
  const tab = book.addWorksheet('Sheet');
  tab.getCell('A1').value = 'Acme';
  tab.mergeCells('D1:F3');
  const lists = tab as unknown as { dataValidations: { add(area: string, rule: object): void } };
  for (const area of ['A1:Z1000', 'C1:C1048576'])
    lists.dataValidations.add(area, { type: 'list', formulae: ['"a,b"'] });
  writeFileSync(join(folder, bookName), Buffer.from(await book.xlsx.writeBuffer()));
});
afterAll(() => rmSync(folder, { recursive: true }));

const cell = (page: Page) =>
  page.evaluate(() => {
    const { workbook } = globalThis as unknown as { workbook: Workbook };
    return String(workbook.print(workbook.engine.tabs()[0]?.name ?? '')[0]?.[0]);
  });
const write = (page: Page, text: string) =>
  page.evaluate(async typed => {
    const { workbook, session } = globalThis as unknown as {
      workbook: Workbook;
      session: { run(work: () => Promise<void>): Promise<void> };
    };
    await session.run(() => workbook.edit(`${workbook.engine.tabs()[0]?.name}!A1`, typed));
  }, text);
const kept = (page: Page) => page.waitForSelector('html[data-kept="yes"]', { state: 'attached' });

inBrowser('a page of the workbench', bench => {
  it('opens a book of any name with lists over whole tabs, and its server prints for it', async () => {
    const { page } = await bench.open({ book: join(folder, bookName) });
    expect(await page.locator('#file-name').textContent()).toBe(bookName);
    expect(await cell(page)).toBe('Acme');
    expect(page.url(), 'the address keeps no key').not.toMatch('token');
    const printed = await page.evaluate(() => {
      const { workbook } = globalThis as unknown as { workbook: Workbook };
      return String.fromCharCode(...(workbook.world.printPdf?.('<p>One') ?? []).slice(0, 5));
    });
    expect(printed).toBe('%PDF-');
  });

  it('leaves alone what another page of the same browser keeps, and says so', async () => {
    const { page: first } = await bench.open({ book: join(folder, bookName) });
    await write(first, 'first');
    await kept(first);
    expect(await first.getByTestId('told').count()).toBe(0);

    const second = await first.context().newPage();
    await second.goto(first.url());
    await waitForWorkbook(second);
    expect(await second.getByTestId('told').textContent()).toContain('another tab');
    expect(await second.locator('#file-name').textContent()).toBe(bookName.replace('.xlsx', ' (copy).xlsx'));
    expect(await cell(second)).toBe('first');
    await write(second, 'second');
    await kept(second);
    await write(first, 'first again');
    await kept(first);

    for (const [page, wanted] of [
      [first, 'first again'],
      [second, 'second'],
      [first, 'first again'],
    ] as const) {
      await page.reload();
      await waitForWorkbook(page);
      expect(await cell(page)).toBe(wanted);
    }
  });
});
