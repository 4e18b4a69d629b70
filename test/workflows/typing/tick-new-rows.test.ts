import { expect, it } from 'vitest';
import { openTab } from '../../../src/workbook/tabs';
import { tickEditedRows, tickNewRows } from '../../../src/workflows/typing/tick-new-rows';
import { type MemoryWorkbook, memoryWorkbook } from '../../workbook/memory-workbook';

const clients = (...rows: (string | boolean)[][]) =>
  memoryWorkbook({ Clients: [['Client', 'Active', 'Email'], ...rows] });
/** As a run has just read it. */
const read = (workbook: MemoryWorkbook) => {
  const tab = openTab(workbook, 'Clients');
  return new Map(tab && [['Clients' as const, tab]]);
};
const edit = { tab: 'Clients', row: 2, column: 1, rows: 1, columns: 1 };

it('ticks neighbours in one write, and gives each row its box', () => {
  const workbook = clients(['Acme', '', ''], ['Beta', ' ', ''], ['Gamma', false, ''], ['Delta', '', '']);

  expect(tickNewRows(read(workbook))).toBe(3);
  expect(workbook.writes).toEqual([
    'Clients: write 2, 2',
    'Clients: write 5, 2',
    'Clients: box',
    'Clients: box',
  ]);
  expect([...workbook.sheet('Clients').helps.keys()]).toEqual(['2.2', '3.2', '5.2']);
});

it('leaves the boxes of blank rows alone', () => {
  const workbook = clients(['', '', ''], ['', false, ' ']);

  expect(tickNewRows(read(workbook))).toBe(0);
});

it('ticks the box of a row that was just begun, even where the blank box reads as unticked', () => {
  const workbook = clients(['Acme', false, '']);

  tickEditedRows(workbook, edit);

  expect(workbook.sheet('Clients').columnNamed('Active')).toEqual([true]);
});

it('leaves a box unticked that a person unticked', () => {
  const later = clients(['Acme', false, 'a@acme.example']);
  const pasted = clients(['Acme', false, '']);
  const unticked = clients(['Acme', false, '']);

  tickEditedRows(later, edit);
  tickEditedRows(pasted, { ...edit, columns: 3 });
  tickEditedRows(unticked, { ...edit, column: 2 });
  tickNewRows(read(unticked));

  expect([later, pasted, unticked].map(each => each.writes)).toEqual([[], [], []]);
});

it('does nothing for an edit in a tab without boxes', () => {
  const workbook = clients(['Acme', '', '']);

  expect(tickEditedRows(workbook, { ...edit, tab: 'Time' })).toBe(0);
});
