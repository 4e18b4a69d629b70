import { expect, it } from 'vitest';
import { settingGroups } from '../../../src/ledger/sheet/setting-groups';
import { settingsList } from '../../../src/ledger/sheet/settings-list';
import { addAccountSettings } from '../../../src/workflows/set-up/fill-settings';
import { setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook';
import { memoryWorkbook } from '../../workbook/memory-workbook';
import { workbookWords } from '../workbook-words';

const names = settingsList.map(({ name }) => name);
const later = settingGroups.filter(({ isLater }) => isLater).flatMap(group => group.names);
const addAccounts = (workbook: ReturnType<typeof memoryWorkbook>) =>
  addAccountSettings(workbook, () => workbookWords.settings);

it('every setting stands in one group, and no heading is the name of one', () => {
  expect(settingGroups.flatMap(group => group.names).sort()).toEqual([...names].sort());
  const headings = settingGroups.map(({ heading }) => heading.toLowerCase());
  expect(names.filter(name => headings.includes(name.toLowerCase()))).toEqual([]);
});

it('stand in groups under their headings, all but the first folded, those of accounting left out', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook, workbookWords);

  const settings = workbook.sheet('Settings');
  const written = settings.columnNamed('Setting');
  const groups = settingGroups.filter(({ isLater }) => !isLater);
  expect(written).toEqual(groups.flatMap(({ heading, names: own }) => (heading ? [heading, ...own] : own)));
  const rowOf = (name: string | undefined) => written.indexOf(String(name)) + 2;
  expect(settings.folded).toEqual(
    groups.slice(1).map(group => `rows ${rowOf(group.names[0])}-${rowOf(group.names.at(-1))}`),
  );
});

it('those of accounting come when they are asked for, once', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook, workbookWords);
  addAccounts(workbook);
  addAccounts(workbook);
  setUpWorkbook(workbook, workbookWords);

  const written = workbook.sheet('Settings').columnNamed('Setting');
  expect(written.slice(-later.length - 1)).toEqual(['Accounting', ...later]);
});

it('a workbook that had some of them keeps its own order, and gets what is missing below', () => {
  const mine = [
    ['Setting', 'Value', 'What it does'],
    ['Account: Bank', '1010 My bank', ''],
    ['Currency', 'EUR', ''],
  ];
  const workbook = memoryWorkbook({ Settings: mine });
  setUpWorkbook(workbook, workbookWords);

  const settings = workbook.sheet('Settings');
  expect(settings.grid.slice(0, 3)).toEqual(mine);
  expect([...settings.columnNamed('Setting')].sort()).toEqual([...names].sort());
  expect(settings.folded).toEqual([]);
});
