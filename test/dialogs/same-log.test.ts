/** The same log, whichever way it comes, and broken ones whose lines must add up all the same. */
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { decode } from '../../src/dialogs/decode';
import { readHours } from '../../src/dialogs/hours-run';
import { type TabCell, tabRowsOf } from '../../src/dialogs/read-tab';
import { type FileTable, readTable } from '../../src/dialogs/read-table';
import { dateOf, toSheetSerial } from '../../src/ledger/units/calendar-date';

const lines = [
  ['Date', 'Client', 'Start', 'End', 'Duration', 'Description', 'User'],
  ['2026-01-28', 'Müller', '09:00:00', '10:30:15', '1:30:15', 'Löten', 'Jörg'],
  ['2026-01-29', 'Acme', '23:30:00', '00:15:00', '0:45:00', '=SUM(1)', 'Kim'],
];
const text = lines.map(cells => cells.join(',')).join('\n');
const form = {
  clients: ['Müller', 'Acme'],
  names: [],
  kept: {},
  timeZone: 'Etc/UTC',
  today: '2026-11-23',
  here: '',
};
const said = { description: 'what was done' } as const;
const planOf = (table: FileTable) => readHours(table, said, form).plan;

const encoded: Readonly<Record<string, Uint8Array>> = {
  'UTF-8': new TextEncoder().encode(text),
  'UTF-16': Uint8Array.from(
    [...`\ufeff${text}`].flatMap(each => [each.charCodeAt(0) & 255, each.charCodeAt(0) >> 8]),
  ),
  'windows-1252': Uint8Array.from([...text].map(each => each.charCodeAt(0))),
};

it.each(Object.entries(encoded))('a log is the same as a file in %s and as pasted text', (_, bytes) => {
  const pasted = planOf(readTable(text));
  expect(pasted.rows).toHaveLength(2);
  expect(planOf(readTable(decode(bytes).text)).rows).toEqual(pasted.rows);
});

it('a log is the same as a tab, whose days and times Sheets keeps as numbers', async () => {
  const days = (clock: string): number => {
    const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number);
    return (hours * 3600 + minutes * 60 + seconds) / 86_400;
  };
  const cell = (value: string, at: number): TabCell => {
    const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
    const date = at === 0 ? dateOf(year, month, day) : undefined;
    if (date !== undefined) return { days: toSheetSerial(date) };
    return [2, 3, 4].includes(at) && value.includes(':') ? { days: days(value) } : value;
  };
  const rows = lines.map(cells => cells.map(cell));
  const tab = await tabRowsOf('Log', async (_, from) => rows.slice(from - 1, from));
  expect(planOf({ rows: tab, isTimeclock: false }).rows).toEqual(planOf(readTable(text)).rows);
});

test('the lines of a log add up, however broken it is', () => {
  const broken = fc.constantFrom(
    '',
    'x',
    '-1',
    '25:99',
    '2026-02-30',
    'Total',
    '=1+1',
    '0',
    '1,5',
    'Müller',
    '\u0000',
    '9'.repeat(30),
  );
  const cells = lines[1]?.map(good => fc.oneof({ weight: 4, arbitrary: fc.constant(good) }, broken)) ?? [];
  const row = fc.oneof({ weight: 6, arbitrary: fc.tuple(...cells) }, fc.array(broken, { maxLength: 12 }));
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), body => {
      const table = {
        rows: [lines[0] ?? [], ...body].map((each, at) => ({ line: at + 1, cells: each })),
        isTimeclock: false,
      };
      const { log, plan } = readHours(table, { ...said, dates: 'dmy', clients: { '*': 'new' } }, form);
      const told = plan.rows.length + plan.leftOut.length + plan.unreadable.length;
      expect(log.problem === undefined ? told : plan.lines).toBe(plan.lines);
    }),
    { numRuns: 300 },
  );
});
