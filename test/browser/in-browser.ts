/** The workbench's page in a real Chromium, for tests that act as a person does. */
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, inject } from 'vitest';
import {
  howToGetOne,
  launchBrowser,
  openPage,
  type PageOptions,
  waitUntilIdle,
} from '../../workbench/node/browser';
import { findBrowser } from '../../workbench/node/find-browser';
import { servePage } from '../../workbench/node/page-server';
import type { Workbook } from '../../workbench/runtime';

type Cells = readonly (readonly unknown[])[];

/** What a test does in the page; each has a browser profile of its own. */
export interface Person {
  readonly page: Page;
  /** As `--print` shows a tab. */
  print(tab: string): Promise<Cells>;
  /** Chooses from the add-on's menu, by its words; what comes of it is for the test to wait for. */
  choose(...captions: readonly string[]): Promise<void>;
  /** Shows a tab and selects a cell, as a click there does. */
  select(tab: string, row: number, column: number): Promise<void>;
  /** The row below the last filled one. */
  nextRow(tab: string): Promise<number>;
  /** Types into cells next to each other, from the selected one on. */
  type(...texts: readonly string[]): Promise<void>;
  dialog(title: string): FrameLocator;
  idle(): Promise<void>;
}

export interface Bench {
  open(options?: PageOptions & { readonly book?: string }): Promise<Person>;
  /**
   * The sample in a page that the tests of a file share, for opening one costs more than most tests do: a test takes it
   * as the one before has left it, after a failure a fresh one.
   */
  goOn(): Promise<Person>;
}

interface Opened {
  readonly person: Person;
  readonly problems: string[];
  close(): Promise<void>;
}

let running: Promise<Browser> | undefined;

/** One for all tests of the process; it ends with it. */
function browser(): Promise<Browser> {
  running ??= launchBrowser();
  return running;
}

/** Tests that need a browser; where there is none they are skipped, and one line says how to get it. */
export function inBrowser(name: string, tests: (bench: Bench) => void): void {
  if (!findBrowser()) console.log(howToGetOne);
  describe.skipIf(!findBrowser())(name, () => {
    const people: Opened[] = [];
    let shared: Promise<Opened> | undefined;
    const open = async ({ book, ...options }: Parameters<Bench['open']>[0] = {}): Promise<Opened> => {
      const server = await servePage(inject('builtPage'), 0, book);
      const { page, problems } = await openPage(await browser(), server.url, options);
      // Two pages share the machine.
      page.setDefaultTimeout(60_000);
      const close = async () => {
        await page.context().close();
        server.close();
      };
      return { person: createPerson(page), problems, close };
    };
    const closeShared = async () => {
      const closing = shared;
      shared = undefined;
      await (await closing)?.close();
    };
    afterEach(async ({ task }) => {
      const problems = [...people, await shared].flatMap(each => each?.problems.splice(0) ?? []);
      for (const each of people.splice(0)) await each.close();
      if (task.result?.state === 'fail' || problems.length > 0) await closeShared();
      expect(problems, 'errors in the console, and requests to other machines').toEqual([]);
    });
    afterAll(closeShared);
    tests({
      async open(options) {
        const opened = await open(options);
        people.push(opened);
        return opened.person;
      },
      async goOn() {
        shared ??= open();
        const { person } = await shared;
        // The keyboard is in the grid, as in a page that was just opened.
        const focus = "document.querySelector('#grid [contenteditable]')?.focus({ preventScroll: true })";
        await person.page.evaluate(focus);
        return person;
      },
    });
  });
}

function createPerson(page: Page): Person {
  const idle = () => waitUntilIdle(page);
  const print = (tab: string) =>
    page.evaluate(name => {
      const { workbook } = globalThis as unknown as { workbook: Workbook };
      return workbook.print(name);
    }, tab);
  return {
    page,
    idle,
    print,
    async choose(...captions) {
      await page.getByTestId('menu-add-on').click();
      // An opener of a submenu has an arrow after its words.
      for (const caption of captions)
        await page.getByRole('menuitem', { name: new RegExp(`^${caption}`) }).click();
    },
    async select(tab, row, column) {
      await page.evaluate(
        ([name, r, c]) => {
          const { workbook } = globalThis as unknown as { workbook: Workbook };
          const sheet = workbook.engine.parts.api.getActiveWorkbook()?.getSheetByName(name);
          sheet?.activate();
          sheet?.getRange(r - 1, c - 1).activate();
        },
        [tab, row, column] as const,
      );
      await page.waitForTimeout(200);
    },
    nextRow: async tab =>
      (await print(tab)).findLastIndex(cells => cells.some(cell => cell !== '' && cell !== false)) + 2,
    async type(...texts) {
      for (const text of texts) {
        await page.keyboard.type(text);
        await page.keyboard.press('Tab');
        await page.waitForTimeout(150);
        await idle();
      }
    },
    dialog: title => page.frameLocator(`iframe[title="${title}"]`),
  };
}

/** Hours left of a client, as Balances shows them. */
export async function hoursLeft(person: Person, client: string): Promise<unknown> {
  const [, headers = [], ...rows] = await person.print('Balances');
  return rows.find(([name]) => name === client)?.[headers.indexOf('Hours left')];
}
