import { expect, it } from 'vitest';
import { equalRows } from '../../workbench/warehouse/equal-rows';

const line = (row: object) => `${JSON.stringify({ book: 'north', sheet_row: 2, ...row })}\n`;

it('counts rows that are equal but for their day and what was done', () => {
  const work = { client: 'Acme', hours: 1.5, work_type: 'Remote' };
  const text = [
    line({ date: '2026-11-23', ...work, what_was_done: 'Mail' }),
    line({ date: '2026-11-23', ...work, what_was_done: ',"what_was_done":","doubt":"' }),
    line({ date: '2026-11-24', ...work }),
    line({ date: '2026-11-24', ...work, hours: 2 }),
  ].join('');

  expect(equalRows([text])).toEqual([
    { client: 'Acme', hours: 1.5, work_type: 'Remote', days: [20_780, 20_780, 20_781] },
    { client: 'Acme', hours: 2, work_type: 'Remote', days: [20_781] },
  ]);
});

it('reads every other line as it stands, whatever is in it', () => {
  const rows = [
    { date: '2026-11-23', client: 'O"Neill \\', hours: 1 },
    { date: '2026-11-23', client: 'Acme', as_typed: '{"hours":"abc"}' },
    { date: '2026-11-23', client: 'Acme', hours: 30, what_was_done: 'x', doubt: 'more than a day' },
    { client: ',"date":"2026-11-23","client":"', hours: 1 },
    { date: '2026-02-30', client: 'Acme', hours: 1 },
    { hours: 1, client: 'Acme', date: '2026-11-23' },
  ];
  const text = rows.map(line).join('');

  const whole = rows.map(row => ({ book: 'north', sheet_row: 2, ...row }));
  expect(equalRows([text]).slice(0, 5)).toEqual(whole.slice(0, 5));
  expect(equalRows([text])).toHaveLength(6);
  expect(equalRows([])).toEqual([]);
});
