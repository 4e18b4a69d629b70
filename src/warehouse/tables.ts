import type { TabName } from '../ledger/model/tab-names';
import type { ColumnSpec } from '../ledger/sheet/columns';
import { tabs } from '../ledger/sheet/tabs';

/** The tables of the warehouse, each with the tab whose columns it has: an archived entry is a row of time too. */
export const tables = {
  settings: 'Settings',
  work_types: 'Work types',
  clients: 'Clients',
  blocks: 'Blocks',
  time: 'Time archive',
} as const satisfies Record<string, TabName>;
export type Table = keyof typeof tables;
export const tableNames = Object.keys(tables) as readonly Table[];

/** A row of a table, by field; what is blank may be missing. */
export type Row = Readonly<Record<string, unknown>>;

type FieldType = 'BOOL' | 'DATE' | 'FLOAT64' | 'STRING';

/** A column of a table: the header of its tab as a name, and what it holds. */
export interface Field {
  readonly name: string;
  readonly header: string;
  readonly type: FieldType;
}

/** What holds words though Sheets is left to format it, and the clock, which may carry a date. */
const unformattedWords = ['Client', 'Contact', 'Who', 'Work type', 'Value', 'Start', 'End'];

function typeOf({ header, format, box, list }: ColumnSpec): FieldType {
  if (box) return 'BOOL';
  if (list || format === '@' || unformattedWords.includes(header)) return 'STRING';
  return format.startsWith('d ') ? 'DATE' : 'FLOAT64';
}

/** `Round up to (min)` is `round_up_to_min`. */
function fieldName(header: string): string {
  const words =
    header
      .toLowerCase()
      .replace('%', 'percent')
      .match(/[a-z]+/g) || [];
  return words.join('_');
}

function fieldsOf(table: Table): readonly Field[] {
  return tabs[tables[table]].map(spec => ({
    name: fieldName(spec.header),
    header: spec.header,
    type: typeOf(spec),
  }));
}

export const fields: Readonly<Record<Table, readonly Field[]>> = {
  settings: fieldsOf('settings'),
  work_types: fieldsOf('work_types'),
  clients: fieldsOf('clients'),
  blocks: fieldsOf('blocks'),
  time: fieldsOf('time'),
};
