/** Every dialog that writes, whose run dies or fails at one service call after the other, and is sent again. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { changeKinds } from '../../src/ledger/changes/typed-change';
import type { Workbook } from '../../workbench/runtime';
import { dealt } from '../thoroughness';
import { openFirm, rowsOf } from './firm';
import { put } from './low-firm';
import { callsToStrike } from './strikes';

interface Dialog {
  readonly entry: string;
  /** What the page sends besides its attempt, once it has looked at what it would do. */
  readonly sends: (book: Workbook) => Promise<readonly unknown[]>;
  /** What it hears once it is written. */
  readonly hears: unknown;
  /** Takes it back by other means than Undo. */
  readonly back?: (book: Workbook) => Promise<unknown>;
}

const day = '2026-11-23';
const something = expect.anything();

function change(kind: string, typed: object): Dialog {
  const sent = { date: day, ...typed };
  return {
    entry: 'writeChange',
    sends: async book => [kind, sent, await seenOf(book, 'previewChange', kind, sent)],
    hears: { done: { writes: true } },
  };
}

/** What a preview shows, as the page hands it back. */
async function seenOf(book: Workbook, preview: string, ...typed: unknown[]): Promise<string> {
  const { moved } = (await book.callFromDialog(preview, ...typed)) as { moved: object };
  return JSON.stringify(moved);
}

const sale = {
  client: 'Acme',
  hours: '20',
  normalRate: '100',
  discount: '10',
  discountIn: 'an hour',
  date: day,
};
const file = 'Client;Hours;Rate\nGamma;5;90\nDelta;2;80';
const rule = { rule: 'Round up to (min)', whose: '', value: '15' };
const work = { client: 'Acme', hours: '1:30', what: 'Mended it', workType: 'Remote', who: 'Kim', date: day };
const task = { client: 'Acme', task: 'Backup restore test', result: 'Failed', note: 'torn', hours: '1' };
const brought = {
  clients: [{ Client: 'Gamma', Active: true }],
  blocks: [{ Date: { date: 20_454, second: 0 }, Client: 'Gamma', Hours: 10, Price: 900 }],
  hours: [['Table 0123456789abcdef', 46_339, 'Gamma', 'Kim', 3600, -1, -1, '', 'Mended', '']],
  names: { tracker: 'Table', names: [], clients: [], description: '' },
};
const renaming = (client: string, name: string) => async (book: Workbook) => [
  { client, name },
  await seenOf(book, 'previewRename', { client, name }),
];

const dialogs: Readonly<Record<string, Dialog>> = {
  sell: { entry: 'writeSoldBlock', sends: async () => [sale], hears: { sold: something } },
  correct: change('correct', { client: 'Acme', way: 'take', hours: '1', note: 'Slip' }),
  refund: change('refund', { client: 'Acme', hours: '5', note: 'Moved' }),
  transfer: change('transfer', { client: 'Acme', toClient: 'Beta', hours: '4' }),
  settle: change('settle', { client: 'Beta', way: 'invoice', hours: '2', reference: 'INV-7' }),
  import: {
    entry: 'writeImport',
    sends: async () => [file, ['Client', 'Hours', 'Normal rate'], '2 2'],
    hears: { done: { clients: 2, openings: 2 } },
  },
  'bring in a workbook': {
    entry: 'writeBook',
    sends: async () => [brought],
    hears: { done: { clients: 1, blocks: 1, hours: 1 } },
  },
  rename: {
    entry: 'writeRename',
    sends: renaming('Acme', 'Acorn'),
    hears: { done: { from: 'Acme', to: 'Acorn' } },
    back: async book => book.callFromDialog('writeRename', ...(await renaming('Acorn', 'Acme')(book))),
  },
  'change a rule': {
    entry: 'writeRule',
    sends: async book => [rule, await seenOf(book, 'previewRule', rule)],
    hears: { done: something },
  },
  'log time': { entry: 'logTime', sends: async () => [work], hears: { logged: { charged: '1.5 h' } } },
  'start a care plan': {
    entry: 'addCareTasks',
    sends: async () => [{ client: 'Acme', firstDue: day, tasks: [{ task: 'Updates', every: '14' }] }],
    hears: { added: { client: 'Acme', tasks: 1 } },
  },
  care: { entry: 'writeCareDone', sends: async () => [task], hears: { done: something } },
  'small thing fixed': {
    entry: 'fixSmallThing',
    sends: async () => [2, 'UPS beeps'],
    hears: 'Fixed: UPS beeps',
  },
  firm: {
    entry: 'writeFirm',
    sends: async () => [
      { firmName: 'Gamma', officeEmail: 'o@gamma.example', normalRate: '90', currency: 'USD', tax: '' },
    ],
    hears: { problems: [] },
  },
  'first client': {
    entry: 'addFirstClient',
    sends: async () => [{ client: 'Gamma', email: 'pat@gamma.example' }],
    hears: { problems: [] },
  },
  'set up accounts': {
    entry: 'saveAccounts',
    sends: async book => {
      const { typed } = (await book.callFromDialog('accountsForm')) as { typed: object };
      return [{ ...typed, 'Tax name': 'VAT' }];
    },
    hears: { problems: [] },
  },
};

/** They write the same into the same cells when they are sent again, so they need no name. */
const nameless = ['fixSmallThing', 'saveAccounts'];
/** What mails has a guard and a sweep of its own. */
const mailing = ['mailAgreement', 'mailStatement', 'sendTemplateTest'];
/** It needs an issue to mend, and has the sweeps of *mend an issue*. */
const mending = ['mendIssue'];

const src = fileURLToPath(new URL('../../src', import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => [path, readFileSync(join(src, path), 'utf8')] as const);

/** What set up has made goes again whole. */
const tabsMade = join('workflows', 'set-up', 'made-tabs.ts');

describe('the list of dialogs that write', () => {
  it('has every entry point that takes an attempt, and every kind of change', () => {
    const entries = sources.filter(([path]) => path.startsWith('entry')).map(([, text]) => text);
    const taking = entries.flatMap(text =>
      [...text.matchAll(/^export function (\w+)\([^)]*\battempt\b/gm)].map(([, name = '']) => name),
    );
    const listed = Object.values(dialogs).map(({ entry }) => entry);
    expect([...taking, ...nameless].sort()).toEqual([...new Set([...listed, ...mailing, ...mending])].sort());
    expect(Object.keys(dialogs)).toEqual(expect.arrayContaining([...changeKinds]));
  });

  it('has nobody beside it: what Undo takes back is remembered at one place', () => {
    const users = sources.filter(([, text]) => /\bmemoryOf\(/.test(text)).map(([path]) => path);
    expect(users.sort()).toEqual([
      join('workbook', 'last-dialog.ts'),
      join('workbook', 'seen-form.ts'),
      tabsMade,
    ]);
  });
});

const tabs = ['Clients', 'Blocks', 'Time', 'Work types', 'Settings', 'Care plan', 'Small things', 'Care log'];

/** All that stands in the sheet; a new block has another number each time. */
function standing(book: Workbook): unknown {
  const rows = JSON.stringify(tabs.map(tab => [tab, rowsOf(book, tab)]));
  return JSON.parse(rows.replace(/"[BT]-(?!0001|0002)\d{4}"/g, '"new"'));
}

async function takeBack(book: Workbook, { back }: Dialog): Promise<void> {
  if (back) await back(book);
  else await book.call('undoLastDialog');
}

/** Two clients; one of them has used more than it has bought, and an hour was logged that is logged once more. */
async function firm(): Promise<Workbook> {
  const book = await openFirm();
  put(book, 'Clients', [
    { Client: 'Acme', Active: true },
    { Client: 'Beta', Active: true },
  ]);
  put(book, 'Blocks', [
    { Block: 'B-0001', Date: 46_328, Client: 'Acme', Hours: 20, 'Normal rate': 100, Currency: 'USD' },
    { Block: 'B-0002', Date: 46_328, Client: 'Beta', Hours: 10, 'Normal rate': 100, Currency: 'USD' },
  ]);
  put(book, 'Time', [
    { Date: 46_329, Client: 'Beta', Hours: 12 },
    { Date: 46_329, Client: 'Acme', Hours: 6.5 },
  ]);
  put(book, 'Care plan', [{ Client: 'Acme', Task: 'Backup restore test', 'Every (days)': 30 }]);
  put(book, 'Small things', [{ Client: 'Acme', What: 'UPS beeps', Priority: 'low', State: 'open' }]);
  await book.engine.settle();
  await book.call('refresh');
  await book.callFromDialog('logTime', work, 'the same before');
  return book;
}

let book: Workbook;
let presses = 0;

beforeAll(async () => {
  book = await firm();
}, 120_000);

/** Sends a dialog once as a person does, and takes it back; gives how it stands in between, and its calls of data. */
async function wholeRun(dialog: Dialog): Promise<{ readonly after: unknown; readonly calls: number }> {
  await book.callFromDialog(dialog.entry, ...(await dialog.sends(book)), `whole ${presses++}`);
  const after = standing(book);
  // Cells that follow have run since.
  const run = book.executions.filter(({ options }) => options.name === dialog.entry).at(-1);
  const calls = run?.count('data') ?? 0;
  await takeBack(book, dialog);
  return { after, calls };
}

const struck = Object.keys(dialogs).flatMap(name =>
  (['kill', 'throw'] as const).map(fault => ({ name, fault })),
);

describe('a dialog', () => {
  it.each(dealt(struck))(
    '$name stands once, whatever call it meets a $fault at, and is taken back whole',
    async ({ name, fault }) => {
      const dialog = dialogs[name] as Dialog;
      // So that all cells have the formats that they keep.
      await wholeRun(dialog);
      const before = standing(book);
      const { after, calls } = await wholeRun(dialog);
      expect(after).not.toEqual(before);
      expect(calls).toBeGreaterThan(5);
      expect(standing(book)).toEqual(before);
      for (const call of callsToStrike(calls)) {
        const sent = [...(await dialog.sends(book)), `struck ${presses++}`];
        const at = `${fault} at ${call} of ${calls}`;
        book.faults[fault === 'kill' ? 'killAt' : 'throwAt'](call, { kind: 'data' });
        await book.callFromDialog(dialog.entry, ...sent).catch(() => undefined);
        expect(book.faults.struck, at).toBe(true);
        book.faults.clear();
        expect(book.world.locked, at).toBe(false);
        // The page asks again until it hears something, and once more.
        const answer = await book.callFromDialog(dialog.entry, ...sent);
        if (typeof answer === 'string') expect(answer, at).toBe(dialog.hears);
        else expect(answer, at).toMatchObject(dialog.hears as object);
        expect(standing(book), at).toEqual(after);
        expect(await book.callFromDialog(dialog.entry, ...sent), at).toEqual(answer);
        expect(standing(book), at).toEqual(after);
        await takeBack(book, dialog);
        expect(standing(book), at).toEqual(before);
      }
    },
    300_000,
  );
});

/** The call at which a sale notes that it is done: its rows stand, and nobody knows. */
async function dieAfterTheRows(sent: readonly unknown[], entry: string): Promise<void> {
  // So that what stands in the workbook is known, and not noted at a call of its own.
  await book.callFromDialog('listIssues');
  book.faults.killAt(2, { method: 'setProperties' });
  await book.callFromDialog(entry, ...sent).catch(() => undefined);
  expect(book.faults.struck).toBe(true);
  book.faults.clear();
}

describe('an attempt whose page has heard nothing', () => {
  it('is known when others have written meanwhile', async () => {
    const sent = [sale, 'long ago'];
    const rows = rowsOf(book, 'Blocks').length;
    await dieAfterTheRows(sent, 'writeSoldBlock');
    for (let press = 0; press < 20; press++) await book.callFromDialog('logTime', work, `other ${press}`);
    expect(await book.callFromDialog('writeSoldBlock', ...sent)).toMatchObject({ sold: { hours: 72_000 } });
    expect(rowsOf(book, 'Blocks')).toHaveLength(rows + 1);
  });

  it('is known when somebody has changed its row meanwhile, which stays as it was changed', async () => {
    const sent = [sale, 'changed'];
    const rows = rowsOf(book, 'Blocks').length;
    await dieAfterTheRows(sent, 'writeSoldBlock');
    const note = `N${rows + 2}`;
    await book.edit(`Blocks!${note}`, 'mine');
    expect(await book.callFromDialog('writeSoldBlock', ...sent)).toMatchObject({ sold: something });
    expect(rowsOf(book, 'Blocks')).toHaveLength(rows + 1);
    expect(JSON.stringify(rowsOf(book, 'Blocks').at(-1))).toContain('mine');
  });

  it('is written anew after Undo', async () => {
    const rows = rowsOf(book, 'Time').length;
    await book.callFromDialog('logTime', work, 'taken back');
    await book.call('undoLastDialog');
    expect(rowsOf(book, 'Time')).toHaveLength(rows);
    await book.callFromDialog('logTime', work, 'taken back');
    expect(rowsOf(book, 'Time')).toHaveLength(rows + 1);
  });

  it.each([null, '', ' ', 7, {}, ['a'], 'x'.repeat(100)])('has no name in %j, and writes', async name => {
    const rows = rowsOf(book, 'Time').length;
    await book.callFromDialog('logTime', work, name);
    await book.callFromDialog('logTime', work, name);
    expect(rowsOf(book, 'Time')).toHaveLength(rows + 2);
  });

  it.each(['{', '7', 'null', '[7,[],[7],["Sell a block x"]]'])(
    'writes where its property is %s',
    async kept => {
      book.world.properties.set('attempts', kept);
      expect(await book.callFromDialog('logTime', work, `kept ${kept}`)).toMatchObject({ logged: something });
    },
  );

  it('is completed where columns of the user’s own part its rows, and half of them stand', async () => {
    book = await firm();
    const tab = book.engine.tabs().find(({ name }) => name === 'Blocks');
    tab?.insertColumns(4, 1);
    await book.engine.settle();
    await book.edit('Blocks!D1', 'Mine');
    const { entry, sends } = change('transfer', { client: 'Acme', toClient: 'Beta', hours: '1' });
    const before = rowsOf(book, 'Blocks');
    const sent = [...(await sends(book)), 'half'];
    book.faults.killAt(2, { method: 'setValues' });
    await book.callFromDialog(entry, ...sent).catch(() => undefined);
    expect(book.faults.struck).toBe(true);
    book.faults.clear();
    const half = rowsOf(book, 'Blocks').slice(before.length);
    expect(half.map(({ Client, Hours }) => [Client, Hours])).toEqual([
      ['Acme', ''],
      ['Beta', ''],
    ]);
    expect(await book.callFromDialog(entry, ...sent)).toMatchObject({ done: { writes: true } });
    const whole = rowsOf(book, 'Blocks').slice(before.length);
    expect(whole.map(({ Client, Hours }) => [Client, Hours])).toEqual([
      ['Acme', -1],
      ['Beta', 1],
    ]);
    await book.call('undoLastDialog');
    expect(rowsOf(book, 'Blocks')).toEqual(before);
  });
});
