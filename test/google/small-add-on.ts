import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createEngine } from '../../workbench/engine/engine';
import { openWorkbook, type Workbook } from '../../workbench/runtime';
import { createBundle } from '../../workbench/services/bundle';

/** The adapters under test behind a few global functions; the ledger's own functions only echo. */
const source = `
  import { allAreas, editedArea } from './src/google/formula-areas';
  import { addMenu } from './src/google/menu';
  import { createPropertyStore } from './src/google/stores';
  import { createWorkbook } from './src/google/workbook';
  import { readWorkbookWords } from './src/google/workbook-words';
  import { completeFormulas } from './src/workflows/typing/complete-formulas';
  import { refreshLedger } from './src/workbook/formulas';
  import { setUpWorkbook as setUp } from './src/workflows/set-up/set-up-workbook';
  import { tickEditedRows } from './src/workflows/typing/tick-new-rows';

  const workbook = () => createWorkbook(SpreadsheetApp);
  const ports = () => ({ workbook: workbook(), store: createPropertyStore(PropertiesService) });
  globalThis.onOpen = () => addMenu(SpreadsheetApp.getUi());
  globalThis.setUpWorkbook = () => setUp(workbook(), readWorkbookWords(HtmlService));
  globalThis.refresh = () => {
    refreshLedger(workbook());
    completeFormulas(allAreas(SpreadsheetApp.getActive()), ports(), true);
  };
  globalThis.onEdit = ({ range }) => {
    completeFormulas([editedArea(range)], ports());
    const [tab, row, column] = [range.getSheet().getName(), range.getRow(), range.getColumn()];
    tickEditedRows(workbook(), { tab, row, column, rows: range.getNumRows(), columns: range.getNumColumns() });
  };
`;
const functions = `
/** @customfunction */
function BLOCKLEDGER() { return '0 clients'; }
/** @customfunction */
function BLOCKSUMMARY() { return [['Client', 'Hours left'], ['Acme', 3]]; }
/** @customfunction */
function BLOCKBALANCE(client, stamp) { return client + ' ' + stamp; }
`;

/** A workbook with these tabs, in which the adapters run. */
export async function openSmallAddOn(tabs?: readonly string[], locale = 'en_US'): Promise<Workbook> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const options = { bundle: true, write: false, format: 'iife', target: 'es2019', charset: 'utf8' } as const;
  const result = await build({ ...options, stdin: { contents: source, resolveDir: root } });
  const scopes = ['spreadsheets.currentonly', 'script.container.ui'];
  const manifest = {
    timeZone: 'Etc/UTC',
    oauthScopes: scopes.map(scope => `https://www.googleapis.com/auth/${scope}`),
  };
  const pages = { 'workbook-words': readFileSync(`${root}/src/dialogs/workbook-words.html`, 'utf8') };
  const bundle = createBundle({ code: `${result.outputFiles[0]?.text}${functions}`, manifest, pages });
  const engine = createEngine({ timeZone: 'Europe/Berlin', locale, ...(tabs ? { tabs } : {}) });
  return openWorkbook({ engine, bundle });
}
