import { expect, it } from 'vitest';
import { type TabName, tabNames } from '../../../src/ledger/model/tab-names';
import { stampTabs } from '../../../src/ledger/reading/read-ledger';
import { settingGroups } from '../../../src/ledger/sheet/setting-groups';
import { settingsList } from '../../../src/ledger/sheet/settings-list';
import { firstTabs, type LaterTabs, laterTabs } from '../../../src/ledger/sheet/tab-groups';
import { tabs } from '../../../src/ledger/sheet/tabs';
import { setUpWorkbook as setUp } from '../../../src/workflows/set-up/set-up-workbook';
import { type MemoryWorkbook, memoryWorkbook } from '../../workbook/memory-workbook';
import { workbookWords } from '../workbook-words';

const setUpWorkbook = (workbook: MemoryWorkbook) => setUp(workbook, workbookWords);

it('makes seven tabs with their headers, and the overview from two formulas', () => {
  const workbook = memoryWorkbook();

  const lines = setUpWorkbook(workbook);

  expect([...workbook.tabs.keys()]).toEqual([...firstTabs]);
  for (const name of firstTabs.filter(each => each !== 'Balances')) {
    expect(workbook.sheet(name).headers()).toEqual(tabs[name].map(spec => spec.header));
  }
  expect(workbook.named).toEqual({ tab: 'Balances', row: 1, column: 1 });
  expect(workbook.sheet('Balances').grid.map(row => row[0])).toEqual([
    expect.stringMatching(/^=BLOCKLEDGER\("Clients"; Clients!A:A; Clients!B:B; Clients!G:G;/),
    '=BLOCKSUMMARY(Ledger)',
    '',
  ]);
  const [, headers = [], first = []] = workbook.sheet('Balances').grid;
  const { length } = tabs.Balances;
  expect(headers.slice(length)).toEqual(['Left', '', '=BLOCKTOTALS(Ledger)']);
  expect(first[length]).toMatch(/^=IF\(A3="";"";MAP\(FILTER\(O3:O\d+;A3:A\d+<>""\);.*SPARKLINE\(share;/);
  expect(lines).toContain('Added the tabs Clients, Blocks, Time, Work types, Settings, Balances, Notices.');
});

it('begins a new workbook with the clearing account, and leaves those of before as they were', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook);
  const { grid } = workbook.sheet('Settings');
  const at = grid.findIndex(([name]) => name === 'Cash side');
  expect(grid[at]?.[1]).toBe('clearing account');
  grid.splice(at, 1);
  setUpWorkbook(workbook);
  expect(grid.find(([name]) => name === 'Cash side')?.[1]).toBe('bank and receivable');
});

it('knows of each tab whether set up makes it or which command does', () => {
  const later = Object.values(laterTabs).flat();
  expect([...firstTabs, ...later].sort()).toEqual([...tabNames].sort());
});

it.each(Object.entries(laterTabs) as unknown as [LaterTabs, TabName[]][])(
  'makes the tabs of %s when a command asks for them, dressed, and mends them where one is there',
  (group, names) => {
    const [asked, had] = [memoryWorkbook(), memoryWorkbook({ [names[0] as string]: [] })];

    setUp(asked, workbookWords, [group]);
    setUpWorkbook(had);

    for (const workbook of [asked, had])
      expect([...workbook.tabs.keys()].sort()).toEqual([...firstTabs, ...names].sort());
    for (const name of names)
      expect(asked.sheet(name).headers()).toEqual(tabs[name].map(each => each.header));
    const inStamp = names.filter(name => (stampTabs as readonly string[]).includes(name));
    for (const name of inStamp) expect(asked.sheet('Balances').grid[0]?.[0]).toContain(`"${name}"`);
  },
);

it('writes nothing when it runs again', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook);
  workbook.writes.length = 0;

  expect(setUpWorkbook(workbook)).toEqual([]);
  expect(workbook.writes).toEqual([]);
});

it('adds missing columns at the right end and keeps what a user has moved, renamed in case, or added', () => {
  const mine = [
    ['My own', ' CLIENT ', 'Date', ''],
    ['x', 'Acme', 46000, 'a word without a header'],
  ];
  const workbook = memoryWorkbook({ Blocks: mine });

  setUpWorkbook(workbook);

  const { grid } = workbook.sheet('Blocks');
  expect(grid.map(row => row.slice(0, 4))).toEqual(mine);
  expect(grid[0]?.slice(4)).toEqual(
    tabs.Blocks.map(spec => spec.header).filter(header => header !== 'Client' && header !== 'Date'),
  );
});

it('makes room where a tab is too narrow for its columns', () => {
  const own = Array.from({ length: 20 }, (_, index) => `Mine ${index}`);
  const workbook = memoryWorkbook({ Time: [own] });

  setUpWorkbook(workbook);

  expect(workbook.sheet('Time').headers()).toEqual([...own, ...tabs.Time.map(spec => spec.header)]);
});

it('finds a tab in whatever case it is written', () => {
  const workbook = memoryWorkbook({ 'work TYPES': [['Work type', 'Multiplier', 'Billable']] });

  setUpWorkbook(workbook);

  expect(workbook.tabs.has('Work types')).toBe(false);
  expect(workbook.sheet('Balances').grid[0]?.[0]).toContain(
    `"Work types"; 'work TYPES'!A:A; 'work TYPES'!B:B`,
  );
});

it('finishes what an interrupted run left undone', () => {
  const workbook = memoryWorkbook({ Blocks: [tabs.Blocks.map(spec => spec.header)] });

  setUpWorkbook(workbook);

  expect(workbook.sheet('Blocks').formats.get('2.2')).toBe('d mmm yyyy');
  expect(workbook.sheet('Blocks').helps.get('2.3')).toMatchObject({ names: 'Clients!A2:A' });
  expect(workbook.sheet('Blocks').notes.get('1.1')).toBe(workbookWords.columns.Blocks.Block);
});

it('keeps number formats, notes and formulas that a user has made', () => {
  const workbook = memoryWorkbook({
    Clients: [
      ['Client', 'Agreement signed'],
      ['=A1', 46000],
    ],
  });
  const clients = workbook.sheet('Clients');
  clients.formats.set('2.2', 'yyyy');
  clients.notes.set('1.1', 'My note');

  setUpWorkbook(workbook);

  expect(clients.formats.get('2.1')).toBeUndefined();
  expect(clients.formats.get('2.2')).toBe('yyyy');
  expect(clients.notes.get('1.1')).toBe('My note');
});

it('leaves hours, times of day and names automatic, so that 1:30 and a formula beside a name stay what they are', () => {
  const workbook = memoryWorkbook();

  setUpWorkbook(workbook);

  const automatic = tabs.Time.filter((_, index) => !workbook.sheet('Time').formats.has(`2.${index + 1}`));
  expect(automatic.map(spec => spec.header)).toEqual([
    'Client',
    'Who',
    'Hours',
    'Start',
    'End',
    'Work type',
    'Charged',
  ]);
});

it('gives the usual work types only to a tab without any', () => {
  const fresh = memoryWorkbook();
  const own = memoryWorkbook({
    'Work types': [
      ['Work type', 'Billable'],
      ['Visit', ''],
    ],
  });

  setUpWorkbook(fresh);
  setUpWorkbook(own);

  expect(fresh.sheet('Work types').grid.slice(1)).toEqual([
    ['Remote', 1, true],
    ['On-site', 1, true],
    ['After hours', 1.5, true],
    ['Emergency', 2, true],
    ['Under agreement', 1, false],
    ['No charge', 1, false],
  ]);
  expect(own.sheet('Work types').columnNamed('Work type')).toEqual(['Visit']);
});

it('adds settings below the last filled row and never touches a value', () => {
  const workbook = memoryWorkbook({
    Settings: [
      ['Value', 'Setting'],
      [120, ' normal  RATE'],
      ['', ''],
      ['x', 'Mine'],
    ],
  });

  setUpWorkbook(workbook);

  const settings = workbook.sheet('Settings');
  expect(settings.grid.slice(1, 4).map(row => row.slice(0, 2))).toEqual([
    [120, ' normal  RATE'],
    ['', ''],
    ['x', 'Mine'],
  ]);
  const names = settingGroups.filter(({ isLater }) => !isLater).flatMap(group => group.names);
  const all = names.flatMap(name => settingsList.filter(setting => setting.name === name));
  const added = all.filter(setting => setting.name !== 'Normal rate');
  expect(settings.columnNamed('Setting').slice(3)).toEqual(added.map(setting => setting.name));
  expect(settings.columnNamed('Value').slice(3)).toEqual(added.map(setting => setting.initial));
  expect(settings.columnNamed('What it does').slice(3)).toEqual(
    added.map(setting => workbookWords.settings[setting.name]),
  );
});

it('keeps text settings as typed and offers the words of a list', () => {
  const workbook = memoryWorkbook();

  setUpWorkbook(workbook);

  const { formats, helps, columnNamed } = workbook.sheet('Settings');
  const rowOf = (name: string) => columnNamed('Setting').indexOf(name) + 2;
  expect(formats.get(`${rowOf('Firm name')}.2`)).toBe('@');
  expect(formats.get(`${rowOf('Warn at (%)')}.2`)).toBe('0%');
  expect(helps.get(`${rowOf('Round per')}.2`)).toMatchObject({ words: ['entry', 'day'] });
  expect(helps.has(`${rowOf('Firm name')}.2`)).toBe(false);
});

it('ticks the blank boxes of filled rows and no others', () => {
  const workbook = memoryWorkbook({
    Clients: [
      ['Client', 'Active', 'Note'],
      ['Acme', '', ''],
      ['Beta', false, ''],
      ['', false, ''],
      ['', '', 'x'],
      ['Gamma', 'no', ''],
    ],
  });

  setUpWorkbook(workbook);

  expect(workbook.sheet('Clients').columnNamed('Active')).toEqual([true, false, false, true, 'no']);
});

it('leaves a cell alone that holds something else where the stamp belongs', () => {
  const workbook = memoryWorkbook({ Balances: [['My list']] });

  const lines = setUpWorkbook(workbook);

  expect(workbook.sheet('Balances').grid).toEqual([['My list']]);
  expect(lines).toContain('Balances!A1 holds something else. Move it, then run Set up workbook again.');
});

it('leaves a name Ledger alone that a user has given to something else', () => {
  const workbook = memoryWorkbook({ Mine: [['x']] });
  workbook.named = { tab: 'Mine', row: 1, column: 1 };

  const lines = setUpWorkbook(workbook);

  expect(workbook.named.tab).toBe('Mine');
  expect(lines).toContain('The name Ledger belongs to Mine!A1. Rename it, then run Set up workbook again.');
});

it('puts no totals where somebody keeps something', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook);
  const { grid } = workbook.sheet('Balances');
  const at = tabs.Balances.length + 1;
  (grid[1] as unknown[])[at] = '';
  grid.push([], Array(at + 3).fill(''));
  (grid[3] as unknown[])[at + 2] = 'mine';
  setUpWorkbook(workbook);
  expect([grid[1]?.[at], grid[3]?.[at + 2]]).toEqual(['', 'mine']);
});

it('follows the stamp where a user has put a row above it', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook);
  const balances = workbook.sheet('Balances');
  balances.grid.unshift(['']);
  balances.painted.length = 0;
  workbook.named = { tab: 'Balances', row: 2, column: 1 };

  setUpWorkbook(workbook);

  expect(balances.grid.map(row => String(row[0]).slice(0, 13))).toEqual([
    '',
    '=BLOCKLEDGER(',
    '=BLOCKSUMMARY',
    '',
  ]);
  expect(balances.painted[0]?.formula).toBe('=$B4="low"');
});

it('says what Google refuses to have dressed, and does all the rest', () => {
  const workbook = memoryWorkbook({ Time: [['Date', 'Client', 'Hours']] });
  const time = workbook.sheet('Time');
  const refuse = () => {
    throw new Error('This operation is not allowed on cells in typed columns.');
  };
  Object.assign(time, { setHelp: refuse, setFormat: refuse });

  const [line, ...others] = setUpWorkbook(workbook).filter(each => each.includes('typed columns'));

  expect(others).toEqual([]);
  expect(line).toMatch(
    /^Left as it is in Time: the format of Date, the list of Client, .*\. Google says: "This/,
  );
  expect(time.headers()).toEqual(expect.arrayContaining(tabs.Time.map(({ header }) => header)));
  expect(workbook.sheet('Balances').grid[1]?.[0]).toBe('=BLOCKSUMMARY(Ledger)');
});

it('has words for every column and every setting, and none left over', () => {
  const headers = Object.fromEntries(
    tabNames.map(name => [name, tabs[name].map(spec => spec.header).sort()]),
  );
  const described = Object.entries(workbookWords.columns).map(([name, words]) => [
    name,
    Object.keys(words).sort(),
  ]);

  expect(Object.fromEntries(described)).toEqual(headers);
  expect(Object.keys(workbookWords.settings)).toEqual(settingsList.map(setting => setting.name));
  expect(texts().every(text => text.trim() !== '')).toBe(true);
});

it('writes no text that could become a formula', () => {
  const own = [
    ...tabNames.flatMap(name => tabs[name].flatMap(spec => [spec.header, ...(spec.list ?? [])])),
    ...settingsList.flatMap(setting => [setting.name, String(setting.initial)]),
  ];
  expect([...own, ...texts()].filter(text => /^[=+\-@']/.test(text))).toEqual([]);
});

function texts(): string[] {
  return [...Object.values(workbookWords.columns), workbookWords.settings].flatMap(words =>
    Object.values(words),
  );
}

it('gives the overview of an earlier version the formats of its columns where they stand now', () => {
  const workbook = memoryWorkbook();
  setUpWorkbook(workbook);
  const balances = workbook.sheet('Balances');
  const [, state = '', , left = ''] = tabs.Balances.map(
    ({ header }) => workbookWords.columns.Balances[header],
  );
  balances.notes.set('2.2', left);
  balances.notes.set('2.4', state);
  balances.formats.set('3.4', 'd mmm yyyy');

  setUpWorkbook(workbook);

  expect([balances.notes.get('2.2'), balances.notes.get('2.4')]).toEqual([state, left]);
  expect(balances.formats.get('3.4')).toBe('0.00');
});
