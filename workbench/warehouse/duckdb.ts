/** DuckDB as it runs the shipped SQL of BigQuery: each statement translated, the library as functions of its own. */

import { setFlagsFromString } from 'node:v8';
import { runInContext } from 'node:vm';
import {
  type DuckDBConnection,
  DuckDBInstance,
  DuckDBScalarFunction,
  type Json,
  VARCHAR,
} from '@duckdb/node-api';
import { type Table, tableNames } from '../../src/warehouse/tables';
import { bareContext, type Warehouse } from './built';

export interface Engine {
  /** Takes the place of what the book had before. */
  load(book: string, pathOf: (table: Table) => string): Promise<void>;
  /** Rows of a query in the words of BigQuery. */
  query(sql: string): Promise<Record<string, Json>[]>;
  close(): void;
}

// It is asked a dozen times: to make its 22 MB quick in the background would cost more than all else here.
setFlagsFromString('--liftoff-only');
const { Dialect, transpile } = await import('@polyglot-sql/sdk');

/** What BigQuery has and DuckDB calls otherwise. */
const standIns = ['CREATE MACRO json_extract_array(text, path) AS CAST(json_extract(text, path) AS JSON[])'];

/** An empty warehouse in memory, or in a file where there is more than memory holds. */
export async function openDuckDb({ sql, library }: Warehouse, file = ':memory:'): Promise<Engine> {
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run('SET threads = 1; SET preserve_insertion_order = false');
  for (const each of standIns) await connection.run(each);
  const context = bareContext(library);
  const statements = statementsOf(sql);
  const [tables, others] = [statements.filter(isTable), statements.filter(each => !isTable(each))];
  for (const statement of tables) await connection.run(translated(statement));
  const makeOthers = async () => {
    for (const statement of others) await make(connection, statement, context);
  };
  await makeOthers();
  return {
    load: async (book, pathOf) => {
      for (const table of tableNames) await loadTable(connection, `${table}_${book}`, table, pathOf(table));
      // What a wildcard stands for are the tables that are there.
      for (const view of others.filter(isView)) await make(connection, view, context);
    },
    query: async text => (await connection.runAndReadAll(translated(text))).getRowObjectsJson(),
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Without the comments between them. */
function statementsOf(sql: string): string[] {
  const texts = sql.split(/;\n(?:\n|$)/).map(text => text.replace(/^(\s*--.*\n)+/gm, '').trim());
  return texts.filter(text => text !== '');
}

const isTable = (statement: string) => /^CREATE (SCHEMA|TABLE IF)/.test(statement);
const isView = (statement: string) => /^CREATE OR REPLACE VIEW/.test(statement);

function translated(statement: string): string {
  const { success, sql = [], error } = transpile(statement, Dialect.BigQuery, Dialect.DuckDB);
  const [text] = sql;
  if (!success || text === undefined) throw new Error(`Not to be translated: ${error}\n${statement}`);
  // DuckDB's own leaves out what is NULL, BigQuery's gives NULL.
  if (/\bCONCAT\(/.test(text)) throw new Error(`Means something else in DuckDB: ${text}`);
  return text;
}

async function make(connection: DuckDBConnection, statement: string, context: object): Promise<void> {
  const [, view, prefix] =
    /^CREATE OR REPLACE VIEW (\S+) AS SELECT \* FROM `ledger\.(\w+)\*`$/.exec(statement) || [];
  if (view && prefix)
    return void (await connection.run(
      `CREATE OR REPLACE VIEW ${view} AS ${await union(connection, prefix)}`,
    ));
  const [, kind, name = '', given = '', rest = ''] =
    /^CREATE OR REPLACE (FUNCTION|TABLE FUNCTION) ledger\.(\w+)\(([^)]*)\)(.*)$/s.exec(statement) || [];
  const names = given.split(',').flatMap(each => each.trim().split(' ')[0] || []);
  const [, script] = /AS r"""(.*)"""$/s.exec(rest) || [];
  if (script !== undefined)
    registerScript(connection, name, runInContext(`(function (${names}) { ${script} })`, context));
  const [, body = ''] = /\sAS \((.*)\)$/s.exec(` ${rest.trim()}`) || [];
  const own =
    script !== undefined
      ? `library_${name}(${names})`
      : kind === 'TABLE FUNCTION'
        ? `TABLE ${translated(body)}`
        : translated(body.trim().replace(/^\((.*)\)$/s, '$1'));
  const text = kind === 'TABLE FUNCTION' || script !== undefined ? own : `(${own})`;
  await connection.run(`CREATE OR REPLACE MACRO ledger.${name}(${names}) AS ${text}`);
}

async function union(connection: DuckDBConnection, prefix: string): Promise<string> {
  const found = await connection.runAndReadAll(
    `SELECT table_name FROM duckdb_tables() WHERE schema_name = 'ledger' AND starts_with(table_name, '${prefix}') ORDER BY 1`,
  );
  return found
    .getRowsJson()
    .map(([name]) => `SELECT * FROM ledger."${name}"`)
    .join(' UNION ALL ');
}

function registerScript(
  connection: DuckDBConnection,
  name: string,
  script: (...given: string[]) => string,
): void {
  connection.registerScalarFunction(
    DuckDBScalarFunction.create({
      name: `library_${name}`,
      returnType: VARCHAR,
      parameterTypes: Array.from({ length: script.length }, () => VARCHAR),
      mainFunction: (_, input, output) => {
        const columns = Array.from({ length: script.length }, (_, at) => input.getColumnVector(at));
        for (let row = 0; row < input.rowCount; row++)
          output.setItem(row, script(...columns.map(column => column.getItem(row) as string)));
        output.flush();
      },
    }),
  );
}

/** The columns are those of the empty table, whatever the file says. */
async function loadTable(
  connection: DuckDBConnection,
  name: string,
  table: Table,
  path: string,
): Promise<void> {
  const described = await connection.runAndReadAll(`DESCRIBE ledger.${table}_empty`);
  const columns = described.getRowsJson().map(([column, type]) => `"${column}": '${type}'`);
  const file = path.replaceAll("'", "''");
  await connection.run(
    `CREATE OR REPLACE TABLE ledger."${name}" AS SELECT * FROM read_json('${file}', format = 'newline_delimited', columns = {${columns}})`,
  );
}
