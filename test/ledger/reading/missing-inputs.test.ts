/** What was there and is gone stops what it could change: a default in its place would be a guess. */

import { describe, expect, it } from 'vitest';
import type { FormerTab } from '../../../src/ledger/model/ledger';
import type { TabName } from '../../../src/ledger/model/tab-names';
import { routeOf } from '../../../src/ledger/notices/due';
import { headersIn, lostColumns, missingInputs } from '../../../src/ledger/reading/missing-inputs';
import { ledgerTabs, readLedger } from '../../../src/ledger/reading/read-ledger';
import { foldHeader } from '../../../src/ledger/sheet/headers';
import { settingsList } from '../../../src/ledger/sheet/settings-list';
import type { TabCells } from '../../../src/ledger/sheet/tab-cells';
import { tabs } from '../../../src/ledger/sheet/tabs';
import { type Book, block, day, settledIn, tabsOf, work } from '../builders';

const good: Book = {
  blocks: [block(20), block(10), block(5), block(6)],
  time: [1, 2, 3, 4].map(hours => work('2026-02-02', hours)),
  settings: Object.fromEntries(settingsList.map(({ name, initial }) => [name, initial])),
};
const rows: Partial<Record<TabName, number>> = { Clients: 1, Blocks: 4, Time: 4 };
const seen: readonly FormerTab[] = ledgerTabs.map((tab, id) => ({
  tab,
  id,
  headers: headersIn(tabsOf(good).get(tab) as TabCells),
  rows: rows[tab] ?? 0,
}));

function read(change: (cells: Map<TabName, TabCells>) => void, former = seen) {
  const cells = tabsOf(good);
  change(cells);
  const ledger = readLedger({ tabs: cells, clockToday: day('2026-12-31'), seen: former });
  return { ledger, missing: ledger.missing.map(({ issue, stops }) => [issue.tab, stops, issue.message]) };
}

const without = (tab: TabName, header: string) => (cells: Map<TabName, TabCells>) => {
  const columns = new Map(cells.get(tab)?.columns);
  columns.delete(foldHeader(header));
  cells.set(tab, { ...(cells.get(tab) as TabCells), columns });
};

it('misses nothing where nothing is gone, and nothing that was never there', () => {
  expect(read(() => {}).missing).toEqual([]);
  expect(read(without('Clients', 'Notices'), []).missing).toEqual([]);
  expect(read(cells => cells.delete('Settings'), []).missing).toEqual([]);
});

describe('a column that was there', () => {
  it.each([
    ['Clients', 'Active', 'state'],
    ['Clients', 'Warn at (h)', 'state'],
    ['Clients', 'Notices', 'mails'],
    ['Clients', 'Email', 'mails'],
    ['Clients', 'Normal rate', 'figures'],
    ['Blocks', 'Paid on', 'figures'],
    ['Blocks', 'Expires', 'figures'],
    ['Blocks', 'Kind', 'figures'],
    ['Time', 'Work type', 'figures'],
    ['Time', 'Start', 'figures'],
    ['Time', 'Charged', 'figures'],
    ['Work types', 'Multiplier', 'figures'],
    ['Settings', 'Value', 'figures'],
    ['Notices', 'State', 'mails'],
  ] as const)('stops what it could change: %s, %s: %s', (tab, header, stops) => {
    const { ledger, missing } = read(without(tab, header));
    expect(missing).toContainEqual([
      tab,
      stops,
      `The column "${header}" was here and is gone. Rename its header back, or press Ctrl+Z; if it is meant so, press "It is meant so" in Check workbook.`,
    ]);
    expect(ledger.issues.map(({ message }) => message)).toContain(missing[0]?.[2]);
    expect(ledger.fatal.length > 0).toBe(stops === 'figures');
    expect(routeOf(settledIn(ledger), ledger).kind).toBe('review');
  });

  it('is never without effect where it counts or steers, whatever column is added later', () => {
    const silent = ledgerTabs.flatMap(tab =>
      tabs[tab]
        .filter(({ counts }) => counts)
        .filter(({ header }) => read(without(tab, header)).ledger.missing.length === 0)
        .filter(({ header }) => read(without(tab, header)).ledger.fatal.length === 0)
        .map(({ header }) => `${tab} ${header}`),
    );
    expect(silent).toEqual(['Blocks Note', 'Time Who', 'Time What was done']);
  });

  it('is only told of where it is no more than looked at', () => {
    const { ledger, missing } = read(without('Time', 'Asked by'));
    expect(missing).toEqual([]);
    expect(ledger.issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The column "Asked by" was here and is gone\./),
    ]);
  });

  it('is not missed by a function in a cell that never reads it', () => {
    const { missing } = read(cells => {
      without('Clients', 'Email')(cells);
      cells.set('Clients', { ...(cells.get('Clients') as TabCells), onlyCounting: true });
    });
    expect(missing).toEqual([]);
  });
});

describe('a tab or a setting that was there', () => {
  it.each(['Settings', 'Work types', 'Clients'] as const)('stops every figure: %s', tab => {
    const { ledger } = read(cells => cells.delete(tab));
    expect(ledger.fatal.map(({ message }) => message)).toEqual([
      `The tab "${tab}" was here and is gone. Get it back with Ctrl+Z or File > Version history; if it is meant so, press "It is meant so" in Check workbook.`,
    ]);
  });

  it.each([
    ['Overage', 'figures'],
    ['Warn at (h)', 'state'],
    ['Notices', 'mails'],
  ])('is missed under another name: %s', (name, stops) => {
    const { missing } = read(renamed(name));
    expect(missing).toEqual([['Settings', stops, expect.stringContaining(`The setting "${name}"`)]]);
  });

  it('stops what it could change, and a setting that is added later is looked at here', () => {
    const stopped: Record<string, string[]> = {};
    for (const { name } of settingsList) {
      const [[, stops] = ['', 'nothing']] = read(renamed(name)).missing;
      stopped[String(stops)] = [...(stopped[String(stops)] ?? []), name];
    }
    expect(stopped).toMatchInlineSnapshot(`
      {
        "books": [
          "Cash side",
          "Xero tax rate",
          "Account: Bank",
          "Account: Accounts receivable",
          "Account: Receipts clearing",
          "Account: Tax payable",
          "Account: Deferred revenue",
          "Account: Opening balances",
          "Account: Service revenue",
          "Account: Overage revenue",
          "Account: Breakage revenue",
          "Account: Refund differences",
          "Account: Bad debts",
          "Account: Accrued overage",
          "Accrue overage",
        ],
        "figures": [
          "Normal rate",
          "Currency",
          "Tax (%)",
          "Round up to (min)",
          "Minimum (min)",
          "Round per",
          "Overage",
          "Unpaid blocks",
          "Expired hours",
        ],
        "mails": [
          "Remind after (days)",
          "Quiet after (days)",
          "Notices",
          "Weekdays only",
          "Days off",
          "Payment terms (days)",
          "Payment reminders",
          "Monthly statement",
        ],
        "nothing": [
          "Today",
          "Firm name",
          "Office manager email",
          "Sender name",
          "Reply to",
          "Payment link",
          "Tax name",
          "Send hour",
          "Thank-you mail",
          "Daily digest",
          "Weekly mail",
          "Weekly mail on",
          "Pace (weeks)",
          "Rate card",
          "Firm address",
          "Firm tax id",
          "Sales tax rate",
          "Form responses tab",
          "Client page address",
        ],
        "state": [
          "Warn at (h)",
          "Warn at (%)",
          "Warn before expiry (days)",
          "Warn days before run-out",
        ],
      }
    `);
  });
});

const renamed = (name: string) => (cells: Map<TabName, TabCells>) => {
  const settings = cells.get('Settings') as TabCells;
  const names = settings.columns.get('setting')?.map(cell => (cell === name ? 'Mine' : cell)) ?? [];
  cells.set('Settings', { ...settings, columns: new Map(settings.columns).set('setting', names) });
};

describe('rows that counted', () => {
  const cleared =
    (tab: TabName, keep: number, header = 'client') =>
    (cells: Map<TabName, TabCells>) => {
      const found = cells.get(tab) as TabCells;
      const column = found.columns.get(header)?.map((cell, index) => (index < keep ? cell : '')) ?? [];
      cells.set(tab, { ...found, columns: new Map(found.columns).set(header, column) });
    };

  it('are missed where most of them cannot be found', () => {
    expect(read(cleared('Time', 0)).missing).toEqual([
      ['Time', 'figures', expect.stringMatching(/^4 rows counted here before, and now 0 do\. /)],
    ]);
    expect(read(cleared('Blocks', 1)).missing).toHaveLength(1);
  });

  it('may be taken out one by one', () => {
    expect(read(cleared('Time', 2)).missing).toEqual([]);
    expect(missingInputs({ cells: () => undefined, clients: new Map(), blocks: [], entries: 0 }, [])).toEqual(
      [],
    );
  });

  it('stop every figure where a formula’s error is their client, once for all of them', () => {
    const { ledger } = read(cells => {
      const time = cells.get('Time') as TabCells;
      const names = time.columns.get('client')?.map(() => '#N/A') ?? [];
      cells.set('Time', { ...time, columns: new Map(time.columns).set('client', names) });
    }, []);
    expect(ledger.fatal).toEqual([
      {
        tab: 'Time',
        row: 2,
        message:
          'Client holds a formula that gives #N/A here and in 3 more rows, so nobody knows whose figures change. Mend the formula.',
      },
    ]);
  });

  it('may wait with such a formula for somebody to fill them', () => {
    const { missing } = read(cells => {
      const time = cells.get('Time') as TabCells;
      const columns = new Map([...time.columns].map(([header, column]) => [header, [...column, '']]));
      columns.get('client')?.splice(4, 1, '#N/A');
      cells.set('Time', { ...time, rows: 5, columns });
    });
    expect(missing).toEqual([]);
  });
});

it('stops everything where two tabs may be one of ours', () => {
  const former = seen.map(each => (each.tab === 'Time' ? { ...each, elsewhere: 'Time 2025' } : each));
  expect(read(() => {}, former).ledger.fatal.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Two tabs may be your Time: "Time 2025" was it, and another is called so\./),
  ]);
});

describe('a column of the stamp’s formula without a header', () => {
  it('is named by its neighbours', () => {
    const time = ['Date', 'Client', 'Hours', 'Start', 'End', 'Kind of work', 'Charged'];
    expect(lostColumns('Time', time)).toEqual([['Work type']]);
    expect(lostColumns('Time', ['Date', 'Client', '#REF!', 'Charged'])).toEqual([
      ['Who', 'Hours', 'Start', 'End', 'Work type'],
    ]);
  });

  it('is nothing where no column of ours is missing there', () => {
    expect(lostColumns('Time', ['Date', 'Client', 'Hours', 'Old hours', 'Start'])).toEqual([]);
  });
});
