import { describe, expect, it } from 'vitest';
import type { Issue } from '../../src/ledger/model/issue';
import type { RenameAnswer, RenameForm, RenamePreview } from '../../src/ledger/renaming/rename-form';
import type { StatementPreview } from '../../src/workflows/papers/statement-desk';
import type { Workbook } from '../../workbench/runtime';
import { addFormulas, booksOf, cellsOf, closedFirm } from './archived-firm';
import { addRow, balanceRow, openFirm, rowsOf } from './firm';
import { strikeEach } from './strikes';

const preview = async (book: Workbook, client: string, name: string) =>
  (await book.callFromDialog('previewRename', { client, name })) as RenameAnswer;
const write = async (book: Workbook, client: string, name: string, seen: unknown, attempt = '') =>
  (await book.callFromDialog('writeRename', { client, name }, JSON.stringify(seen), attempt)) as RenameAnswer;
function movedOf(answer: RenameAnswer): RenamePreview {
  if ('moved' in answer) return answer.moved;
  throw new Error(JSON.stringify(answer));
}
/** As the page does: it hands back what was seen. */
async function rename(book: Workbook, client: string, name: string): Promise<RenamePreview> {
  const seen = movedOf(await preview(book, client, name));
  expect(await write(book, client, name, seen)).toEqual({ done: seen });
  await book.engine.settle();
  return seen;
}
const problem = async (book: Workbook, client: string, name: string) => {
  const answer = await preview(book, client, name);
  return 'problems' in answer ? answer.problems : undefined;
};
/** With one name in the place of another, wherever it stands. */
const called = (value: unknown, was: string, is: string): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(was, is));

const october = { client: 'Acme', from: '2026-11-01', to: '2026-11-30', version: 'issued' };

async function giveStatement(book: Workbook): Promise<void> {
  const { seen, to } = (await book.callFromDialog('previewStatement', october)) as StatementPreview;
  await book.callFromDialog('saveStatement', { ...october, seen, address: to });
}

/** A firm with an archive, closed months, a journal, a statement and formulas of its own. */
async function oldFirm(): Promise<Workbook> {
  const book = await closedFirm();
  await addFormulas(book);
  await book.call('archiveClosedMonths', '2026-08');
  await book.call('monthEnd', '2026-11');
  await giveStatement(book);
  return book;
}

async function smallFirm(): Promise<Workbook> {
  const book = await openFirm();
  await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Clients', { Client: 'Beta' });
  await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
  await addRow(book, 'Time', { Date: '2026-11-03', Client: 'acme ', Hours: '6.5' });
  await addRow(book, 'Time', { Date: '2026-11-04', Client: 'Beta', Hours: '1' });
  return book;
}

/** Every tab that a person reads. */
const everything = (book: Workbook) =>
  Object.fromEntries(book.engine.tabs().map(({ name }) => [name, book.print(name)]));
const clientsIn = (book: Workbook, tab: string) => rowsOf(book, tab).map(({ Client }) => Client);

describe('Rename client', () => {
  it('says first how many rows change in which tab, then changes them, and no figure', async () => {
    const book = await oldFirm();
    const [cells, books] = [cellsOf(book), await booksOf(book)];
    const seen = movedOf(await preview(book, 'acme', 'Acorn & Söhne'));
    expect(clientsIn(book, 'Clients')).toEqual(['Acme', 'Bolt']);
    expect(seen).toMatchObject({ from: 'Acme', to: 'Acorn & Söhne', formulas: 1, stays: [], words: [] });
    const journal = clientsIn(book, 'Journal').filter(name => name === 'Acme').length;
    expect(journal).toBeGreaterThan(4);
    expect(Object.fromEntries(seen.tabs.map(({ tab, rows }) => [tab, rows]))).toEqual({
      Clients: 1,
      Blocks: 1,
      Time: 1,
      'Time archive': 2,
      Statements: 1,
      Journal: journal,
    });
    expect(await write(book, 'acme', 'Acorn & Söhne', seen)).toEqual({ done: seen });
    await book.engine.settle();
    expect(cellsOf(book)).toEqual(called(cells, 'Acme', 'Acorn & Söhne'));
    const after = await booksOf(book);
    const withoutDigests = (all: Record<string, unknown>) => ({
      ...all,
      closed: (all.closed as unknown[][]).map(row => row.filter((_, index) => index !== 5)),
    });
    expect(withoutDigests(after)).toEqual(called(withoutDigests(books), 'Acme', 'Acorn & Söhne'));
    expect(after.reconciled).toMatchObject({ differences: [] });
    expect(after.issues).toEqual(books.issues);
    for (const name of seen.tabs) expect(JSON.stringify(clientsIn(book, name.tab))).not.toContain('"Acme"');
  });

  it('reads each tab once to say so, and writes each in one step', async () => {
    const book = await smallFirm();
    for (let day = 5; day < 15; day++)
      await addRow(book, 'Time', { Date: `2026-11-${day}`, Client: day % 2 ? 'Acme' : 'Beta', Hours: '1' });
    const calls = () =>
      (book.executions.findLast(({ options }) => /Rename$/.test(options.name))?.calls ?? []).map(
        ({ service, method }) => `${service}.${method}`,
      );
    const countOf = (call: string) => calls().filter(each => each === call).length;
    const seen = movedOf(await preview(book, 'Acme', 'Acorn'));
    expect([countOf('Range.getValues'), countOf('Range.getFormulas')]).toEqual([
      12,
      book.engine.tabs().length,
    ]);
    await write(book, 'Acme', 'Acorn', seen);
    expect(countOf('Range.setValues') + countOf('RangeList.setValue')).toBe(3);
  });

  it('takes agreements and care along, and a signed agreement stays signed', async () => {
    const book = await smallFirm();
    await addRow(book, 'Care plan', { Client: 'Acme', Task: 'Updates', 'Every (days)': '30' });
    await addRow(book, 'Small things', { 'Found on': '2026-11-20', Client: 'Acme', What: 'Loose cable' });
    const request = { block: 'B-0001', language: 'en', version: '', seen: '' };
    const shown = (await book.callFromDialog('previewAgreement', request)) as { seen: string };
    await book.callFromDialog('saveAgreement', { ...request, seen: shown.seen });
    const signed = rowsOf(book, 'Agreements').findIndex(({ Client }) => Client === 'Acme') + 2;
    const column = (book.print('Agreements')[0] ?? []).indexOf('Signed');
    await book.edit(`Agreements!${String.fromCharCode(65 + column)}${signed}`, '2026-11-20');
    const before = balanceRow(book, 'Acme')?.Agreement;
    await rename(book, 'Acme', 'Acorn');
    expect(before).toMatch(/signed/);
    expect(balanceRow(book, 'Acorn')?.Agreement).toBe(before);
    for (const tab of ['Care plan', 'Small things', 'Agreements'])
      expect([tab, rowsOf(book, tab).map(({ Client }) => Client)]).toEqual([tab, ['Acorn']]);
  });

  it('leaves the archive sealed, so that it is not read for every figure', async () => {
    const book = await oldFirm();
    await rename(book, 'Acme', 'Acorn');
    const state = rowsOf(book, 'Archive state');
    expect(state.map(({ Client }) => Client)).toEqual(['', 'Acorn', 'Bolt']);
    await book.call('refresh');
    expect(rowsOf(book, 'Archive state')).toEqual(state);
    await book.call('reopenMonth', '2026-08', 'To see that it still opens');
    expect(clientsIn(book, 'Time')).toContain('Acorn');
  });

  it('still tells of an archive in which somebody has typed', async () => {
    const book = await oldFirm();
    await book.edit("'Time archive'!H2", '9');
    await rename(book, 'Acme', 'Acorn');
    await book.call('refresh');
    expect(JSON.stringify(await book.callFromDialog('listIssues'))).toContain('Somebody has typed here');
  });

  it('still tells of a closed month whose lines somebody has changed', async () => {
    const book = await oldFirm();
    const rows = rowsOf(book, 'Journal');
    const column = Object.keys(rows[0] ?? {}).indexOf('Memo');
    await book.edit(`Journal!${String.fromCharCode(65 + column)}2`, 'Mine');
    await rename(book, 'Acme', 'Acorn');
    await expect(book.call('monthEnd', '2026-11')).rejects.toThrow('are not those that were closed');
  });

  it('keeps a statement found, and it says what it said when it was issued', async () => {
    const book = await oldFirm();
    await rename(book, 'Acme', 'Acorn');
    const laid = (await book.callFromDialog('previewStatement', {
      ...october,
      client: 'Acorn',
    })) as StatementPreview;
    expect(laid).toMatchObject({ number: 'S-0001', hasMoved: false });
    expect(laid.html).toContain('Acme');
    expect(laid.standing.join()).toContain('it reprints as it was');
  });

  it('causes no second mail, and the next one says the new name', async () => {
    const book = await smallFirm();
    await addRow(book, 'Time', { Date: '2026-11-05', Client: 'Acme', Hours: '10' });
    book.world.answers.push('OK');
    await book.call('sendDueNotices');
    const sent = () => book.outbox.filter(({ to }) => to.includes('pat@acme.example'));
    expect(sent()).toHaveLength(1);
    const seen = await rename(book, 'Acme', 'Acorn');
    expect(seen.tabs).toContainEqual({ tab: 'Notices', rows: 1 });
    expect(clientsIn(book, 'Notices')).toEqual(['Acorn']);
    book.world.answers.push('OK');
    await book.call('sendDueNotices');
    expect(sent()).toHaveLength(1);
    await addRow(book, 'Time', { Date: '2026-11-06', Client: 'Acorn', Hours: '5' });
    book.world.answers.push('OK');
    await book.call('sendDueNotices');
    expect(sent()).toHaveLength(1);
    await book.advanceTo('2026-11-24T10:00');
    book.world.answers.push('OK');
    await book.call('sendDueNotices');
    expect(sent()).toHaveLength(2);
    expect(sent()[1]?.text).toContain('Acorn');
  });

  it('finds columns by header, and keeps columns, order and cells of the user’s own', async () => {
    const book = await smallFirm();
    await book.edit('Time!M1', 'Client was');
    await book.edit('Time!M2', 'Acme');
    await book.edit('Time!I2', 'Acme');
    const time = book.engine.tabs().find(({ name }) => name === 'Time');
    const swapped = book.print('Time').map(([date, client, ...rest]) => [client, date, ...rest]);
    time?.write(
      { row: 1, column: 1, rows: 2, columns: 2 },
      swapped.slice(0, 2).map(([a, b]) => [{ value: String(a) }, { value: String(b) }]),
    );
    await book.edit('Time!B2', '2026-11-03');
    await book.edit('Time!A3:B3', [['Beta', '2026-11-04']]);
    await book.engine.settle();
    const before = book.print('Time');
    await rename(book, 'Acme', 'Acorn');
    const after = before.map((row, index) => (index === 1 ? ['Acorn', ...row.slice(1)] : row));
    expect(book.print('Time')).toEqual(after);
  });

  it('leaves formulas in the column Client alone, and says so', async () => {
    const book = await smallFirm();
    await book.edit('Time!B2', '=Clients!A2');
    await addRow(book, 'Time', { Date: '2026-11-05', Client: '="Acme"', Hours: '1' });
    const { stays, tabs } = await rename(book, 'Acme', 'Acorn');
    expect(tabs.map(({ tab }) => tab)).toEqual(['Clients', 'Blocks']);
    expect(stays).toEqual([
      'In Time formulas fill Client of rows 2, 4: left as it is. It follows by itself, or change it by hand.',
    ]);
    expect(clientsIn(book, 'Time')).toEqual(['Acorn', 'Beta', 'Acme']);
  });

  it('changes the name in functions of ours only, doubles quotes, and names what it leaves', async () => {
    const book = await smallFirm();
    const tab = book.engine.insertTab('Beside');
    const formulas = [
      '=BLOCKBALANCE("acme"; Ledger)',
      '=BLOCKVALUE({"Acme"; "Beta"}; Ledger)',
      '=IF(1=1; BLOCKUSED("Acme"; Ledger); "Acme")',
      '="Acme"&""',
      '=BLOCKQUOTE(20; "Acme"; Ledger)',
    ];
    for (const [index, formula] of formulas.entries())
      tab.write({ row: index * 3 + 1, column: 1, rows: 1, columns: 1 }, [[{ formula }]]);
    await book.engine.settle();
    const before = book.print('Beside');
    const { formulas: count, stays } = await rename(book, 'Acme', 'Acorn Ltd');
    expect(count).toBe(4);
    expect(stays).toEqual([
      'The formula in A7 of Beside has the name in a text of its own: look at it, and change it by hand.',
    ]);
    expect(book.print('Beside')).toEqual(before);
    tab.write({ row: 4, column: 1, rows: 2, columns: 1 }, [[{ value: '' }], [{ value: '' }]]);
    await rename(book, 'Acorn Ltd', 'Ac"me; Ltd');
    await addRow(book, 'Time', { Date: '2026-11-05', Client: 'Ac"me; Ltd', Hours: '1' });
    expect(book.print('Beside')[0]?.[0]).toBe(12.5);
  });

  it('does not complete anew what a person took back', async () => {
    const book = await smallFirm();
    await book.edit('Clients!Z1', '=BLOCKBALANCE("Acme")');
    await book.edit('Clients!Z1', '=BLOCKBALANCE("Acme")');
    const formula = () =>
      book.engine
        .tabs()
        .find(({ name }) => name === 'Clients')
        ?.formulas({ row: 1, column: 26, rows: 1, columns: 1 })[0]?.[0];
    expect(formula()).toBe('=BLOCKBALANCE("Acme")');
    await rename(book, 'Acme', 'Acorn');
    await book.call('refresh');
    expect(formula()).toBe('=BLOCKBALANCE("Acorn")');
  });

  it('keeps a hostile name as the text that it is, everywhere', async () => {
    const book = await oldFirm();
    let name = 'Acme';
    for (const next of [
      '=1+1',
      '1-2',
      '+49 30',
      '@you',
      "'quoted",
      "'=x",
      'TRUE',
      '<b>x</b>',
      '2026-01-01',
      '"',
      'Acme',
    ]) {
      await rename(book, name, next);
      name = next;
      const left = await book.formula('=BLOCKBALANCE(Clients!A2; Ledger)');
      expect([next, left]).toEqual([next, expect.closeTo(20 - 1.6667 - 2.5 - 3, 3)]);
      for (const tab of ['Clients', 'Blocks', 'Time', 'Time archive'])
        expect([tab, clientsIn(book, tab)[0]]).toEqual([tab, next]);
      expect(clientsIn(book, 'Journal')).toContain(next);
      expect(await book.callFromDialog('reconcileView')).toMatchObject({ differences: [] });
      expect(await book.callFromDialog('previewStatement', { ...october, client: next }), next).toMatchObject(
        { number: 'S-0001' },
      );
    }
  });
});

describe('Rename client refuses', () => {
  it('what is blank, the same, too long, nobody’s, or another client’s', async () => {
    const book = await smallFirm();
    await addRow(book, 'Time', { Date: '2026-11-05', Client: 'Cox', Hours: '1' });
    const cases = [
      ['', 'Acorn', 'client', 'Choose the client to rename.'],
      ['Nobody', 'Acorn', 'client', 'No client is called "Nobody".'],
      ['Acme', '  ', 'name', 'Type the new name.'],
      ['Beta', 'Beta', 'name', 'The client is called that already.'],
      ['Acme', 'x'.repeat(201), 'name', 'This name has 201 characters.'],
      ['Acme', ' bETA ', 'name', '"bETA" is another client already: see row 3 of Clients.'],
      ['Acme', 'cox', 'name', '"cox" is another client already: see row 4 of Time.'],
    ] as const;
    for (const [client, name, field, words] of cases) {
      const before = everything(book);
      const problems = await problem(book, client, name);
      expect(problems, words).toEqual([{ field, message: expect.stringContaining(words) }]);
      expect(await write(book, client, name, {})).toEqual({ problems });
      expect(everything(book)).toEqual(before);
    }
    expect((await problem(book, 'Acme', 'Beta'))?.[0]?.message).toContain('not to make one client of two');
  });

  it('but allows another case or other blanks, and says what only looks alike', async () => {
    const book = await smallFirm();
    await rename(book, 'Acme', ' ACME   Ltd');
    expect(clientsIn(book, 'Time')).toEqual(['ACME Ltd', 'Beta']);
    await rename(book, 'ACME LTD', 'Acme Ltd');
    expect(clientsIn(book, 'Clients')).toEqual(['Acme Ltd', 'Beta']);
    const { words } = await rename(book, 'Acme Ltd', 'Вeta');
    expect(words).toEqual([expect.stringContaining('"Вeta" looks like the client "Beta"')]);
  });

  it('to write what the page has not shown', async () => {
    const book = await smallFirm();
    const seen = movedOf(await preview(book, 'Acme', 'Acorn'));
    await addRow(book, 'Time', { Date: '2026-11-05', Client: 'Acme', Hours: '1' });
    const answer = await write(book, 'Acme', 'Acorn', seen);
    expect(movedOf(answer).tabs).toContainEqual({ tab: 'Time', rows: 2 });
    expect(clientsIn(book, 'Clients')).toEqual(['Acme', 'Beta']);
  });
});

describe('Rename client opens', () => {
  it('with the client of the selected row, and takes names that are not in Clients', async () => {
    const book = await smallFirm();
    const row = await addRow(book, 'Time', { Date: '2026-11-05', Client: 'Cox', Hours: '1' });
    await book.edit(`Time!L${row}`, 'here');
    await book.call('renameClient');
    expect(book.dialogs).toMatchObject([{ kind: 'modal', title: 'Rename client' }]);
    const form = (await book.callFromDialog('renameForm')) as RenameForm;
    expect(form).toMatchObject({ clients: ['Acme', 'Beta', 'Cox'], selected: 'Cox' });
    await rename(book, 'Cox', 'Cox & Co');
    expect(clientsIn(book, 'Time')).toEqual(['acme ', 'Beta', 'Cox & Co']);
  });

  it('and does not rename twice when its answer got lost', async () => {
    const book = await smallFirm();
    const seen = movedOf(await preview(book, 'Acme', 'Acorn'));
    expect(await write(book, 'Acme', 'Acorn', seen, 'one')).toEqual({ done: seen });
    expect(await write(book, 'Acme', 'Acorn', seen, 'one')).toEqual({ done: seen });
  });

  it('and Undo says how to take it back', async () => {
    const book = await smallFirm();
    await book.edit('Clients!S3', 'here');
    book.world.answers.push('OK');
    await book.call('archiveClient');
    await rename(book, 'Acme', 'Acorn');
    book.world.answers.push('OK');
    await book.call('undoLastDialog');
    expect(rowsOf(book, 'Clients')[1]).toMatchObject({ Client: 'Beta', Active: false });
    expect(book.messages.at(-1)?.text).toContain('rename the client back');
  });
});

describe('a renaming that dies', () => {
  it('at any call is finished by the same one a second time, and nothing is lost', async () => {
    const book = await oldFirm();
    let [from, to] = ['Acme', 'Acorn'];
    // Both ways once, so that all cells have the formats that they keep.
    const whole: Record<string, unknown> = {};
    for (let turn = 0; turn < 2; turn++) {
      await rename(book, from, to);
      whole[to] = everything(book);
      [from, to] = [to, from];
    }
    await strikeEach(21, async call => {
      const seen = movedOf(await preview(book, from, to));
      book.faults.killAt(call, { kind: 'data' });
      await write(book, from, to, seen).catch(() => undefined);
      const { struck } = book.faults;
      book.faults.clear();
      if (!struck) return false;
      if (call % 3 === 0) await book.call('refresh');
      const form = (await book.callFromDialog('renameForm')) as RenameForm;
      if (form.unfinished) {
        expect(form).toMatchObject({ selected: from, unfinished: { from, to } });
        const [issue] = (await book.callFromDialog('listIssues')) as Issue[];
        expect(issue?.message).toContain(`Renaming "${from}" to "${to}" stopped half way`);
        expect((await problem(book, from, 'Acting'))?.[0]?.message ?? 'No client').toMatch(
          /stopped half way|No client/,
        );
      }
      if (form.clients.includes(from) || form.unfinished) await rename(book, from, to);
      expect([call, everything(book)]).toEqual([call, whole[to]]);
      expect(((await book.callFromDialog('renameForm')) as RenameForm).unfinished).toBeUndefined();
      [from, to] = [to, from];
      return true;
    });
  }, 300_000);

  it('mails nobody meanwhile, although one half is called otherwise than the other', async () => {
    const book = await smallFirm();
    await book.edit('Blocks!K2', '2026-12-10');
    await addRow(book, 'Time', { Date: '2026-11-05', Client: 'Acme', Hours: '13.5' });
    book.world.answers.push('OK');
    await book.call('sendDueNotices');
    const mails = () => book.outbox.filter(({ to }) => to.includes('pat@acme.example')).length;
    expect(mails()).toBe(1);
    let minute = 0;
    let [from, to] = ['Acme', 'Acorn'];
    await strikeEach(20, async call => {
      const seen = movedOf(await preview(book, from, to));
      book.faults.killAt(call, { kind: 'data' });
      await write(book, from, to, seen).catch(() => undefined);
      const { struck } = book.faults;
      book.faults.clear();
      if (!struck) return false;
      await book.engine.settle();
      minute += 1;
      await book.advanceTo(`2026-11-24T08:${String(minute).padStart(2, '0')}`);
      book.world.answers.push('OK');
      await book.call('sendDueNotices');
      expect([call, mails()]).toEqual([call, 1]);
      const form = (await book.callFromDialog('renameForm')) as RenameForm;
      if (form.clients.includes(from) || form.unfinished) await rename(book, from, to);
      [from, to] = [to, from];
      return true;
    });
  });
});
