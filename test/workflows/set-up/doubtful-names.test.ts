/** Set up asks about what seems to be there under another name, and writes nothing. */

import { describe, expect, it } from 'vitest';
import { tabs } from '../../../src/ledger/sheet/tabs';
import { setUpWorkbook } from '../../../src/workflows/set-up/set-up-workbook';
import { memoryWorkbook } from '../../workbook/memory-workbook';
import { workbookWords } from '../workbook-words';

const headersOf = (name: 'Clients' | 'Blocks' | 'Time') => tabs[name].map(({ header }) => header);
const others = { Clients: [headersOf('Clients')], Blocks: [headersOf('Blocks')] };
const setUp = (start: Parameters<typeof memoryWorkbook>[0]) => {
  const workbook = memoryWorkbook(start);
  return { lines: setUpWorkbook(workbook, workbookWords), writes: workbook.writes };
};

describe('a tab under another name', () => {
  it('is asked about, with or without a title, and no second one is made', () => {
    for (const above of [[], [['Our time sheet']]]) {
      const { lines, writes } = setUp({ ...others, 'Time 2026': [...above, headersOf('Time')] });
      expect(lines).toEqual([
        'Is the tab "Time 2026" your Time? Rename it to Time; if it is not, add an empty tab Time first; then run Set up workbook again.',
      ]);
      expect(writes).toEqual([]);
    }
  });

  it('is known from another tab of ours with the same needed headers', () => {
    const { lines } = setUp({
      Clients: others.Clients,
      Sold: [headersOf('Blocks')],
      Work: [headersOf('Time')],
    });
    expect(lines.map(line => line.slice(0, 30))).toEqual([
      'Is the tab "Sold" your Blocks?',
      'Is the tab "Work" your Time? R',
    ]);
  });

  it('is somebody’s own in a workbook that has no tab of ours, or with fewer of its headers', () => {
    expect(setUp({ 'Time 2026': [headersOf('Time')] }).writes).not.toEqual([]);
    expect(setUp({ ...others, Mine: [['Date', 'Client', 'Miles']] }).writes).not.toEqual([]);
  });
});

describe('a column under another name', () => {
  it.each(['Hrs', 'Hour', 'Hours worked', 'hr'])('is asked about: %s for Hours', header => {
    const time = headersOf('Time').map(each => (each === 'Hours' ? header : each));
    const { lines, writes } = setUp({ ...others, Time: [time] });
    expect(lines).toEqual([
      `Is "${header}" in Time your Hours? Rename it to Hours; if it is not, give it a name less alike; then run Set up workbook again.`,
    ]);
    expect(writes).toEqual([]);
  });

  it('is asked about where it says who gets a mail', () => {
    const clients = headersOf('Clients').map(each => (each === 'Notices' ? 'Notice' : each));
    const { lines, writes } = setUp({ Clients: [clients] });
    expect(lines).toEqual([expect.stringContaining('Is "Notice" in Clients your Notices?')]);
    expect(writes).toEqual([]);
  });

  it('is not one that has nothing of it', () => {
    const time = headersOf('Time').map(each => (each === 'Hours' ? 'Miles' : each));
    expect(setUp({ ...others, Time: [time] }).writes).not.toEqual([]);
  });
});
