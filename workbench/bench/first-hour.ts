/**
 * A new user's first hour, walked in the page as a person goes: every click, every field that is filled in and every
 * Enter is one action. Time that merely passes is none.
 */
import type { FrameLocator, Page } from 'playwright-core';
import { waitForWorkbook, waitUntilIdle } from '../node/browser';
import type { Workbook } from '../runtime';

export interface FirstHour {
  /** Actions from an empty workbook to the first right balance, and to the first mail at a client. */
  readonly balance: number;
  readonly notice: number;
  readonly visibleTabs: number;
  readonly topEntries: number;
}

/** The shortest way to each, from an empty workbook. */
export async function walkFirstHour(page: Page): Promise<FirstHour> {
  await emptyWorkbook(page);
  const first = createWalk(page);
  await first.begin();
  await first.press('Set up');
  const [visibleTabs, topEntries] = await page.evaluate(() => {
    const { workbook } = globalThis as unknown as { workbook: Workbook };
    const sheets = workbook.engine.parts.book.getSheets().filter(sheet => !sheet.isSheetHidden());
    const ours = sheets.filter(sheet => !/^Sheet ?1$/.test(sheet.getName()));
    const [menu] = workbook.menu;
    return [ours.length, (menu?.items ?? []).filter(({ caption }) => caption !== '-').length];
  });
  await first.fill('Client', 'Acme');
  await first.enter();
  await first.fill('Hours sold ahead', '20');
  await first.enter();
  await first.fill('Hours worked today', '1.5');
  await first.enter();
  await hasBalance(page, 'Acme', 18.5);
  const balance = first.count();

  await emptyWorkbook(page);
  const second = createWalk(page);
  await second.begin();
  await second.fill('Firm name', 'Harbor IT');
  await second.fill('Office manager email', 'office@harbor.example');
  await second.press('Set up');
  await second.fill('Client', 'Acme');
  await second.fill('Email (notices go there)', 'pat@acme.example');
  await second.enter();
  await second.fill('Hours sold ahead', '20');
  await second.enter();
  await second.fill('Hours worked today', '17');
  await second.enter();
  await second.pressToBeAsked('Turn on daily notices');
  await second.agree();
  await dayPasses(page, 'pat@acme.example');
  return { balance, notice: second.count(), visibleTabs, topEntries };
}

export function describeFirstHour({ balance, notice, visibleTabs, topEntries }: FirstHour): string {
  return `First hour: ${balance} actions to the first right balance (at most 9), ${notice} to the first mailed notice (at most 14), ${visibleTabs} visible tabs after set up (7), ${topEntries} entries at the top of the menu (at most 8)`;
}

function createWalk(page: Page) {
  let actions = 0;
  const side: FrameLocator = page.frameLocator('iframe[title="Get started"]');
  const done = async () => {
    actions++;
    await waitUntilIdle(page);
  };
  return {
    count: () => actions,
    /** By the menu: it is opened, and the entry chosen. */
    async begin() {
      await page.getByTestId('menu-add-on').click();
      await done();
      await page.getByRole('menuitem', { name: 'Get started' }).click();
      await done();
    },
    async fill(label: string, text: string) {
      await side.getByLabel(label).fill(text);
      await done();
    },
    async enter() {
      await page.keyboard.press('Enter');
      await done();
    },
    async press(name: string) {
      await side.getByRole('button', { name, exact: true }).click();
      await done();
    },
    /** A button that asks once more: the page waits for the answer. */
    async pressToBeAsked(name: string) {
      await side.getByRole('button', { name, exact: true }).click();
      actions++;
    },
    /** What a person is asked once more is an action too; what closes a word that all is well is none of the way. */
    async agree() {
      await page.getByTestId('alert').getByRole('button', { name: 'OK' }).click();
      actions++;
      await page.getByTestId('alert').getByRole('button', { name: 'Close' }).click();
      await waitUntilIdle(page);
    },
  };
}

async function emptyWorkbook(page: Page): Promise<void> {
  await page.getByTestId('menu-file').click();
  await page.getByRole('menuitem', { name: 'New empty workbook' }).click();
  await Promise.all([
    page.waitForEvent('load'),
    page.getByTestId('alert').getByRole('button', { name: 'Start an empty workbook' }).click(),
  ]);
  await waitForWorkbook(page);
}

async function hasBalance(page: Page, client: string, hours: number): Promise<void> {
  await page.waitForFunction(
    ([name, left]) => {
      const { workbook } = globalThis as unknown as { workbook: Workbook };
      const [, headers = [], ...rows] = workbook.print('Balances');
      return rows.find(([each]) => each === name)?.[headers.indexOf('Hours left')] === left;
    },
    [client, hours] as const,
    { polling: 100 },
  );
}

async function dayPasses(page: Page, address: string): Promise<void> {
  await page.getByTestId('clock-button').click();
  await page.getByTestId('clock+1-day').click();
  await page.waitForFunction(
    to => {
      const { workbook } = globalThis as unknown as { workbook: Workbook };
      return workbook.outbox.some(mail => mail.to.includes(to));
    },
    address,
    { polling: 100 },
  );
}
