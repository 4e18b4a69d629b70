/** `npm run screenshots`: the README's pictures, made from the built page; with a folder and a width, elsewhere. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { chooseFromMenu, launchBrowser, openPage, waitUntilIdle } from './node/browser';
import { buildPage } from './node/build-page';
import { servePage } from './node/page-server';
import type { Workbook } from './runtime';

const [pictures = fileURLToPath(new URL('./pictures', import.meta.url)), width = '1280'] =
  process.argv.slice(2);

async function shoot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** Stands on a client's row, as a click there does. */
async function selectClient(page: Page, name: string): Promise<void> {
  await page.evaluate(wanted => {
    const { workbook } = globalThis as unknown as { workbook: Workbook };
    const row = workbook.print('Clients').findIndex(([client]) => client === wanted);
    const sheet = workbook.engine.parts.api.getActiveWorkbook()?.getSheetByName('Clients');
    sheet?.activate();
    sheet?.getRange(row, 0).activate();
  }, name);
}

const folder = mkdtempSync(join(tmpdir(), 'block-ledger-pictures-'));
mkdirSync(pictures, { recursive: true });
await buildPage(folder);
const server = await servePage(folder, 0);
const browser = await launchBrowser();
const { page } = await openPage(browser, server.url, { width: Number(width), height: 720 });
await page.getByTestId('tour').getByRole('button', { name: 'Skip' }).click();
await shoot(page, 'balances');

await chooseFromMenu(page, 'Sell a block…');
const sale = page.frameLocator('iframe[title="Sell a block"]');
await sale.getByLabel('Client').fill('Acme');
await sale.getByLabel('Hours').first().fill('20');
await sale.getByLabel('Hours').first().press('Tab');
await shoot(page, 'sell-a-block');
await page.keyboard.press('Escape');

await chooseFromMenu(page, 'Notices', 'Send due notices now');
await page.getByTestId('alert').getByRole('button', { name: 'OK' }).click();
await page.getByTestId('alert').getByRole('button', { name: 'Close' }).click();
await waitUntilIdle(page);
await page.getByTestId('outbox-button').click();
await page.getByTestId('outbox-list').getByRole('button').filter({ hasText: 'Cedar' }).first().click();
await shoot(page, 'notice');

await page.getByTestId('outbox-button').click();

await selectClient(page, 'Elm Street School');
await chooseFromMenu(page, 'More', 'Care', 'Who needs us…');
await page.frameLocator('iframe[title="Who needs us"]').getByRole('button').first().waitFor();
await shoot(page, 'who-needs-us');

await chooseFromMenu(page, 'Log time');
await page.frameLocator('iframe[title="Client card"]').getByText('Elm Street School').first().waitFor();
await shoot(page, 'client-card');

await chooseFromMenu(page, 'Blocks', 'Agreement…');
await page.frameLocator('iframe[title="Agreement"]').locator('iframe:visible').first().waitFor();
await shoot(page, 'agreement');

await browser.close();
server.close();
rmSync(folder, { recursive: true });
console.log(`${pictures}: balances, sell-a-block, notice, who-needs-us, client-card, agreement (.png)`);
