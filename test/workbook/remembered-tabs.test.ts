/** A tab of ours is known under another name, and nothing is put in the place of what is gone. */

import { describe, expect, it } from 'vitest';
import type { SeenTab } from '../../src/ledger/model/ledger';
import { tabs } from '../../src/ledger/sheet/tabs';
import { ledgerFormula, lostByFormula, refreshLedger, tabsInFormula } from '../../src/workbook/formulas';
import { formerTabs, ownNameOf, withRememberedTabs } from '../../src/workbook/remembered-tabs';
import { setUpWorkbook } from '../../src/workflows/set-up/set-up-workbook';
import { workbookWords } from '../workflows/workbook-words';
import { memoryWorkbook } from './memory-workbook';

const headersOf = (name: 'Clients' | 'Blocks' | 'Time') => tabs[name].map(({ header }) => header);
const renamed = (): Parameters<typeof memoryWorkbook>[0] => ({
  Clients: [headersOf('Clients')],
  Blocks: [headersOf('Blocks')],
  "Al's time": [headersOf('Time'), ['2026-02-01', 'Acme', 'Al', 5]],
});
const seen: readonly SeenTab[] = (['Clients', 'Blocks', 'Time'] as const).map((tab, index) => ({
  tab,
  id: index + 1,
  headers: headersOf(tab),
  rows: 0,
}));

/** With what memory holds. */
function remembering(start: Parameters<typeof memoryWorkbook>[0], kept = seen) {
  const workbook = memoryWorkbook(start);
  let reads = 0;
  const store = {
    read: () => {
      reads++;
      return kept.length > 0 ? { seen: JSON.stringify(kept) } : {};
    },
    write: () => {},
    forget: () => {},
  };
  return { workbook, named: withRememberedTabs(workbook, store), reads: () => reads };
}

describe('a tab under another name', () => {
  it('is found by the id of its sheet, and counts in the stamp', () => {
    const { named } = remembering(renamed());
    expect(named.tab('Time')?.name).toBe("Al's time");
    expect(ledgerFormula(named)).toContain(`"Time"; 'Al''s time'!A:A; 'Al''s time'!B:B; 'Al''s time'!C:C`);
    expect(ownNameOf(named, "Al's time")).toBe('Time');
    expect(ownNameOf(named, 'Mine')).toBe('Mine');
  });

  it('is found in a copy by the formula of the stamp, for properties do not come along', () => {
    const { workbook, named } = remembering({ ...renamed(), Balances: [['']] }, []);
    expect(named.tab('Time')).toBeUndefined();
    workbook.named = { tab: 'Balances', row: 1, column: 1 };
    workbook.sheet('Balances').cell(1, 1).write(`=BLOCKLEDGER("Time", 'Al''s time'!A:A,'Al''s time'!B:B)`);
    expect(named.tab('Time')?.name).toBe("Al's time");
  });

  it('costs a look into memory only where a tab of somebody’s own might be it', () => {
    const { named, reads } = remembering({ Clients: [['Client']] });
    expect([named.tab('Clients')?.name, named.tab('Time')]).toEqual(['Clients', undefined]);
    expect(reads()).toBe(0);
  });

  it('gets no second one beside it from set up', () => {
    const { workbook, named } = remembering(renamed());
    setUpWorkbook(named, workbookWords);
    expect([...workbook.tabs.keys()]).not.toContain('Time');
    expect(workbook.sheet("Al's time").grid[1]?.slice(0, 4)).toEqual(['2026-02-01', 'Acme', 'Al', 5]);
  });

  it('is told of where another tab bears our name', () => {
    const { named } = remembering({ ...renamed(), Time: [headersOf('Time')] });
    expect(formerTabs(named, ['Time', 'Clients'], named.seen())).toMatchObject([
      { tab: 'Clients', elsewhere: undefined },
      { tab: 'Time', elsewhere: "Al's time" },
    ]);
    expect(setUpWorkbook(named, workbookWords)).toEqual([
      expect.stringMatching(/^Time row 1: Two tabs may be your Time: "Al's time" was it/),
    ]);
  });
});

describe('set up', () => {
  const whole = { Clients: [headersOf('Clients')], Blocks: [headersOf('Blocks')] };
  const asked = (start: Parameters<typeof memoryWorkbook>[0], kept = seen) => {
    const { workbook, named } = remembering(start, kept);
    return { lines: setUpWorkbook(named, workbookWords), writes: workbook.writes };
  };

  it('asks about a column that was there, and adds no second one', () => {
    const clients = headersOf('Clients').map(header => (header === 'Notices' ? 'Mailing' : header));
    const { lines, writes } = asked({ ...whole, Clients: [clients], Time: [headersOf('Time')] });
    expect(lines).toEqual([
      expect.stringMatching(/^Clients row 1: The column "Notices" was here and is gone\./),
    ]);
    expect(writes).toEqual([]);
  });

  it('asks about a tab that was there, and about a setting under another name', () => {
    expect(asked(whole).lines).toEqual([
      expect.stringMatching(/^Time row 1: The tab "Time" was here and is gone\./),
    ]);
    const settings = { tab: 'Settings', id: 4, headers: ['Setting', 'Value', 'Overage'], rows: 0 } as const;
    const sheet = [
      ['Setting', 'Value'],
      ['Over', 'invoice'],
    ];
    const { lines, writes } = asked({ ...whole, Time: [headersOf('Time')], Settings: sheet }, [settings]);
    expect(lines).toEqual([expect.stringMatching(/^Settings row 1: The setting "Overage" was here/)]);
    expect(writes).toEqual([]);
  });

  it('adds what was never there', () => {
    const { lines } = asked({ ...whole, Time: [['Date', 'Client', 'Hours']] }, []);
    expect(lines.join()).toContain('Added to Time: ');
  });
});

describe('the formula of the stamp', () => {
  it('names the sheet and the columns of each tab, however it is spelt', () => {
    const formula = `=BLOCKLEDGER("Clients", Clients!A:A ,'It''s, mine'!$C:$C; "Work types"; 'Work types'!AB:AB; #REF!)`;
    expect([...tabsInFormula(formula)]).toEqual([
      ['Clients', { page: "It's, mine", columns: [1, 3] }],
      ['Work types', { page: 'Work types', columns: [28, 0] }],
    ]);
  });

  it('keeps the columns whose header is gone, by which they are missed', () => {
    const workbook = memoryWorkbook({ ...renamed(), Time: [headersOf('Time')], Balances: [['']] });
    workbook.named = { tab: 'Balances', row: 1, column: 1 };
    const cell = workbook.sheet('Balances').cell(1, 1);
    cell.write(ledgerFormula(workbook));
    expect(lostByFormula(workbook).size).toBe(0);
    workbook.sheet('Time').grid[0] = headersOf('Time').map(each => (each === 'Work type' ? 'Type' : each));
    expect([...lostByFormula(workbook)]).toEqual([['Time', [['Work type']]]]);
    expect(refreshLedger(workbook)).toBe(false);
  });
});
