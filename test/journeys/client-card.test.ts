import { describe, expect, it, vi } from 'vitest';
import type { CardAnswer, CardNews } from '../../src/ledger/card/card-answer';
import { amountNumber } from '../../src/ledger/units/money';
import type { Workbook } from '../../workbench/runtime';
import { closedFirm } from './archived-firm';
import { addRow, openFirm, rowsOf } from './firm';
import { lowClients, setting } from './low-firm';

const ask = async (book: Workbook, seen: unknown = {}) =>
  (await book.callFromDialog('lookAtClient', seen)) as CardAnswer;
const look = async (book: Workbook, seen: object = {}) => {
  const answer = await ask(book, seen);
  if (answer.same) throw new Error('Nothing has changed');
  return answer;
};
const select = (book: Workbook, name: string, row: number) => {
  const tab = book.engine.tabs().find(each => each.name === name);
  book.world.active = { tab: tab?.id ?? 0, row, column: 2 };
};
const dataCalls = (book: Workbook) =>
  book.executions
    .at(-1)
    ?.calls.filter(({ kind }) => kind === 'data')
    .map(({ method }) => method);
const linesOf = ({ card }: CardNews, title: string) =>
  card?.sections
    .find(section => section.title === title)
    ?.lines.map(({ text, aside, state, go }) => [text, aside, state, go && `${go.tab} ${go.row}`]);
const notesOf = ({ card }: CardNews) => card?.notes.map(({ text }) => text);

async function firm(): Promise<Workbook> {
  const book = await openFirm();
  await book.edit('Clients!A2', [
    ['Acme', 'TRUE', 'Pat', 'pat@acme.example'],
    ['Beta', 'TRUE', '', '', '', '', '80', 'EUR'],
  ]);
  await book.edit('Clients!S2', 'Pays late');
  const days = ['2026-10-01', '2026-10-20', '2026-11-02', '2026-11-10', '2026-11-18', '2026-11-20'];
  await book.edit('Blocks!B2', [['2026-09-01', 'Acme', '20', '', '10', '', '', '', '', '2026-12-10']]);
  const rowOf = (day: string, index: number) => {
    const type = index === 5 ? 'After hours' : 'Remote';
    return [day, 'Acme', 'Kim Secret', '1', '', '', type, '', `Job ${index + 1}`, '', 'never shown'];
  };
  await book.edit('Time!A2', days.map(rowOf));
  return book;
}

describe('the client card', () => {
  it('shows what the functions in cells show of the client of the selected row', async () => {
    const book = await firm();
    select(book, 'Time', 3);
    const answer = await look(book);
    expect(answer.card).toMatchObject({
      name: 'Acme',
      state: 'expiring',
      hours: { left: '13.5 h', of: 'of 20 h' },
    });
    expect(answer.card?.hours?.share).toBeCloseTo(13.5 / 20);
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(13.5);
    const [money] = answer.card?.money ?? [];
    if (!money) throw new Error('No money');
    expect(amountNumber(money.value, money.currency)).toBe(await book.formula('=BLOCKVALUE("Acme")'));
    expect(amountNumber(money.saved, money.currency)).toBe(await book.formula('=BLOCKSAVED("Acme")'));
    expect([money.currency, money.value, money.saved]).toEqual(['USD', 121_500, 6_500]);
    expect(await book.formula('=BLOCKRUNOUT("Acme")')).toBe('2026-12-11');
    expect(notesOf(answer)).toEqual(['Uses about 0.84 h a week', 'Runs out about 11 Dec 2026']);
    expect(answer.names).toEqual(['Acme', 'Beta']);
  });

  it('lists blocks, the newest five pieces of work and the last notice, each with its row', async () => {
    const book = await firm();
    await book.call('runDaily');
    select(book, 'Clients', 2);
    const answer = await look(book);
    expect(linesOf(answer, 'Blocks')).toEqual([
      ['B-0001: 13.5 h of 20 h', 'until 10 Dec 2026', 'expiring', 'Blocks 2'],
    ]);
    expect(linesOf(answer, 'Last work')?.map(([text, aside, , place]) => [text, aside, place])).toEqual([
      ['Job 6', '20 Nov 2026 · 1 h, charged 1.5 h', 'Time 7'],
      ['Job 5', '18 Nov 2026 · 1 h', 'Time 6'],
      ['Job 4', '10 Nov 2026 · 1 h', 'Time 5'],
      ['Job 3', '2 Nov 2026 · 1 h', 'Time 4'],
      ['Job 2', '20 Oct 2026 · 1 h', 'Time 3'],
    ]);
    expect(linesOf(answer, 'Last notice')).toEqual([
      ['23 Nov 2026: expiring', 'no answer yet', undefined, 'Notices 2'],
    ]);
    await addRow(book, 'Blocks', { Date: '2026-11-25', Client: 'Acme', Hours: '20' });
    await book.advanceTo('2026-11-25T09:00');
    await book.call('refresh');
    expect(linesOf(await look(book), 'Last notice')?.[0]?.[1]).toBe('Renewed after 2 days');
  });

  it('tells nothing of staff and notes of the house', async () => {
    const book = await firm();
    select(book, 'Time', 3);
    const text = JSON.stringify(await look(book));
    for (const inside of ['Kim Secret', 'never shown', 'Pays late', 'pat@acme'])
      expect(text).not.toContain(inside);
  });

  it('makes one call while nothing has changed, and reads no tab where another client is selected', async () => {
    const book = await firm();
    select(book, 'Clients', 2);
    const first = await look(book);
    expect(await ask(book, first)).toEqual({ same: true, tab: 'Clients', row: 2 });
    expect(dataCalls(book)).toEqual(['getValue']);
    expect(await ask(book, { ...first, asks: 'care' })).toEqual({ same: true, tab: 'Clients', row: 2 });
    expect(dataCalls(book)).toEqual(['getAll']);
    select(book, 'Time', 4);
    expect(await ask(book, first)).toEqual({ same: true, tab: 'Time', row: 4 });
    expect(dataCalls(book)).toEqual(['getValue', 'getValues', 'getValues', 'getAll']);
    select(book, 'Clients', 3);
    const other = await look(book, first);
    expect([other.card?.name, other.names]).toEqual(['Beta', null]);
    expect(dataCalls(book)).toEqual(['getValue', 'getValues', 'getValues', 'getAll', 'getAll']);
  });

  it('reads the tabs after an edit, and gives the card that follows from it', async () => {
    const book = await firm();
    select(book, 'Clients', 2);
    const first = await look(book);
    await addRow(book, 'Time', { Date: '2026-11-23', Client: 'Acme', Hours: '9' });
    select(book, 'Clients', 2);
    const second = await look(book, first);
    expect(second.card).toMatchObject({ state: 'low', hours: { left: '4.5 h' } });
    expect(await ask(book, second)).toMatchObject({ same: true });
    expect(dataCalls(book)).toEqual(['getValue']);
  });

  it('writes nothing and takes no lock, whatever it is asked', async () => {
    const book = await firm();
    const before = JSON.stringify(book.engine.tabs().map(({ name }) => book.print(name)));
    select(book, 'Clients', 2);
    const [first] = [
      await look(book),
      await ask(book, 7),
      await ask(book, { row: 'x', stamp: {}, chosen: [] }),
    ];
    await look(book, { ...first, stamp: 'x', chosen: 'Beta' });
    const used = book.executions
      .filter(({ options }) => options.name === 'lookAtClient')
      .flatMap(each => each.calls);
    expect(used.filter(({ service }) => service === 'Lock')).toEqual([]);
    expect(used.filter(({ method }) => /^(set|write|clear|flush)/.test(method))).toEqual([]);
    expect(JSON.stringify(book.engine.tabs().map(({ name }) => book.print(name)))).toBe(before);
  });

  it('shows the client that was chosen, wherever the cursor stands', async () => {
    const book = await firm();
    select(book, 'Clients', 2);
    const chosen = await look(book, { chosen: ' beta ' });
    expect(chosen).toMatchObject({ card: { name: 'Beta', state: 'no block' }, client: 'beta' });
    select(book, 'Settings', 2);
    const moved = (await ask(book, { ...chosen, chosen: 'Beta' })) as CardAnswer;
    expect(moved).toMatchObject({ same: true, tab: 'Settings' });
    expect(dataCalls(book)).toEqual(['getValue', 'getAll']);
    await ask(book, { ...chosen, ...moved, chosen: 'Beta' });
    expect(dataCalls(book)).toEqual(['getValue']);
    await ask(book, { ...chosen, ...moved, chosen: 'Beta', asks: 'care' });
    expect(dataCalls(book)).toEqual(['getAll']);
  });

  it('offers everybody where the row names no client, and follows a name that is typed there', async () => {
    const book = await firm();
    select(book, 'Settings', 2);
    const none = await look(book);
    expect(none).toMatchObject({ client: '', card: null, names: ['Acme', 'Beta'], said: '' });
    select(book, 'Time', 8);
    expect(await ask(book, none)).toMatchObject({ same: true });
    expect(dataCalls(book)).toEqual(['getValue', 'getValues', 'getValues', 'getAll']);
    await book.edit('Time!B8', 'Beta');
    select(book, 'Time', 8);
    expect((await look(book, none)).card?.name).toBe('Beta');
  });

  it('has kind words for who is not known, not listed, inactive or without a block', async () => {
    const book = await firm();
    expect(await look(book, { chosen: 'Nobody <b>' })).toMatchObject({
      card: null,
      said: '“Nobody <b>” is not in Clients, and has no block and no hours. Check the spelling.',
    });
    await addRow(book, 'Time', { Date: '2026-11-20', Client: 'Walk-in', Hours: '2' });
    const walkIn = await look(book, { chosen: 'Walk-in' });
    expect(walkIn.card).toMatchObject({ state: 'check', hours: { left: '−2 h', of: '', share: 0 } });
    expect(notesOf(walkIn)).toEqual([
      'Not in Clients: the rules of Settings hold, and no notice can go out.',
      'No block yet. What is worked waits until one is sold.',
      'Waits for the next block: 2 h',
      'Not enough history for a pace.',
    ]);
    await book.edit('Clients!B3', 'FALSE');
    const beta = await look(book, { chosen: 'Beta' });
    expect([beta.card?.state, notesOf(beta)?.[0]]).toEqual([
      'inactive',
      'Active is off: no notices go out. Work still counts.',
    ]);
    expect(linesOf(beta, 'Blocks')).toEqual([['No block has hours left.', undefined, undefined, undefined]]);
    expect(linesOf(beta, 'Last notice')?.[0]?.[0]).toBe('None was sent.');
  });

  it('names the row that cannot be counted in place of a figure, as Check workbook does', async () => {
    const book = await firm();
    const row = await addRow(book, 'Time', { Date: '2026-11-21', Client: 'Acme', Hours: 'abc' });
    const answer = await look(book, { chosen: 'Acme' });
    expect(answer.card).toMatchObject({ state: '', hours: null, money: [] });
    const issues = (await book.callFromDialog('listIssues')) as {
      tab: string;
      row: number;
      message: string;
    }[];
    const issue = issues.find(each => each.tab === 'Time' && each.row === row);
    expect(answer.card?.notes[0]).toEqual({
      text: `Time row ${row}: ${issue?.message}`,
      state: 'problem',
      go: { tab: 'Time', row },
    });
    expect(answer.card?.sections.map(({ title }) => title)).toEqual(['Last work', 'Care', 'Last notice']);
  });

  it('follows the ledger and not the cache where a row is undone', async () => {
    const book = await firm();
    const first = await look(book, { chosen: 'Acme' });
    await book.edit('Time!D7', '5');
    const second = await look(book, { ...first, chosen: 'Acme' });
    await book.edit('Time!D7', '1');
    const third = await look(book, { ...second, chosen: 'Acme' });
    expect([first, second, third].map(({ card }) => card?.hours?.left)).toEqual([
      '13.5 h',
      '7.5 h',
      '13.5 h',
    ]);
    expect([first.stamp === third.stamp, first.stamp === second.stamp]).toEqual([true, false]);
  });

  it('says what keeps every figure from being right', async () => {
    const book = await firm();
    await book.edit('Time!A1', 'Day');
    expect((await look(book, { chosen: 'Acme' })).said).toContain('Date');
  });

  it('waits while the stamp is being worked out', async () => {
    const book = await firm();
    select(book, 'Clients', 2);
    const first = await look(book);
    await book.edit('Balances!A1', 'Loading...');
    select(book, 'Clients', 2);
    expect(await ask(book, first)).toMatchObject({ same: true });
    expect((await look(book, { ...first, chosen: 'Beta' })).card?.name).toBe('Beta');
  });

  it('shows hours that cannot be used yet, that ended unused, and that are to be invoiced', async () => {
    const book = await openFirm();
    await addRow(book, 'Clients', { Client: 'Acme', Overage: 'invoice' });
    const block = { Date: '2026-10-01', Client: 'Acme', Hours: '10' };
    await addRow(book, 'Blocks', { ...block, Expires: '2026-10-31' });
    await addRow(book, 'Blocks', { ...block, Date: '2026-11-20', Starts: '2026-12-01' });
    await addRow(book, 'Time', { Date: '2026-11-05', Client: 'Acme', Hours: '3' });
    const answer = await look(book, { chosen: 'Acme' });
    expect(notesOf(answer)?.slice(0, 2)).toEqual(['To be invoiced: 3 h', 'Sold and not usable yet: 10 h']);
    expect(linesOf(answer, 'Blocks')?.map(line => line.slice(0, 3))).toEqual([
      ['B-0002: 10 h of 10 h', 'usable from 1 Dec 2026', undefined],
      ['B-0001: 10 h of 10 h', 'unused since 1 Nov 2026', 'expired'],
    ]);
    await setting(book, 'Unpaid blocks', 'wait');
    expect(linesOf(await look(book, { chosen: 'Acme' }), 'Blocks')?.[0]?.[1]).toBe('waits for its payment');
  });

  it('keeps what stands beside a client, so that a thousand clients stay quick', async () => {
    const book = await lowClients(90);
    const answer = await look(book, { chosen: 'Client 07' });
    const parts = [...book.world.caches].filter(([key]) => key.startsWith('cards '));
    expect(parts).toHaveLength(1);
    const names = JSON.parse(parts[0]?.[1].value ?? '{}').cards.length;
    expect(names).toBeLessThan(60);
    expect(answer.names).toHaveLength(90);
    expect((await look(book, { ...answer, chosen: 'Client 08' })).card?.name).toBe('Client 08');
  });

  it('shows the same after closed months were archived, without reading the archive', async () => {
    const book = await closedFirm();
    await book.edit('Blocks!L2', [['2026-07-05'], ['2026-08-12']]);
    const cardOf = async (client: string) => (await look(book, { chosen: client })).card;
    const before = [await cardOf('Acme'), await cardOf('Bolt')];
    await book.call('archiveClosedMonths');
    await book.engine.settle();
    const archive = book.engine.tabs().find(({ name }) => name === 'Time archive');
    if (!archive) throw new Error('No archive');
    const reads = vi.spyOn(archive, 'values');
    const after = [await cardOf('Acme'), await cardOf('Bolt')];
    expect(reads).not.toHaveBeenCalled();
    // Only the way to the rows is another one, or none to those in the archive, and the picture begins after it.
    const shown = (card: (typeof after)[0]) =>
      JSON.stringify({ ...card, burnDown: null }).replace(/,"go":\{[^}]*\}/g, '');
    expect(after.map(shown)).toEqual(before.map(shown));
    const [, work] = after[1]?.sections ?? [];
    expect(work?.lines.map(({ text, go }) => [text, go])).toEqual([
      ['Server', undefined],
      ['1-2', undefined],
    ]);
  });

  it('says what is not paid, archived work or not, and leads to its payment request', async () => {
    const book = await closedFirm();
    const unpaid = async () => linesOf(await look(book, { chosen: 'Bolt' }), 'Not paid');
    const line = [
      'B-0002: $300.00 with tax',
      'due on 24 Aug 2026, 118 days ago (over 90)',
      'overdue',
      'Blocks 3',
    ];
    expect(await unpaid()).toEqual([line]);
    await book.call('archiveClosedMonths');
    expect(await unpaid()).toEqual([line]);
    await book.callFromDialog('paymentOfBlock', 'B-0002');
    expect(book.dialogs.at(-1)).toMatchObject({ title: 'Payment request' });
    expect(book.world.active.row).toBe(3);
    expect(await book.callFromDialog('previewPayment', { block: '', version: '', seen: '' })).toMatchObject({
      block: 'B-0002',
    });
    await expect(book.callFromDialog('paymentOfBlock', 'B-0009')).rejects.toThrow('not there any more');
  });

  it('opens from the menu as a sidebar, and other windows from it with its client', async () => {
    const book = await firm();
    await book.call('showClientCard');
    expect(book.dialogs.at(-1)).toMatchObject({ kind: 'sidebar', title: 'Client card' });
    select(book, 'Time', 3);
    await book.callFromDialog('sellToClient', 'Acme');
    expect(book.world.active.row).toBe(3);
    await book.callFromDialog('sellToClient', 'beta');
    expect(await book.callFromDialog('sellBlockForm')).toMatchObject({ selected: 'Beta' });
    await book.callFromDialog('statementOfClient', 'Acme');
    expect(await book.callFromDialog('statementForm')).toMatchObject({ selected: 'Acme' });
    await expect(book.callFromDialog('sellToClient', 'Nobody')).rejects.toThrow(
      '“Nobody” is not in Clients.',
    );
    expect(rowsOf(book, 'Clients')).toHaveLength(2);
  });
});
