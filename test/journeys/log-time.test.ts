import { describe, expect, it } from 'vitest';
import type { TimeAnswer, TimeForm, TimePreview } from '../../src/ledger/card/time-form';
import type { TimerView } from '../../src/ledger/card/timer';
import type { Workbook } from '../../workbench/runtime';
import { closedFirm } from './archived-firm';
import { openFirm, rowsOf, withKindClock } from './firm';

const typed = {
  client: 'Acme',
  hours: '1:30',
  what: 'Mended the printer',
  workType: 'Remote',
  who: 'Kim',
  askedBy: 'Pat',
  date: '2026-11-23',
};
type Typed = Partial<typeof typed> & { readonly sure?: string; readonly timer?: string };
const log = async (book: Workbook, change: Typed = {}, attempt = '') =>
  (await book.callFromDialog('logTime', { ...typed, ...change }, attempt)) as TimeAnswer;
const preview = async (book: Workbook, change: Typed = {}) =>
  (await book.callFromDialog('previewTime', { ...typed, ...change })) as TimePreview;
const form = async (book: Workbook, client = 'Acme') =>
  (await book.callFromDialog('timeForm', client)) as TimeForm;
const timer = async (book: Workbook, name: string, ...args: string[]) =>
  (await book.callFromDialog(name, ...args)) as TimerView | null;
const logged = (answer: TimeAnswer) => {
  if (!('logged' in answer)) throw new Error(`Not logged: ${JSON.stringify(answer)}`);
  return answer.logged;
};
const effectOf = async (book: Workbook, change: Typed = {}) => {
  const answer = await preview(book, change);
  if (!('effect' in answer)) throw new Error(`No effect: ${JSON.stringify(answer)}`);
  return answer.effect;
};
const work = (book: Workbook) => rowsOf(book, 'Time');
const left = (book: Workbook, client = 'Acme') => book.formula(`=BLOCKBALANCE("${client}")`);

async function firm(client: readonly string[] = ['Acme', 'TRUE', 'Pat']): Promise<Workbook> {
  const book = await openFirm({ now: '2026-11-23T09:00', timeZone: 'America/New_York' });
  await book.edit('Clients!A2', [client, ['Beta', 'TRUE', '']]);
  await book.edit('Blocks!B2', [['2026-09-01', 'Acme', '20', '', '10']]);
  return book;
}

describe('log time', () => {
  it('opens with the day, the work types, the contact, and who signed last', async () => {
    const book = await firm();
    expect(await form(book, 'acme')).toMatchObject({
      client: 'Acme',
      today: '2026-11-23',
      who: '',
      contact: 'Pat',
      timer: null,
      workTypes: expect.arrayContaining([
        { name: 'Remote', rule: '' },
        { name: 'After hours', rule: '×1.5' },
        { name: 'Under agreement', rule: 'not charged' },
      ]),
    });
    await log(book);
    expect((await form(book)).who).toBe('Kim');
    book.world.user = 'other@example.com';
    expect((await form(book, 'Beta')).who).toBe('');
    expect((await form(book, 'Nobody')).client).toBe('Nobody');
  });

  it('says what the work comes to, and that is what it comes to', async () => {
    const book = await firm();
    const effect = await effectOf(book, { workType: 'After hours' });
    expect(effect).toEqual({ charged: '2.25 h', left: '17.75 h', news: '', warnings: [] });
    expect(work(book)).toEqual([]);
    expect(logged(await log(book, { workType: 'After hours' }))).toMatchObject({
      ...effect,
      client: 'Acme',
      hours: '1.5 h',
      date: '23 Nov 2026',
      place: { tab: 'Time', row: 2 },
    });
    expect(await left(book)).toBe(17.75);
  });

  it('knows rounding, minimum and rounding by day', async () => {
    const book = await firm();
    await book.edit('Clients!J2', '15');
    await book.edit('Clients!K2', '60');
    expect((await effectOf(book, { hours: '0:20' })).charged).toBe('1 h');
    expect((await effectOf(book, { hours: '1:05' })).charged).toBe('1.25 h');
    await book.edit('Clients!K2', '0');
    await book.edit('Clients!L2', 'day');
    await log(book, { hours: '0:05' });
    expect(await left(book)).toBe(19.75);
    expect(await effectOf(book, { hours: '0:05' })).toMatchObject({ charged: '0 h', left: '19.75 h' });
    expect(await effectOf(book, { hours: '0:11' })).toMatchObject({ charged: '0.25 h', left: '19.5 h' });
  });

  it('says when the work brings the client below a level, and writes it all the same', async () => {
    const book = await firm();
    expect((await effectOf(book, { hours: '9' })).news).toBe('');
    await log(book, { hours: '9' });
    expect((await effectOf(book, { hours: '7' })).news).toBe('Acme: 4 h left of 20 h. Time to renew.');
    expect(logged(await log(book, { hours: '9.5' })).left).toBe('1.5 h');
    const over = logged(await log(book, { hours: '3' }));
    expect([over.left, over.news]).toEqual(['−1.5 h', 'Acme has used up its hours: −1.5 h.']);
    expect(await left(book)).toBe(-1.5);
  });

  it('writes one row below the last filled one, as typed', async () => {
    const book = await firm();
    await log(book);
    await log(book, { what: 'And again', askedBy: '', workType: '', date: '2026-11-20', hours: '0:00:36' });
    expect(work(book).map(({ Date: day, Client, Who, Hours }) => [day, Client, Who, Hours])).toEqual([
      ['2026-11-23', 'Acme', 'Kim', 1.5],
      ['2026-11-20', 'Acme', 'Kim', 0.01],
    ]);
    expect(work(book)[0]).toMatchObject({
      'Work type': 'Remote',
      Charged: '',
      'What was done': 'Mended the printer',
      'Asked by': 'Pat',
      'Internal note': '',
      Source: 'Log time',
    });
    expect(await left(book)).toBe(20 - 1.51);
  });

  it('never refuses a record of work done: what is odd is a warning', async () => {
    const book = await firm();
    const odd = logged(await log(book, { client: 'Zeta', workType: 'Odd jobs', date: '2026-12-24' }));
    expect(odd.warnings).toEqual([
      '“Zeta” is not in Clients. The hours count all the same; check the spelling.',
      expect.stringContaining('"Odd jobs" is not in Work types'),
      expect.stringContaining('later than today'),
    ]);
    expect(logged(await log(book, { client: 'Beta' }))).toMatchObject({ left: '−1.5 h' });
    await book.edit('Time!D2', 'abc');
    const broken = logged(await log(book, { client: 'Zeta', workType: '' }));
    expect(broken).toMatchObject({ left: '', charged: '' });
    expect(broken.warnings).toContain('Time row 2 cannot be counted, so what is left is not known.');
    expect(work(book)).toHaveLength(3);
  });

  it('refuses only what cannot be read, beside its field', async () => {
    const book = await firm();
    const problems = async (change: Typed) => {
      const answer = await log(book, change);
      return 'problems' in answer ? answer.problems.map(({ field }) => field) : answer;
    };
    expect(await problems({ hours: 'abc', date: 'soon' })).toEqual(['hours', 'date']);
    expect(await problems({ hours: '', client: ' ', date: '' })).toEqual(['client', 'hours', 'date']);
    expect(await problems({ hours: '0' })).toEqual(['hours']);
    expect(await problems({ hours: '-2' })).toEqual(['hours']);
    expect(await problems({ what: 'x'.repeat(10_001) })).toEqual(['what']);
    expect((await book.callFromDialog('logTime', 7)) as TimeAnswer).toHaveProperty('problems');
    expect(work(book)).toEqual([]);
  });

  it('asks before it writes more than ten hours', async () => {
    const book = await firm();
    expect(await log(book, { hours: '10' })).toHaveProperty('logged');
    expect(await log(book, { hours: '10:01' })).toEqual({
      question: '10.02 h in one go for Acme. Is that right?',
    });
    expect(await log(book, { hours: '12', sure: '10:01' })).toHaveProperty('question');
    expect(work(book)).toHaveLength(1);
    expect(await log(book, { hours: '10:01', sure: '10:01' })).toHaveProperty('logged');
  });

  it('writes an attempt once, however often it is sent', async () => {
    const book = await firm();
    const first = await log(book, {}, 'a1');
    expect(await log(book, {}, 'a1')).toEqual(first);
    expect(work(book)).toHaveLength(1);
    await log(book, {}, 'a2');
    expect(work(book)).toHaveLength(2);
  });

  it('is taken back by Undo the last dialog, and only as long as nobody has changed it', async () => {
    const book = await firm();
    await log(book);
    await log(book);
    await book.edit('Time!P2', 'mine');
    book.world.answers.push('OK', 'OK');
    await book.call('undoLastDialog');
    // Of two rows alike the lower one is what the dialog wrote.
    expect(work(book)).toHaveLength(1);
    expect(book.print('Time')[1]?.[1]).toBe('Acme');
    await log(book);
    await log(book, { what: '=SUM(1)', client: '1-2', askedBy: '+49' });
    book.world.answers.push('OK', 'OK');
    await book.call('undoLastDialog');
    expect(work(book)).toHaveLength(2);
    expect(
      book.messages.some(({ text }) => text.includes('Log time wrote: 1.5 h for 1-2 on 23 Nov 2026')),
    ).toBe(true);
    await log(book);
    await book.edit('Time!D4', '2');
    await book.edit('Time!D2', '3');
    await book.edit('Time!D3', '3');
    await book.call('undoLastDialog');
    expect(book.messages.at(-1)?.text).toContain('was changed since, so it is left alone');
    expect(work(book)).toHaveLength(3);
  });

  it('says what late work for an archived month comes to', async () => {
    const book = await closedFirm();
    await book.call('archiveClosedMonths');
    const late = { client: 'Acme', hours: '1', date: '2026-08-04' };
    expect(await effectOf(book, late)).toMatchObject({ charged: '1 h', left: '11.83 h' });
    expect(logged(await log(book, late))).toMatchObject({ charged: '1 h', left: '11.83 h' });
    expect(Number(await left(book))).toBeCloseTo(11.8333, 4);
  });

  it('keeps hostile words as words', async () => {
    const book = await firm();
    const hostile = '=HYPERLINK("x")<img src=x>';
    await log(book, { client: hostile, what: '+1', who: '@you', askedBy: '-2', workType: '=A1' });
    await log(book, { client: '1-2', who: '1/2', workType: '3-4', what: '5-6' });
    expect(work(book)[0]).toMatchObject({ Client: hostile, Who: '@you', 'Work type': '=A1' });
    expect(String(work(book)[0]?.['What was done'])).toMatch(/^'?\+1$/);
    expect(work(book)[1]).toMatchObject({
      Client: '1-2',
      Who: '1/2',
      'Work type': '3-4',
      'What was done': '5-6',
    });
    const time = book.engine.tabs().find(({ name }) => name === 'Time');
    const cells = time?.formulas({ row: 2, column: 1, rows: 2, columns: 12 }).flat();
    expect(cells?.join('')).toBe('');
  });
});

describe('the timer', () => {
  it('runs on while everything is closed, for its person and its file alone', async () => {
    const book = withKindClock(await firm());
    await book.advanceTo('2026-11-23T09:00');
    expect(await timer(book, 'ownTimer')).toBeNull();
    await timer(book, 'startTimer', 'Acme');
    await book.advanceTo('2026-11-23T10:30:07');
    expect(await timer(book, 'ownTimer')).toMatchObject({
      client: 'Acme',
      elapsed: 5407,
      isRunning: true,
      day: '2026-11-23',
      started: '23 Nov 2026 9:00',
    });
    book.world.user = 'other@example.com';
    expect(await timer(book, 'ownTimer')).toBeNull();
    book.world.user = 'office@example.com';
    const { id } = book.world;
    book.world.id = 'another-file';
    expect(await timer(book, 'ownTimer')).toBeNull();
    await timer(book, 'startTimer', 'Elsewhere');
    book.world.id = id;
    expect(await timer(book, 'ownTimer')).toMatchObject({ client: 'Acme' });
  });

  it('is not lost to a second start, and stops once', async () => {
    const book = withKindClock(await firm());
    await book.advanceTo('2026-11-23T09:00');
    await timer(book, 'startTimer', 'Acme');
    await book.advanceTo('2026-11-23T09:10');
    expect(await timer(book, 'startTimer', 'Beta')).toMatchObject({ client: 'Acme', elapsed: 600 });
    await timer(book, 'stopTimer');
    await book.advanceTo('2026-11-23T12:00');
    expect(await timer(book, 'stopTimer')).toMatchObject({ elapsed: 600, isRunning: false });
    expect(await timer(book, 'discardTimer')).toBeNull();
    expect([await timer(book, 'ownTimer'), await timer(book, 'stopTimer')]).toEqual([null, null]);
  });

  it('is done once its time is written, and stays where other hours are', async () => {
    const book = await firm();
    await timer(book, 'startTimer', 'Acme');
    await book.advanceTo('2026-11-23T10:00');
    const stopped = await timer(book, 'stopTimer');
    await log(book, { timer: '' });
    expect(await timer(book, 'ownTimer')).toMatchObject({ client: 'Acme' });
    await log(book, { hours: '1:00', timer: '123' });
    expect(await timer(book, 'ownTimer')).toMatchObject({ client: 'Acme' });
    await log(book, { hours: '1:00', timer: String(stopped?.startedAt) });
    expect(await timer(book, 'ownTimer')).toBeNull();
    expect(work(book).map(({ Source }) => Source)).toEqual(['Log time', 'Timer', 'Timer']);
  });

  it('counts real time over midnight and the change of the clock, and gives the day of the start', async () => {
    const book = await firm();
    await book.advanceTo('2026-10-31T23:30');
    await timer(book, 'startTimer', 'Acme');
    // The hour from one to two happens twice in this night.
    await book.advanceTo('2026-11-01T03:30');
    expect(await timer(book, 'stopTimer')).toMatchObject({
      elapsed: 5 * 3600,
      day: '2026-10-31',
      started: '31 Oct 2026 23:30',
    });
  });

  it('never has less than no time, and none where what is kept makes no sense', async () => {
    const book = await firm();
    await timer(book, 'startTimer', 'Acme');
    await book.advanceTo('2026-11-22T09:00');
    expect(await timer(book, 'ownTimer')).toMatchObject({ elapsed: 0 });
    for (const kept of ['{', '7', '{"client":1,"startedAt":2}', '{"client":"A","startedAt":"x"}', 'null']) {
      book.world.userProperties.get(book.world.user)?.set('local-workbook timer', kept);
      expect(await timer(book, 'ownTimer'), kept).toBeNull();
    }
  });
});
