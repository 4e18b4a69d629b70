/**
 * What strikes a workflow while it runs: a fault at a call, or a person who edits the tabs that it writes.
 *
 * A workflow is run once in peace, and once for each strike. Each time it is tried again, as a page or a person does,
 * and an hour passes; then the sheet must hold what it holds in peace, and what the person did.
 */
import { existsSync } from 'node:fs';
import { expect } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import type { Edit } from '../../workbench/services/meanwhile';
import { deleteRow, insertAbove, renameTab, sortTab, typeBelow } from '../../workbench/services/people';
import { nextOf } from '../thoroughness';
import { openKept, rowsOf } from './firm';
import type { KeptFirm } from './kept-firm';
import { morningOf } from './low-firm';
import { type Dealings, typedBy } from './swept-firm';

export interface Workflow {
  /** The entry points that it runs. */
  readonly entries: readonly string[];
  /** Tabs that it writes, and that people edit meanwhile. */
  readonly tabs: readonly string[];
  /** What must have happened before. */
  readonly before?: (book: Workbook) => Promise<unknown>;
  /** Asks for it, as a page does that has looked before; `attempt` stays the same where it is tried again. */
  readonly asks?: (book: Workbook) => Promise<Ask>;
  readonly run?: Ask;
  /** The tab that a person sees afterwards, where it opens one on purpose; else she is left where she stood. */
  readonly opens?: RegExp;
}

export type Ask = (book: Workbook, attempt: string) => Promise<unknown>;

interface Strike {
  readonly name: string;
  /** Arms it for a data call; counted from 1. */
  readonly arm: (book: Workbook, call: number) => void;
  /** What a person does afterwards, whatever came of it. */
  readonly after?: (book: Workbook) => void;
  readonly typedIn?: string;
  readonly isFault?: true;
  readonly isDelete?: true;
}

const faults: readonly Strike[] = [
  { name: 'kill', arm: (book, call) => book.faults.killAt(call, { kind: 'data' }), isFault: true },
  { name: 'throw', arm: (book, call) => book.faults.throwAt(call, { kind: 'data' }), isFault: true },
];

const sacrificed = 'Zeta';

function editsOf(tab: string): readonly Strike[] {
  const does = (edit: Edit) => (book: Workbook, call: number) => book.meanwhile.at(call, ifThere(tab, edit));
  const away = `${tab} of old`;
  return [
    { name: `sort ${tab}`, arm: does(sortTab(tab)) },
    { name: `insert above in ${tab}`, arm: does(insertAbove(tab, 2)) },
    { name: `delete a row of ${tab}`, arm: does(deleteSacrificed(tab)), isDelete: true },
    { name: `type below in ${tab}`, arm: does(typeUnseen(tab)), typedIn: tab },
    ...renamings(tab, away, does),
  ];
}

/** A tab is known by its id where src/workbook/remembered-tabs.ts is there. */
const remembersTabs = existsSync(new URL('../../src/workbook/remembered-tabs.ts', import.meta.url));

function renamings(tab: string, away: string, does: (edit: Edit) => Strike['arm']): readonly Strike[] {
  if (!remembersTabs) return [];
  return [
    {
      name: `rename ${tab}`,
      arm: does(renameTab(tab, away)),
      after: book => {
        if (book.engine.tabs().some(({ name }) => name === away)) renameTab(away, tab)(book.world, noCall);
      },
    },
  ];
}

const noCall = { service: '', method: '', kind: 'data' } as const;

/**
 * Where a workflow has not made its tab yet nobody does anything to it.
 *
 * A formula that was just typed is looked at again and then completed; what moves it in that instant nobody can see.
 */
const ifThere =
  (tab: string, edit: Edit): Edit =>
  (world, call) => {
    const found = world.engine.tabs().find(({ name }) => name === tab);
    if (found && found.lastRow() > 1 && call.method !== 'setFormulas') edit(world, call);
  };

const deleteSacrificed =
  (tab: string): Edit =>
  (world, call) => {
    const found = world.engine.tabs().find(({ name }) => name === tab);
    const rows =
      found?.values({ row: 1, column: 1, rows: found.lastRow(), columns: found.lastColumn() }) ?? [];
    const row = rows.findIndex(cells => cells.some(cell => cell === sacrificed)) + 1;
    if (row > 1) deleteRow(tab, row)(world, call);
  };

/** What is typed in the instant between the look for a free row and the write itself nobody can see. */
const typeUnseen =
  (tab: string): Edit =>
  (world, call) => {
    if (call.method !== 'setValues') typeBelow(tab, typedBy(tab))(world, call);
  };

/** What only the add-on reads, or the tests of mails look at. */
const unseen = ['Notice texts', 'Archive state', 'Told notices'];

/** All that stands in the sheet, and every figure, by tab, in whatever order. */
function standing(book: Workbook): Map<string, string[]> {
  const names = book.engine.tabs().flatMap(({ name }) => (unseen.includes(name) ? [] : [name]));
  const rows = (name: string) => rowsOf(book, name, name === 'Balances' ? 1 : 0);
  return new Map(names.map(name => [name, rows(name).map(plainRow).sort()]));
}

/** What differs from run to run, or adds up what people have typed meanwhile. */
const varying =
  /^(Digest|Terms|Content|Error|Queued at|Sent at|Archive place|Came late|Last notice|Total |All clients)/;

/** Without minutes, numbers given anew, and digests. */
function plainRow(row: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(row).filter(([header]) => !varying.test(header));
  return JSON.stringify(Object.fromEntries(kept.filter(([, value]) => value !== '')))
    .replace(/(\d{4}-\d\d-\d\d)T[\d:]+/g, '$1')
    .replace(/"[0-9a-f]{32}"/g, '"token"')
    .replace(/\b([BT])-(?!000[1-4]\b)\d{4}\b/g, '$1-new')
    .replace(/\b(S|I)-\d{4}\b/g, '$1-new');
}

const mailsOf = (book: Workbook) =>
  book.outbox
    .map(
      ({ to, subject }) =>
        `${to.join()}: ${subject.replace(/\d+ clients? needs?/, 'clients need').replace(/\bS-\d{4}\b/, 'S-new')}`,
    )
    .sort();

interface Outcome {
  readonly rows: Map<string, string[]>;
  readonly mails: readonly string[];
  readonly said: string;
  readonly calls: number;
}

function standOn(book: Workbook, name: string, row: number): void {
  const tab = book.engine.tabs().find(each => each.name === name);
  book.world.active = { tab: tab?.id ?? 0, row, column: 1 };
}

const shownTab = ({ engine, world }: Workbook) =>
  engine.tabs().find(({ id }) => id === world.active.tab)?.name ?? '';

const words = (tried: Promise<unknown>) =>
  tried.then(answer => JSON.stringify(answer ?? '')).catch((error: Error) => error.message);

async function play(
  kept: KeptFirm,
  { run, asks, opens = /^Time$/ }: Workflow,
  strike?: Strike,
  call = 0,
): Promise<Outcome & { struck: boolean }> {
  const book = await openKept(kept);
  try {
    const ask = (await asks?.(book)) ?? run;
    if (!ask) throw new Error('This workflow runs nothing.');
    const before = book.executions.length;
    standOn(book, 'Time', 3);
    strike?.arm(book, call);
    const first = await words(ask(book, 'once'));
    const calls = book.executions
      .slice(before)
      .filter(({ options }) => options.mode !== 'CUSTOM_FUNCTION')
      .reduce((sum, execution) => sum + execution.count('data'), 0);
    const struck = book.faults.struck || book.meanwhile.struck;
    if (!strike) expect(shownTab(book)).toMatch(opens);
    book.faults.clear();
    book.meanwhile.clear();
    strike?.after?.(book);
    await book.engine.settle();
    const again = await words(ask(book, 'once'));
    expect(book.world.locked, 'the lock is free').toBe(false);
    await morningOf(book, '2026-11-23');
    expect(book.triggers.length, 'the trigger is there').toBe(1);
    return { rows: standing(book), mails: mailsOf(book), said: `${first} | ${again}`, calls, struck };
  } finally {
    book.engine.dispose();
  }
}

/** Each time that a workflow has its turn, unless the run is full. */
const usualStrikes = 2;

/** Strikes a workflow, and expects that all comes out as in peace. */
export async function strikeWorkflow(dealings: Dealings, name: string, workflow: Workflow): Promise<void> {
  const kept = await dealings(workflow.before);
  const peace = await play(kept, workflow);
  const calls = Array.from({ length: peace.calls }, (_, index) => index + 1);
  const kinds = [...faults, ...workflow.tabs.flatMap(editsOf)];
  const all = calls.flatMap(call => kinds.map(strike => ({ call, strike })));
  for (const { call, strike } of nextOf(all, usualStrikes)) {
    const outcome = await play(kept, workflow, strike, call);
    const where = `${name}: ${strike.name} at ${call} of ${peace.calls}`;
    expect(outcome.struck, where).toBe(true);
    compare(where, peace, outcome, strike);
  }
}

function compare(where: string, peace: Outcome, outcome: Outcome, strike: Strike): void {
  const isNamed = (mark: string) => (row: string) => row.includes(mark);
  for (const [tab, rows] of outcome.rows) {
    const typed = rows.filter(isNamed('Typed by Pat'));
    if (strike.typedIn === tab && typed.length > 0)
      expect([where, tab, typed.length]).toEqual([where, tab, 1]);
    const others = (all: readonly string[]) =>
      all
        .filter(row => !isNamed('Typed by Pat')(row) && !(strike.isDelete && isNamed(sacrificed)(row)))
        .map(row => (strike.isFault ? row.replace('"State":"Check"', '"State":"Sent"') : row));
    expect([where, tab, outcome.said, others(rows)]).toEqual([
      where,
      tab,
      outcome.said,
      others(peace.rows.get(tab) ?? []),
    ]);
  }
  const missing = [...peace.rows.keys()].filter(tab => !outcome.rows.has(tab));
  expect([where, missing]).toEqual([where, []]);
  const doubled = outcome.mails.filter((mail, index, all) => all.indexOf(mail) !== index);
  expect([where, doubled]).toEqual([where, []]);
  const isTold =
    JSON.stringify([...outcome.rows]).includes('"Check') || outcome.said.includes('may have left');
  const lost = peace.mails.filter(mail => !outcome.mails.includes(mail));
  if (!(strike.isFault && isTold)) expect([where, outcome.said, lost]).toEqual([where, outcome.said, []]);
}
