/** A tracker as a firm types its own: titles, totals, blank rows, hours in several forms, names that differ. */
import type { Workbook } from '../../workbench/runtime';

type Value = string | number | boolean;

/** Days as Sheets counts them, so that some of the cells are dates and others are texts. */
const day = (number: number) => 46_023 + number; // 2026-01-01

export const tracker: Readonly<Record<string, readonly (readonly Value[])[]>> = {
  Customers: [
    ['Our customers'],
    [],
    ['Customer', 'Contact', 'E-mail', 'Rate', 'Status'],
    ['Harbor Ltd', 'Pat', 'pat@harbor.example', '$100.00', 'Active'],
    ['Acme', 'Ann', 'ann@acme.example', 100, 'Active'],
    ['Total Logistics', '', 'office@total.example', '', 'Paused'],
    ['Solo'],
    ['Total', '', '', '', 4],
    [],
    ['Ask Jo before calling a customer.'],
  ],
  'Hours sold': [
    ['Prepaid hours 2026'],
    ['Date', 'Customer', 'Hours', 'Price', 'Expires', 'Paid', 'Used', 'Balance'],
    ['05.01.2026', 'Harbor Ltd', 20, '$1,800.00', '', day(9), 3, 17],
    ['06.01.2026', 'Acme Inc', '10h', 950, '31.12.2026', 'yes', 0, 10],
    ['07.01.2026', 'Solo', '5:00', '€ 500', '01.02.2026', '', 0, 5],
    ['Total', '', 35, '$3,250.00'],
    ['Older'],
    ['08.01.2026', 'Acme', '', 100],
  ],
  'Time log': [
    ['Date', 'Customer', 'Hours', 'What we did', 'Technician', 'Balance'],
    [day(10), 'Harbor Ltd', 1.5, 'Mended the server', 'Kim', 18.5],
    ['12.01.2026', 'Harbor', '1h 30m', 'Updates', 'Kim', 17],
    ['13.01.2026', 'Acme', '0:45', 'Called', 'Jo', 9.25],
    [],
    ['Subtotal', '', 3.75],
    ['14.01.2026', 'Solo', 'lots', 'Printer', 'Jo', 3],
  ],
  Ideas: [['Buy a new printer'], ['Ask about the lease']],
};

/** What the firm says of it. */
export const said = {
  description: 'what was done',
  clients: { Harbor: 'Harbor Ltd', 'Acme Inc': 'Acme' },
} as const;

export async function typeTabs(
  book: Workbook,
  tabs: Readonly<Record<string, readonly (readonly Value[])[]>> = tracker,
): Promise<void> {
  for (const [name, rows] of Object.entries(tabs)) {
    const tab = book.engine.tabs().find(each => each.name === name) ?? book.engine.insertTab(name);
    const columns = Math.max(...rows.map(row => row.length));
    const cells = rows.map(row => Array.from({ length: columns }, (_, at) => ({ value: row[at] ?? '' })));
    tab.write({ row: 1, column: 1, rows: rows.length, columns }, cells);
  }
  await book.engine.settle();
}
