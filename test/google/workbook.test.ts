import { expect, it } from 'vitest';
import { settingGroups } from '../../src/ledger/sheet/setting-groups';
import { firstTabs } from '../../src/ledger/sheet/tab-groups';
import { tabs } from '../../src/ledger/sheet/tabs';
import type { Workbook } from '../../workbench/runtime';
import { workbookWords } from '../workflows/workbook-words';
import { openSmallAddOn } from './small-add-on';

const tabOf = (workbook: Workbook, name: string) => {
  const tab = workbook.engine.tabs().find(each => each.name === name);
  if (!tab) throw new Error(`No tab ${name}`);
  return tab;
};
const cell = (row: number, column: number) => ({ row, column, rows: 1, columns: 1 });
const formulaAt = (workbook: Workbook, name: string, row: number, column = 1) =>
  tabOf(workbook, name).formulas(cell(row, column))[0]?.[0];
const columnOf = (name: keyof typeof tabs, header: string) =>
  tabs[name].findIndex(spec => spec.header === header) + 1;
const writesOfLast = (workbook: Workbook) =>
  workbook.executions
    .filter(execution => execution.options.mode === 'FULL')
    .pop()
    ?.calls.filter(call => /^(set|insert|clear|delete|remove|append)/.test(call.method))
    .map(call => `${call.service}.${call.method}`);

it('sets up a new workbook, and a second run makes no write call at all', async () => {
  const workbook = await openSmallAddOn();

  await workbook.call('setUpWorkbook');
  expect(workbook.engine.tabs().map(tab => tab.name)).toEqual(['Sheet1', ...firstTabs]);
  expect(workbook.print('Time')).toEqual([tabs.Time.map(spec => spec.header)]);
  const [first, ...folded] = settingGroups.filter(({ isLater }) => !isLater);
  const rows = folded.reduce((sum, { names }) => sum + names.length + 1, first?.names.length ?? 0);
  expect(workbook.print('Settings')).toHaveLength(rows + 1);
  expect(
    workbook
      .print('Balances')
      .slice(0, 3)
      .map(row => row.slice(0, 2)),
  ).toEqual([
    ['0 clients', ''],
    ['Client', 'Hours left'],
    ['Acme', 3],
  ]);

  expect(await workbook.call('setUpWorkbook')).toEqual([]);
  expect(writesOfLast(workbook)).toEqual([]);
});

it('gives columns their formats, lists, boxes and notes, and freezes the headers', async () => {
  const workbook = await openSmallAddOn();
  await workbook.call('setUpWorkbook');
  const [time, clients, balances] = ['Time', 'Clients', 'Balances'].map(name => tabOf(workbook, name));

  expect(time?.formats(cell(900, columnOf('Time', 'Date')))).toEqual([['d mmm yyyy']]);
  expect(time?.validation(900, columnOf('Time', 'Client'))).toMatchObject({
    kind: 'range',
    allowInvalid: true,
  });
  expect(time?.validation(900, columnOf('Time', 'Work type'))?.source).toMatch(/Work types/);
  expect(clients?.style(1, 1)).toMatchObject({
    font: { bold: true },
    fill: { pattern: 'solid', fgColor: { argb: 'FFEEF1F4' } },
  });
  expect(time?.style(900, columnOf('Time', 'What was done')).alignment?.wrapText).toBe(true);
  expect(clients?.validation(2, columnOf('Clients', 'Overage'))).toMatchObject({
    kind: 'list',
    list: ['next block', 'invoice'],
    helpText: expect.stringContaining('Blank: Settings'),
  });
  expect(clients?.notes(cell(1, 1))).toEqual([[workbookWords.columns.Clients.Client]]);
  expect([time?.frozenRows(), balances?.frozenRows()]).toEqual([1, 2]);
  expect(balances?.colourRules().map(rule => rule.formula)).toContain('=$B3="used up"');
  expect(balances?.frozenColumns()).toBe(1);
  expect(balances?.style(1, 1).font).toMatchObject({ size: 7 });
  const rare = tabs.Clients.flatMap(({ rare: isRare }, at) => (isRare ? [at + 1] : []));
  expect(clients?.hiddenLines('column')).toEqual(rare);
  expect(rare.map(at => clients?.groups.depth('column', at))).toEqual(rare.map(() => 1));
  const settings = tabOf(workbook, 'Settings');
  expect(
    settings.isHidden('row', workbook.print('Settings').findIndex(([name]) => name === 'Notices') + 1),
  ).toBe(true);
});

it('keeps a typed 1:30 a duration, and words such as 1-2 words', async () => {
  const workbook = await openSmallAddOn();
  await workbook.call('setUpWorkbook');

  await workbook.edit('Time!D2', '1:30');
  await workbook.edit('Time!I2', '1-2');

  const row = workbook.print('Time')[1];
  expect([row?.[3], row?.[8]]).toEqual([1.5, '1-2']);
});

it('gives a client its box, ticked, as soon as it is typed, and blank rows none', async () => {
  const workbook = await openSmallAddOn();
  await workbook.call('setUpWorkbook');

  await workbook.edit('Clients!A2', 'Acme');

  expect(workbook.print('Clients')[1]?.slice(0, 2)).toEqual(['Acme', true]);
  const boxes = [2, 3].map(row => tabOf(workbook, 'Clients')?.validation(row, columnOf('Clients', 'Active')));
  expect(boxes).toEqual([{ kind: 'checkbox', allowInvalid: true }, null]);
});

it('completes a typed formula in any language, and leaves it where it was taken back', async () => {
  const workbook = await openSmallAddOn(undefined, 'de_DE');
  await workbook.call('setUpWorkbook');

  await workbook.edit('Sheet1!C3', '=BLOCKBALANCE("Acme")');
  expect(formulaAt(workbook, 'Sheet1', 3, 3)).toMatch(/^=BLOCKBALANCE\("Acme"[;,] ?Ledger\)$/);
  expect(workbook.print('Sheet1')[2]?.[2]).toBe('Acme 0 clients');

  await workbook.edit('Sheet1!C3', '=BLOCKBALANCE("Acme")');
  await workbook.call('refresh');
  expect(formulaAt(workbook, 'Sheet1', 3, 3)).toBe('=BLOCKBALANCE("Acme")');
});

it('completes 500 cells of a paste at once and the rest at a refresh', async () => {
  const workbook = await openSmallAddOn();
  await workbook.call('setUpWorkbook');

  await workbook.edit(
    'Sheet1!A1',
    Array.from({ length: 600 }, (_, row) => [`=BLOCKBALANCE("C${row}")`]),
  );
  expect([formulaAt(workbook, 'Sheet1', 500), formulaAt(workbook, 'Sheet1', 501)]).toEqual([
    '=BLOCKBALANCE("C499"; Ledger)',
    '=BLOCKBALANCE("C500")',
  ]);

  await workbook.call('refresh');
  expect(formulaAt(workbook, 'Sheet1', 600)).toBe('=BLOCKBALANCE("C599"; Ledger)');
});

it('costs one read where an edit holds no formula of ours', async () => {
  const workbook = await openSmallAddOn();
  await workbook.call('setUpWorkbook');
  workbook.executions.length = 0;

  await workbook.edit('Time!K2', 'called back');

  const edit = workbook.executions.find(execution => execution.options.name === 'onEdit');
  expect(edit?.calls.filter(call => call.kind === 'data').map(call => call.method)).toEqual(['getFormulas']);
});

it('shows its menu where the add-on is not turned on in the file', async () => {
  const workbook = await openSmallAddOn();
  workbook.menu.length = 0;

  await workbook.open('NONE');

  expect(workbook.menu).toMatchObject([{ caption: 'Block Ledger' }]);
  expect(workbook.log.filter(line => line.level === 'error')).toEqual([]);
});
