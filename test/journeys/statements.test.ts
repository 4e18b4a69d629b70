import { describe, expect, it } from 'vitest';
import type { PaperAnswer } from '../../src/workflows/papers/give-paper';
import type { StatementForm, StatementPreview } from '../../src/workflows/papers/statement-desk';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';

const october = { client: 'Acme', from: '2026-10-01', to: '2026-10-31', version: 'issued' };
const preview = async (book: Workbook, change: object = {}) =>
  (await book.callFromDialog('previewStatement', { ...october, ...change })) as StatementPreview;
/** As the page does: it hands back what was seen. */
async function give(book: Workbook, how: string, change: object = {}): Promise<PaperAnswer> {
  const { seen, to } = await preview(book, change);
  const request = { ...october, ...change, seen, address: to };
  return (await book.callFromDialog(how, request)) as PaperAnswer;
}
const htmlOf = ({ file }: { file?: { base64: string } }) =>
  Buffer.from(file?.base64 ?? '', 'base64').toString();

async function firm(mailQuota?: number) {
  const book = await openFirm(mailQuota === undefined ? {} : { mailQuota });
  await book.edit('Settings!B3', 'Harbor IT');
  await addRow(book, 'Clients', {
    Client: 'Acme',
    Contact: 'Pat',
    Email: 'pat@acme.example',
    'Tax (%)': '19%',
    Note: 'slow payer',
  });
  await addRow(book, 'Blocks', {
    Date: '2026-09-01',
    Client: 'Acme',
    Hours: '20',
    'Discount / h': '10',
    'Paid on': '2026-09-02',
    Note: 'house note',
  });
  await addRow(book, 'Time', {
    Date: '2026-10-05',
    Client: 'Acme',
    Who: 'Robin Staff',
    Hours: '6.5',
    'What was done': 'Mended the printer',
    'Internal note': 'their own fault',
  });
  return book;
}

describe('Statement', () => {
  it('opens with the client of the selected row and the usual periods', async () => {
    const book = await firm();
    await book.call('showStatement');
    expect(book.dialogs).toMatchObject([{ kind: 'modeless', title: 'Statement' }]);
    expect((await book.callFromDialog('statementForm')) as StatementForm).toEqual({
      clients: ['Acme'],
      selected: 'Acme',
      periods: {
        lastMonth: { from: '2026-10-01', to: '2026-10-31' },
        thisMonth: { from: '2026-11-01', to: '2026-11-30' },
        thisYear: { from: '2026-01-01', to: '2026-12-31' },
      },
    });
  });

  it('shows what the client will see, provisional, and neither staff nor notes of the house', async () => {
    const book = await firm();
    const { html, standing, hasMoved, to } = await preview(book);
    for (const text of ['Harbor IT', 'Acme', 'Pat', '13.5 h left on 31 Oct 2026', 'Mended the printer'])
      expect(html).toContain(text);
    expect(html).toContain('Provisional');
    expect(html).not.toMatch(/Robin|fault|slow payer|house note/);
    expect({ standing, hasMoved, to }).toEqual({ standing: [], hasMoved: false, to: 'pat@acme.example' });
    expect(rowsOf(book, 'Statements')).toEqual([]);
  });

  it('is kept when it is saved, and reprints as it was after the ledger and the firm have moved on', async () => {
    const book = await firm();
    const first = await give(book, 'saveStatement');
    expect(first).toMatchObject({ number: 'S-0001', said: 'S-0001 is kept in Statements.' });
    expect(first.file).toMatchObject({ name: 'Statement Acme 2026-10.html', type: 'text/html' });
    expect(rowsOf(book, 'Statements')).toMatchObject([
      {
        Number: 'S-0001',
        Client: 'Acme',
        From: '2026-10-01',
        To: '2026-10-31',
        'Issued at': expect.stringMatching(/^2026-11-23T07:0/),
        State: 'Provisional',
        'Hours left': 13.5,
        Digest: expect.stringMatching(/^[0-9a-f]{16}$/),
      },
    ]);
    expect(await give(book, 'saveStatement')).toEqual(first);

    await book.edit('Settings!B3', 'Another firm');
    await book.advanceTo('2026-12-24T07:00');
    await book.open();
    await addRow(book, 'Time', { Date: '2026-10-20', Client: 'Acme', Hours: '1.5', 'What was done': 'Late' });
    const again = await give(book, 'saveStatement');
    expect(htmlOf(again)).toBe(htmlOf(first));
    expect(rowsOf(book, 'Statements')).toHaveLength(1);
  });

  it('says what has moved since, and offers one that corrects it and shows the differences', async () => {
    const book = await firm();
    await give(book, 'saveStatement');
    await addRow(book, 'Time', { Date: '2026-10-20', Client: 'Acme', Hours: '1.5', 'What was done': 'Late' });
    const { hasMoved, standing } = await preview(book);
    expect(hasMoved).toBe(true);
    expect(standing).toEqual([
      'The ledger has moved since S-0001 was issued on 23 Nov 2026:',
      'Charged for work −6.5 h, now −8 h',
      'Charged for work −$585.00, now −$720.00',
      'Closing balance 13.5 h, now 12 h',
      'Closing balance $1,215.00, now $1,080.00',
      'new: 20 Oct 2026, Late, 1.5 h',
    ]);
    const corrected = await give(book, 'saveStatement', { version: 'corrected' });
    expect(htmlOf(corrected)).toContain('This statement takes the place of S-0001.');
    expect(htmlOf(corrected)).toContain('Changed: new: 20 Oct 2026, Late, 1.5 h');
    expect(rowsOf(book, 'Statements').map(row => [row.Number, row.State, row.Corrects])).toEqual([
      ['S-0001', 'Replaced', ''],
      ['S-0002', 'Provisional', 'S-0001'],
    ]);
    expect((await preview(book)).standing).toEqual([
      'S-0002 was issued on 23 Nov 2026; it reprints as it was.',
    ]);
  });

  it('is provisional until every month of it is closed, and then takes the place of the provisional one', async () => {
    const book = await firm();
    await give(book, 'saveStatement');
    await book.call('closeMonth', '2026-10');
    const { html, standing } = await preview(book);
    expect(html).not.toContain('Provisional');
    expect(standing).toEqual(['S-0001 was issued on 23 Nov 2026 as provisional.']);
    await give(book, 'saveStatement');
    expect(rowsOf(book, 'Statements').map(row => [row.Number, row.State])).toEqual([
      ['S-0001', 'Replaced'],
      ['S-0002', 'Issued'],
    ]);
    expect((await preview(book, { to: '2026-11-30' })).html).toContain('Provisional');
  });

  it('gives nothing out that the person has not seen', async () => {
    const book = await firm();
    const { seen } = await preview(book);
    await addRow(book, 'Time', { Date: '2026-10-20', Client: 'Acme', Hours: '1.5' });
    await expect(book.callFromDialog('saveStatement', { ...october, seen })).rejects.toThrow(
      'The workbook has changed since this preview. Look at it again, then go on.',
    );
    expect(rowsOf(book, 'Statements')).toEqual([]);
  });

  it('is mailed with the file attached and the same text in the body, once an attempt', async () => {
    const book = await firm();
    const { seen, to } = await preview(book);
    const request = { ...october, seen, address: to };
    const answer = await book.callFromDialog('mailStatement', request, 'attempt 1');
    expect(answer).toEqual({ number: 'S-0001', said: 'S-0001 was mailed to pat@acme.example.' });
    expect(await book.callFromDialog('mailStatement', request, 'attempt 1')).toEqual(answer);
    expect(book.outbox).toHaveLength(1);
    const [mail] = book.outbox;
    expect(mail).toMatchObject({
      to: ['pat@acme.example'],
      subject: 'Statement S-0001 of Acme, 1 Oct 2026 to 31 Oct 2026',
      attachments: [{ name: 'Statement Acme 2026-10.html', type: 'text/html' }],
    });
    for (const text of [mail?.text, mail?.html]) {
      expect(text).toContain('Hello Pat,');
      expect(text).toContain('13.5 h left on 31 Oct 2026');
      expect(text).toContain('Mended the printer');
    }
    expect(rowsOf(book, 'Statements')).toMatchObject([{ 'Sent to': 'pat@acme.example' }]);
  });

  it('is neither issued nor mailed where the address is bad, is another one by now, or no mail is left', async () => {
    const book = await firm(0);
    await expect(give(book, 'mailStatement')).rejects.toThrow("Google's mails for today are used up.");
    const { seen, to } = await preview(book);
    await book.edit('Clients!D2', 'other@acme.example');
    await expect(book.callFromDialog('mailStatement', { ...october, seen, address: to })).rejects.toThrow(
      'The address is other@acme.example now.',
    );
    await book.edit('Clients!D2', 'nobody');
    expect((await preview(book)).problem).toContain('"nobody" in Clients row 2 is no mail address.');
    await expect(give(book, 'mailStatement')).rejects.toThrow('is no mail address');
    expect(rowsOf(book, 'Statements')).toEqual([]);
    expect(book.outbox).toEqual([]);
  });

  it('is written into a tab of its own, and never over a tab that holds something else', async () => {
    const book = await firm();
    const name = 'Statement Acme 2026-10';
    expect((await give(book, 'writeStatementTab')).said).toBe(`S-0001 stands in the tab ${name}.`);
    const cells = book.print(name);
    expect(cells[0]?.[0]).toBe('Statement S-0001');
    expect(cells).toContainEqual(['Charged for work', '', '−6.5 h', '−$585.00', '', '']);
    expect(cells).toContainEqual(['5 Oct 2026', 'Mended the printer', '6.5 h', '6.5 h', '−6.5 h', '13.5 h']);
    expect((await give(book, 'writeStatementTab')).said).toContain(`the tab ${name}.`);
    expect(book.print(name)).toEqual(cells);
    await book.edit(`'${name}'!A1`, 'My own');
    expect((await give(book, 'writeStatementTab')).said).toContain(`the tab ${name} (2).`);
    expect(book.print(name)[0]?.[0]).toBe('My own');
  });

  it('says in words what it cannot make sense of', async () => {
    const book = await firm();
    await expect(preview(book, { client: '' })).rejects.toThrow('Choose the client.');
    await expect(preview(book, { client: 'Acmee' })).rejects.toThrow('No client "Acmee"');
    await expect(preview(book, { from: '2026-11-01' })).rejects.toThrow('From (1 Nov 2026) is after To');
    await expect(preview(book, { to: '' })).rejects.toThrow('To is blank. Choose the day.');
    await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Acme', Hours: 'abc' });
    await expect(preview(book)).rejects.toThrow('Time row 3: Hours "abc" cannot be read.');
  });

  it('never lets a name or a piece of work become HTML, a formula or part of a file name', async () => {
    const book = await firm();
    const name = '=1+1 <img src=x onerror="alert(1)">/../&';
    await addRow(book, 'Clients', { Client: `'${name}`, Email: 'x@y.example' });
    await addRow(book, 'Blocks', { Date: '2026-10-01', Client: `'${name}`, Hours: '10' });
    await addRow(book, 'Time', {
      Date: '2026-10-02',
      Client: `'${name}`,
      Hours: '1',
      'What was done': '\'=HYPERLINK("x") </td><script>alert(2)</script>',
    });
    const saved = await give(book, 'saveStatement', { client: name });
    expect(htmlOf(saved)).not.toMatch(/<img|<script|<\/td><s/);
    expect(saved.file?.name).toMatch(/^Statement =1\+1 img src=x onerror= alert\(1\) .* 2026-10\.html$/);
    await give(book, 'mailStatement', { client: name });
    expect(book.outbox[0]?.html).not.toMatch(/<img|<script/);
    const { said } = await give(book, 'writeStatementTab', { client: name });
    const tab = book.engine
      .tabs()
      .find(each => said.includes(each.name) && each.name.startsWith('Statement ='));
    const area = { row: 1, column: 1, rows: tab?.lastRow() ?? 1, columns: 7 };
    expect(tab?.formulas(area).flat().join('')).toBe('');
    expect(await book.callFromDialog('listIssues')).toEqual([]);
  });

  it('does not reprint what somebody has changed in the tab', async () => {
    const book = await firm();
    await give(book, 'saveStatement');
    const column = Object.keys(rowsOf(book, 'Statements')[0] ?? {}).indexOf('Content');
    const content = String(rowsOf(book, 'Statements')[0]?.Content);
    await book.edit(`Statements!${String.fromCharCode(65 + column)}2`, content.replace('Mended', 'Broke'));
    expect((await preview(book)).standing).toEqual([
      'S-0001 was changed in the tab Statements, so it cannot be reprinted as it was.',
    ]);
    expect((await give(book, 'saveStatement')).number).toBe('S-0002');
  });
});

describe('BLOCKSTATEMENT', () => {
  it('spills the account that adds up, and stays live', async () => {
    const book = await firm();
    const formula = '=BLOCKSTATEMENT("Acme"; "2026-10-01"; "2026-10-31")';
    await book.edit('Settings!F1', formula);
    const cells = () => book.print('Settings').map(row => row.slice(5));
    expect(cells()[0]).toEqual([
      'Date',
      'What',
      'Worked',
      'Charged',
      'Hours',
      'Left after',
      'Amount',
      'Currency',
    ]);
    expect(cells()[1]).toEqual(['2026-10-01', 'Opening balance', '', '', 20, '', 1800, 'USD']);
    expect(cells()[9]).toEqual(['2026-10-31', 'Closing balance', '', '', 13.5, '', 1215, 'USD']);
    expect(cells()[11]).toEqual(['2026-10-05', 'Mended the printer', 6.5, 6.5, -6.5, 13.5, '', '']);
    await book.edit('Time!D2', '1:30');
    expect(cells()[9]?.[4]).toBe(18.5);
  });

  it.each([
    [
      '"Acme"; "2026-11-01"; "2026-10-31"',
      'From (1 Nov 2026) is after To (31 Oct 2026). Exchange the two days.',
    ],
    ['"Acme"', 'From is blank. Type the first day, such as 2026-10-01.'],
    ['"Acme"; "soon"', 'From "soon" cannot be read. Type a date such as 2026-11-23.'],
    ['"Nobody"; "2026-10-01"', 'No client "Nobody" in Clients, Blocks or Time. Check the spelling.'],
  ])('of %s is a kind error', async (given, error) => {
    const book = await firm();
    expect(await book.formula(`=BLOCKSTATEMENT(${given})`)).toEqual({ error });
  });
});
