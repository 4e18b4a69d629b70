/** The pictures that a shop for add-ons asks for: icons, a banner, screenshots. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chooseFromMenu, launchBrowser, openPage } from '../node/browser';
import { buildPage } from '../node/build-page';
import { servePage } from '../node/page-server';

const icon = readFileSync(new URL('./icon.svg', import.meta.url), 'utf8');
const iconSizes = [32, 48, 96, 128];

/** Writes them into `folder`; throws in plain words where there is no browser. */
export async function drawPictures(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  try {
    await drawIcons(browser, folder);
    await drawBanner(browser, folder);
    await takeScreenshots(browser, folder);
  } finally {
    await browser.close();
  }
}

async function drawIcons(browser: Browser, folder: string): Promise<void> {
  for (const size of iconSizes) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${icon}`,
    );
    await page.screenshot({ path: join(folder, `icon-${size}.png`), omitBackground: true });
    await page.close();
  }
}

async function drawBanner(browser: Browser, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 220, height: 140 } });
  await page.setContent(`<style>
    body { margin: 0; height: 140px; display: flex; flex-direction: column; align-items: center; justify-content: center;
      gap: 10px; background: #ffffff; color: #1f2328; font: 600 19px Arial, sans-serif; }
    svg { width: 56px }
    small { font: 12px Arial, sans-serif; color: #5f6b7a }
  </style>${icon}<div>Block Ledger</div><small>Prepaid hours, renewed in time</small>`);
  await page.screenshot({ path: join(folder, 'banner-220x140.png') });
  await page.close();
}

/** The sample firm as the workbench shows it. */
async function takeScreenshots(browser: Browser, folder: string): Promise<void> {
  const built = mkdtempSync(join(tmpdir(), 'block-ledger-kit-'));
  await buildPage(built);
  const server = await servePage(built, 0);
  try {
    const { page } = await openPage(browser, server.url, { width: 1280, height: 800 });
    await page.getByTestId('tour').getByRole('button', { name: 'Skip' }).click();
    await shoot(page, folder, 'screenshot-balances');
    await chooseFromMenu(page, 'Sell a block…');
    const sale = page.frameLocator('iframe[title="Sell a block"]');
    await sale.getByLabel('Client').fill('Acme');
    await sale.getByLabel('Hours').first().fill('20');
    await sale.getByLabel('Hours').first().press('Tab');
    await shoot(page, folder, 'screenshot-sell-a-block');
    await page.keyboard.press('Escape');
    await chooseFromMenu(page, 'Notices', 'See what is due…');
    await shoot(page, folder, 'screenshot-notices');
  } finally {
    await server.close();
    rmSync(built, { recursive: true, force: true });
  }
}

async function shoot(page: Page, folder: string, name: string): Promise<void> {
  // What slides in or is worked out has come to rest by then.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
