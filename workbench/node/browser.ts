/** The workbench's page opened in a Chrome or Chromium of this machine. */

import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from './find-browser';

export const howToGetOne =
  'No Chrome or Chromium was found: install one (on Debian: apt-get install chromium), or set CHROME_PATH.';

/** Throws in plain words where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error(howToGetOne);
  const quiet = ['quic', 'background-networking', 'component-update', 'sync', 'gpu'];
  return chromium.launch({
    executablePath,
    // A sandboxed dialog in a process of its own: removing it while it answers leaves the driver waiting for ever.
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-features=IsolateSandboxedIframes',
      ...quiet.map(each => `--disable-${each}`),
    ],
  });
}

export interface OpenPage {
  readonly page: Page;
  /** Errors of the console, and requests that leave this machine. */
  readonly problems: string[];
}

export interface PageOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
}

/** Opens an address in a browser profile of its own and waits until the workbook stands. */
export async function openPage(
  browser: Browser,
  url: string,
  { width = 1280, height = 800, dark = false }: PageOptions = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'Etc/UTC',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', error => problems.push(String(error)));
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !/^(localhost|127\.0\.0\.1)$/.test(hostname))
      problems.push(request.url());
  });
  await page.goto(url);
  await waitForWorkbook(page);
  return { page, problems };
}

/** The page says on its root element when a workbook is open, and when it has nothing left to do. */
export async function waitForWorkbook(page: Page, timeout = 120_000): Promise<void> {
  await page.waitForSelector('html[data-workbook="open"]', { timeout, state: 'attached' });
  await waitUntilIdle(page);
}

export async function waitUntilIdle(page: Page): Promise<void> {
  // An edit reaches the queue a moment after the key.
  await page.waitForTimeout(60);
  await page.waitForSelector('html:not([data-busy="yes"])', { state: 'attached' });
}

/** Chooses an entry of the add-on's menu, through its submenus. */
export async function chooseFromMenu(page: Page, ...captions: readonly string[]): Promise<void> {
  await page.getByTestId('menu-add-on').click();
  for (const caption of captions)
    await page.getByRole('menuitem', { name: new RegExp(`^${caption}`) }).click();
}
