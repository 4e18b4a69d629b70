/** Tabs that somebody has made a table of, whose typed columns refuse lists, and number formats or not. */
import { expect, it } from 'vitest';
import { convertToTable } from '../../workbench/services/scene';
import { openFirm, rowsOf } from './firm';
import { lowClients, recipients } from './low-firm';

const tables = ['Clients', 'Blocks', 'Time', 'Settings', 'Notices'];

it.each([false, true])(
  'set up says what was refused and does all else (formats refused: %s)',
  async refusesFormats => {
    const book = await openFirm();
    for (const name of tables) convertToTable(book.world, name, { refusesFormats });
    const time = book.engine.tabs().find(({ name }) => name === 'Time') ?? expect.fail('no tab');
    // Somebody has cleared the list of a column, and a header is gone.
    time.look.setValidation({ row: 2, column: 2, rows: time.maxRows() - 1, columns: 1 }, null);
    await book.edit('Time!J1', '');
    await book.call('setUpWorkbook');
    const said = book.messages.at(-1)?.text ?? '';
    expect(said).toContain('Added to Time:');
    expect(said).toContain('Left as it is in Time: ');
    expect(said).toContain('"This operation is not allowed on cells in typed columns."');
  },
);

it('rows are written into tables, and mails leave', async () => {
  const book = await lowClients(1);
  for (const name of tables) convertToTable(book.world, `${name}!A1:Z60`, { refusesFormats: true });
  await book.call('runDaily');
  await book.call('runDaily');
  expect(recipients(book)).toEqual(['c1@client.example']);
  expect(rowsOf(book, 'Notices')).toMatchObject([{ State: 'Sent', Client: 'Client 01' }]);
  const typed = {
    client: 'Client 01',
    date: '2026-11-23',
    hours: '1',
    work: 'Remote',
    what: '1-2',
    who: '=Kim',
  };
  await book.call('logTime', typed, 'one');
  expect(rowsOf(book, 'Time').at(-1)).toMatchObject({ Client: 'Client 01', Hours: 1 });
});
