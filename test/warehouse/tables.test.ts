import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tabs } from '../../src/ledger/sheet/tabs';
import { fields, tableNames, tables } from '../../src/warehouse/tables';

const sql = readFileSync('src/warehouse/block-ledger.sql', 'utf8');

/** The columns that a table is made with, in their order. */
function columnsOf(table: string): string[] {
  const [, body = ''] =
    new RegExp(`CREATE TABLE IF NOT EXISTS ledger\\.${table}_empty \\(([^)]*)\\)`).exec(sql) || [];
  return body.split(',').map(column => column.trim().replace(/`/g, ''));
}

describe('the tables of the warehouse', () => {
  it.each(tableNames)(
    'have in %s a column for each header of its tab, of the type that an export writes',
    table => {
      const own = fields[table].map(({ name, type }) => `${name} ${type}`);
      expect(columnsOf(table)).toEqual([
        'book STRING',
        'sheet_row INT64',
        ...own,
        'as_typed STRING',
        'doubt STRING',
      ]);
    },
  );

  it('name no two headers of a tab alike', () => {
    for (const table of tableNames) {
      const names = fields[table].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names).toHaveLength(tabs[tables[table]].length);
    }
  });

  it('hold work and archived work in one', () => {
    const headers = fields.time.map(({ header }) => header);
    expect(tabs.Time.filter(({ header }) => !headers.includes(header))).toEqual([]);
  });

  it('are each seen by every book through a view', () => {
    for (const table of tableNames)
      expect(sql).toContain(`CREATE OR REPLACE VIEW ledger.${table} AS SELECT * FROM \`ledger.${table}_*\`;`);
  });
});

it('leaves the place of the library as the only blank of the SQL', () => {
  expect(new Set(sql.match(/\{\{[^}]*\}\}/g))).toEqual(new Set(['{{library}}']));
});
