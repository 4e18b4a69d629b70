/** How many functions in cells one edit starts. */
import { firm } from './firm';

/** One typed number in a workbook with functions in single cells, each of which Google starts by itself. */
export async function measureExecutions(): Promise<void> {
  console.log('Executions an edit (Google takes about 30 at once of a user)');
  const names = ['BLOCKBALANCE', 'BLOCKVALUE', 'BLOCKRUNOUT'];
  for (const [clients, form] of [
    [8, 'single cells'],
    [60, 'single cells'],
    [60, 'a range of names each'],
  ] as const) {
    const book = await firm(clients, 3, 0);
    const tab = book.engine.insertTab('Mine');
    const rows = form === 'single cells' ? clients : 1;
    const given = (row: number) => (rows === 1 ? `Clients!A2:A${clients + 1}` : `Clients!A${row + 2}`);
    const formulas = Array.from({ length: rows }, (_, row) =>
      names.map(name => ({ formula: `=${name}(${given(row)}; Ledger)` })),
    );
    tab.write({ row: 1, column: 1, rows, columns: names.length }, formulas);
    await book.engine.settle();
    const before = book.executions.length;
    await book.edit('Time!D2', '4');
    const started = book.executions.slice(before).filter(({ options }) => options.mode === 'CUSTOM_FUNCTION');
    const refused = started.filter(({ error }) => error !== null).length;
    console.log(
      `  ${clients} clients x ${names.length} functions in ${form}: ${started.length} executions, ${refused} refused`,
    );
  }
}
