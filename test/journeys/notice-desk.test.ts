import { describe, expect, it } from 'vitest';
import type { NoticeList } from '../../src/workflows/notices/list-due-notices';
import type { NoticePreview } from '../../src/workflows/notices/notice-desk';
import type { SentMail, SentMails } from '../../src/workflows/notices/show-sent-mail';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf, withKindClock } from './firm';
import { lowClients, morningOf, recipients, setting, states } from './low-firm';

const list = async (book: Workbook) => (await book.callFromDialog('listDueNotices')) as NoticeList;
const cardsOf = async (book: Workbook) =>
  (await list(book)).cards.map(({ group, client, why }) => `${group} ${client}: ${why}`);
const ok = (key: string, seen = 'Queued') => [{ key, seen }];
const decide = (book: Workbook, approved: readonly object[], what: string, reason = '') =>
  book.callFromDialog('decideDueNotice', approved, what, reason) as Promise<string>;
const preview = (book: Workbook, approved: readonly object[]) =>
  book.callFromDialog('previewDueNotice', approved) as Promise<NoticePreview>;
const noticeOf = (book: Workbook, key: string) => rowsOf(book, 'Notices').find(({ Key }) => Key === key);

async function onReview(book: Workbook, client: string): Promise<void> {
  const row = rowsOf(book, 'Clients').findIndex(({ Client }) => Client === client) + 2;
  const column = (book.print('Clients')[0] ?? []).indexOf('Notices');
  await book.edit(`Clients!${String.fromCharCode(65 + column)}${row}`, 'Review');
}

describe('see what is due', () => {
  it('lists who goes out, who waits and why, and sends nothing', async () => {
    const book = await lowClients(3);
    await onReview(book, 'Client 02');
    expect(await cardsOf(book)).toEqual([
      'going Client 01: 3 h left of 20 h',
      'going Client 03: 3 h left of 20 h',
      'waiting Client 02: Notices is Review for this client.',
    ]);
    expect((await list(book)).daily).toEqual({ by: 'nobody', since: '', problem: '' });
    expect([book.outbox.length, states(book)]).toEqual([0, []]);
  });

  it('previews a mail as it would go out, with the same text for Gmail', async () => {
    const book = await lowClients(1);
    const found = await preview(book, ok('B-0001 low'));
    expect(found.subject.replace(/\u00a0/g, ' ')).toBe('Client 01 has 3 h left of 20 h prepaid');
    expect(found.html).toContain('Client 01');
    const url = new URL(found.compose);
    expect(url.searchParams.get('to')).toBe('c1@client.example');
    expect(url.searchParams.get('su')).toBe(found.subject);
    expect(url.searchParams.get('body')).toContain('Client 01 has');
    expect([book.outbox.length, states(book)]).toEqual([0, []]);
  });

  it('sends one, also one that waits for review, and leaves the others alone', async () => {
    const book = await lowClients(3);
    await onReview(book, 'Client 02');
    expect(await decide(book, ok('B-0002 low', 'Review'), 'send')).toBe('Sent to Client 02.');
    expect(recipients(book)).toEqual(['c2@client.example']);
    expect(rowsOf(book, 'Notices').map(({ Key, State }) => `${Key} ${State}`)).toEqual(['B-0002 low Sent']);
    expect(await cardsOf(book)).toContain('sent Client 02: 23 Nov 2026');
  });

  it('sends all that were seen, and none that became due meanwhile', async () => {
    const book = await lowClients(3);
    const seen = [...ok('B-0001 low'), ...ok('B-0003 low')];
    expect(await decide(book, seen, 'send')).toBe('Sent to Client 01, Client 03.');
    expect(recipients(book)).toEqual(['c1@client.example', 'c3@client.example']);
  });

  it('never sends one twice, whatever was lost on the way', async () => {
    const book = await lowClients(1);
    await decide(book, ok('B-0001 low'), 'send');
    expect(await decide(book, ok('B-0001 low'), 'send')).toBe('Client 01 has got it already.');
    expect(recipients(book)).toHaveLength(1);
  });

  it('does not send again what a run has left open, before somebody has looked', async () => {
    const book = await lowClients(1);
    book.faults.killAt(1, { method: 'sendEmail' });
    await decide(book, ok('B-0001 low'), 'send').catch(() => undefined);
    book.faults.clear();
    expect(await decide(book, ok('B-0001 low'), 'send')).toContain(
      'A run stopped while this mail was going out.',
    );
    expect([recipients(book).length, states(book)]).toEqual([0, ['Check']]);
    expect(await decide(book, ok('B-0001 low', 'Check'), 'send')).toBe('Sent to Client 01.');
    expect(recipients(book)).toHaveLength(1);
  });

  it('holds one until somebody sends it', async () => {
    const book = await lowClients(2);
    expect(await decide(book, ok('B-0001 low'), 'hold')).toBe('Client 01: held.');
    await book.call('runDaily');
    expect(recipients(book)).toEqual(['c2@client.example']);
    expect(await cardsOf(book)).toContain('waiting Client 01: Held by hand.');
    await decide(book, ok('B-0001 low', 'Held'), 'send');
    expect(recipients(book)).toEqual(['c2@client.example', 'c1@client.example']);
  });

  it('skips one with its reason for good, though the row be deleted', async () => {
    const book = await lowClients(2);
    await expect(decide(book, ok('B-0001 low'), 'skip', ' ')).rejects.toThrow('Type why it is skipped.');
    await decide(book, ok('B-0001 low'), 'skip', '=Not due: leaves us');
    expect(noticeOf(book, 'B-0001 low')).toMatchObject({
      State: 'Skipped',
      Error: 'By hand: =Not due: leaves us',
    });
    book.engine
      .tabs()
      .find(({ name }) => name === 'Notices')
      ?.deleteRows(2, 1);
    await book.advanceTo('2026-11-25T12:00');
    await book.call('runDaily');
    expect(recipients(book)).toEqual(['c2@client.example']);
  });

  it('notes one that was sent by hand, and does not send it again', async () => {
    const book = await lowClients(1);
    await decide(book, ok('B-0001 low'), 'sent by hand');
    await book.advanceTo('2026-11-25T12:00');
    await book.call('runDaily');
    expect([recipients(book).length, states(book)]).toEqual([0, ['Sent']]);
    await expect(decide(book, ok('B-0001 low'), 'hold')).rejects.toThrow('has got it already');
  });

  it('says in words what is not due any more, or not there', async () => {
    const book = await lowClients(2);
    await book.call('runDaily');
    await addRow(book, 'Blocks', { Date: '2026-11-23', Client: 'Client 01', Hours: '20' });
    expect(await decide(book, ok('B-0001 low', 'Failed'), 'send')).toBe('Client 01 has got it already.');
    await expect(preview(book, ok('B-0099 low'))).rejects.toThrow('not there any more');
    expect(await decide(book, [{ nothing: 1 }], 'send')).toContain('not there any more');
    await expect(decide(book, ok('B-0001 low'), 'burn')).rejects.toThrow('Choose what to do');
  });
});

describe('show a mail', () => {
  it('renders it again as it was sent, though everything has changed since', async () => {
    // Both at the same second: then they stand as in Notices.
    const book = withKindClock(await lowClients(2));
    await setting(book, 'Firm name', 'Fixit');
    await book.call('runDaily');
    const sent = book.outbox[0];
    await setting(book, 'Firm name', 'Another name');
    await addRow(book, 'Time', { Date: '2026-11-23', Client: 'Client 01', Hours: '2' });
    await book.call('runDaily');
    const { mails, selected } = (await book.callFromDialog('listSentNotices')) as SentMails;
    expect(mails.map(([, name]) => name)).toEqual([
      '23 Nov 2026 7:00, Client 01, low',
      '23 Nov 2026 7:00, Client 02, low',
    ]);
    expect(selected).toBe('B-0001 low');
    const shown = (await book.callFromDialog('showSentNotice', selected)) as SentMail;
    expect(shown.html).toBe(sent?.html);
    expect(shown.note).toBe('');
    expect(shown.facts).toContainEqual(['Hours left then', '3 h']);
    expect(noticeOf(book, 'B-0001 low')).toMatchObject({
      'Hours left': 3,
      'Offer (h)': 20,
      'Offer price': 1800,
    });
  });

  it('says where the text was changed or was not kept', async () => {
    const book = await lowClients(2);
    await book.call('runDaily');
    const texts = book.engine.tabs().find(({ name }) => name === 'Notice texts');
    const content = texts?.values({ row: 2, column: 3, rows: 1, columns: 1 })[0]?.[0];
    const write = (value: string) => texts?.write({ row: 2, column: 3, rows: 1, columns: 1 }, [[{ value }]]);
    const note = async (key = 'B-0001 low') =>
      ((await book.callFromDialog('showSentNotice', key)) as SentMail).note;
    write(String(content).replace('Client 01', 'Client <b>'));
    expect(await note()).toBe('The text in Notice texts is not the one that was sent.');
    write('|{"language":"xx"}');
    expect(await note()).toContain('cannot be shown');
    write('|nonsense');
    expect(await note()).toContain('was not kept');
    expect(await note('B-0002 low')).toBe('');
  });

  it('keeps the texts out of sight, in a tab that comes with the first mail', async () => {
    const book = await lowClients(1);
    const isHidden = () =>
      Boolean(book.engine.parts.book.getSheetBySheetName('Notice texts')?.isSheetHidden());
    expect(book.engine.tabs().some(({ name }) => name === 'Notice texts')).toBe(false);
    await book.call('runDaily');
    expect(isHidden()).toBe(true);
    expect((await book.callFromDialog('showSentNotice', 'B-0001 low')) as SentMail).toMatchObject({
      note: '',
    });
  });

  it('shows the newest text of a notice where Notices has no digest of it', async () => {
    const book = await lowClients(1);
    await book.call('runDaily');
    const at = (book.print('Notices')[0] ?? []).indexOf('Digest');
    const tab = book.engine.tabs().find(({ name }) => name === 'Notices');
    tab?.write({ row: 1, column: at + 1, rows: 1, columns: 1 }, [[{ value: 'Mine' }]]);
    const shown = (await book.callFromDialog('showSentNotice', 'B-0001 low')) as SentMail;
    expect([shown.html, shown.note]).toEqual([book.outbox[0]?.html, '']);
  });
});

describe('selling from a notice', () => {
  const sale = { client: 'Acme', hours: '40', normalRate: '100', discount: '15', date: '2026-11-24' };
  const outcomes = (book: Workbook) => rowsOf(book, 'Notices').map(({ Level, Outcome }) => [Level, Outcome]);

  async function told(): Promise<Workbook> {
    const book = await openFirm();
    await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example' });
    await addRow(book, 'Clients', { Client: 'Beta', Email: 'kim@beta.example' });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
    await addRow(book, 'Time', { Date: '2026-11-20', Client: 'Acme', Hours: '17' });
    await book.call('runDaily');
    return book;
  }

  it('begins with what the mail has offered, whatever the rate card says by now', async () => {
    const book = await told();
    await setting(book, 'Rate card', '20 h: 2');
    await book.callFromDialog('sellFromNotice', 'B-0001 low');
    expect(await book.callFromDialog('sellBlockForm')).toMatchObject({
      selected: 'Acme',
      offered: {
        key: 'B-0001 low',
        until: '2026-12-23',
        sizes: [
          { hours: '20', discount: '10' },
          { hours: '10', discount: '5' },
          { hours: '40', discount: '15' },
        ],
      },
    });
    await book.edit('Clients!A2', 'Acme');
    expect(await book.callFromDialog('sellBlockForm')).not.toHaveProperty('offered');
  });

  it('promises nothing any more after thirty days', async () => {
    const book = await told();
    await morningOf(book, '2026-12-24');
    await book.callFromDialog('sellFromNotice', 'B-0001 low');
    expect(await book.callFromDialog('sellBlockForm')).toMatchObject({
      offered: { sizes: [], until: '2026-12-23' },
    });
  });

  it('repeats its offer in the reminder, though the rate card changed', async () => {
    const book = await told();
    await setting(book, 'Rate card', '20 h: 2, 80 h: 3');
    await book.call('turnOnDailyNotices');
    await morningOf(book, '2026-11-30');
    const offers = rowsOf(book, 'Notices').map(({ Level, Offers }) => [Level, Offers]);
    const promised = '20 h: 1800 USD; 10 h: 950 USD; 40 h: 3400 USD';
    expect(offers).toEqual([
      ['low', promised],
      ['low reminder 1', promised],
    ]);
  });

  it('notes the yes at once, so that no reminder follows; two clicks make one block', async () => {
    const book = await told();
    await book.callFromDialog('writeSoldBlock', { ...sale, date: '2026-12-31' }, 'one', 'B-0001 low');
    await book.callFromDialog('writeSoldBlock', { ...sale, date: '2026-12-31' }, 'one', 'B-0001 low');
    expect(rowsOf(book, 'Blocks').filter(({ Hours }) => Hours === 40)).toHaveLength(1);
    expect(outcomes(book)).toEqual([['low', 'Accepted on 23 Nov 2026']]);
    await book.call('turnOnDailyNotices');
    for (const date of ['2026-11-30', '2026-12-07']) await morningOf(book, date);
    expect(outcomes(book)).toEqual([['low', 'Accepted on 23 Nov 2026']]);
  });

  it('is taken back as one: the block and the yes', async () => {
    const book = await told();
    const before = [book.print('Blocks'), book.print('Notices')];
    await book.callFromDialog('writeSoldBlock', sale, 'one', 'B-0001 low');
    await book.call('undoLastDialog');
    expect([book.print('Blocks'), book.print('Notices')]).toEqual(before);
  });

  it('answers nothing where another client was chosen, and leaves what a person typed', async () => {
    const book = await told();
    await book.callFromDialog('writeSoldBlock', { ...sale, client: 'Beta' }, 'one', 'B-0001 low');
    expect(outcomes(book)).toEqual([['low', '']]);
    const column = Object.keys(rowsOf(book, 'Notices')[0] ?? {}).indexOf('Outcome');
    await book.edit(`Notices!${String.fromCharCode(65 + column)}2`, 'Called, will think');
    await book.callFromDialog('writeSoldBlock', sale, 'two', 'B-0001 low');
    expect(outcomes(book)).toEqual([['low', 'Called, will think']]);
  });

  it('drafts the renewal where the client wants it: once, and it counts nothing until it is sold', async () => {
    const book = await openFirm();
    await addRow(book, 'Clients', { Client: 'Acme', Email: 'pat@acme.example', Renewal: 'draft' });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
    await addRow(book, 'Time', { Date: '2026-11-20', Client: 'Acme', Hours: '17' });
    const [stamp] = book.print('Balances')[0] ?? [];
    await book.call('runDaily');
    const drafts = () => rowsOf(book, 'Blocks').filter(({ Kind }) => Kind === 'Offer');
    expect(drafts()).toMatchObject([
      { Block: '', Client: 'Acme', Hours: 20, 'Discount / h': 10, Reference: 'B-0001 renewal' },
    ]);
    await book.call('runDaily');
    await book.call('refresh');
    expect(drafts()).toHaveLength(1);
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(3);
    expect(String(book.print('Balances')[0]?.[0]).split(' ·')[0]).toBe(String(stamp).split(' ·')[0]);
    // The yes is to another size: the draft becomes that block.
    await book.callFromDialog('writeSoldBlock', { ...sale, date: '2026-11-23' }, 'one', 'B-0001 low');
    expect(drafts()).toEqual([]);
    expect(rowsOf(book, 'Blocks').map(({ Block, Hours, Kind }) => [Block, Hours, Kind])).toEqual([
      ['B-0001', 20, ''],
      ['B-0002', 40, ''],
    ]);
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(43);
    await book.call('undoLastDialog');
    expect(drafts()).toHaveLength(1);
  });
});
