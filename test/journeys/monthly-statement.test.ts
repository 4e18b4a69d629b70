/** The account of each month as a mail with a PDF, through the built add-on. */
import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { openFirm, rowsOf } from './firm';
import { morningOf, put, setting } from './low-firm';
import { strikeEach } from './strikes';

const acme = 'acme@client.example';

async function firm(
  more: Readonly<Record<string, string>> = {},
  place: Parameters<typeof openFirm>[0] = {},
): Promise<Workbook> {
  const book = await openFirm(place);
  put(book, 'Clients', [
    { Client: 'Acme', Active: true, Email: acme, Contact: 'Pat', ...more },
    { Client: 'Beta', Active: true, Email: 'beta@client.example', 'Monthly statement': 'no' },
  ]);
  put(book, 'Blocks', [
    { Date: 46_300, Client: 'Acme', Hours: 20, Expires: 46_600 },
    { Date: 46_300, Client: 'Beta', Hours: 20 },
  ]);
  put(book, 'Time', [
    { Date: 46_340, Client: 'Acme', Hours: 3, Who: 'Kim', 'What was done': 'Mended' },
    { Date: 46_340, Client: 'Beta', Hours: 3, Who: 'Kim' },
  ]);
  await book.engine.settle();
  await setting(book, 'Monthly statement', 'yes');
  await book.call('refresh');
  return book;
}
const mails = (book: Workbook) =>
  book.outbox
    .filter(({ to }) => to.join().includes('client.example'))
    .map(({ to, subject }) => `${to.join()}: ${subject}`);
const rows = (book: Workbook) => rowsOf(book, 'Notices').map(({ Key, State }) => `${Key}: ${State}`);
const kept = (book: Workbook) =>
  rowsOf(book, 'Statements').map(({ Number: number, Client, State, 'Sent to': to }) =>
    [number, Client, State, to].join(' '),
  );
const mail = `${acme}: Prepaid time of Acme: statement for 1 Nov 2026 – 30 Nov 2026`;

describe('the monthly statement', () => {
  it('goes out on the first working day, once, with its paper as it is kept', async () => {
    const book = await firm();
    await setting(book, 'Weekdays only', 'yes');
    await book.call('turnOnDailyNotices');
    await morningOf(book, '2026-11-30');
    expect(mails(book)).toEqual([]);
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-03']) await morningOf(book, day);
    expect(mails(book)).toEqual([mail]);
    expect(rows(book)).toEqual(['B-0001/2026-11 statement: Sent']);
    expect(kept(book)).toEqual([`S-0001 Acme Provisional ${acme}`]);
    const [sent] = book.outbox.filter(({ to }) => to.includes(acme));
    expect(sent?.attachments).toHaveLength(1);
    expect(sent?.text).toContain('Today the balance is 17 h.');
    expect(sent?.text).toContain('Ends on');
    expect(sent?.text).not.toContain('Kim');
    await morningOf(book, '2027-01-04');
    expect(mails(book)).toHaveLength(2);
    expect(rows(book)[1]).toBe('B-0001/2026-12 statement: Sent');
  });

  it('waits for another day where a warning goes out', async () => {
    const book = await firm();
    put(book, 'Time', [{ Date: 46_356, Client: 'Acme', Hours: 14, 'What was done': 'Moved' }], 4);
    await book.engine.settle();
    await book.advanceTo('2026-12-01T09:00');
    await book.call('runDaily');
    expect(mails(book)).toEqual([`${acme}: Acme has 3 h left of 20 h prepaid`]);
    await book.call('runDaily');
    expect(mails(book)).toHaveLength(1);
    await book.advanceTo('2026-12-02T09:00');
    await book.call('runDaily');
    expect(mails(book).slice(1)).toEqual([mail]);
  });

  it('waits for a person where notices do, or a row cannot be counted, and for quota', async () => {
    const review = await firm({ Notices: 'Review' });
    await review.advanceTo('2026-12-01T09:00');
    await review.call('runDaily');
    expect([mails(review), rows(review)]).toEqual([[], ['B-0001/2026-11 statement: Review']]);
    const key = { key: 'B-0001/2026-11 statement', seen: 'Review' };
    expect(await review.callFromDialog('decideDueNotice', [key], 'send', '')).toBe('Sent to Acme.');
    expect(mails(review)).toEqual([mail]);

    const broken = await firm();
    put(broken, 'Time', [{ Date: 46_341, Client: 'Acme', Hours: 'many' }], 4);
    await broken.engine.settle();
    await broken.advanceTo('2026-12-01T09:00');
    await broken.call('runDaily');
    expect([mails(broken), rows(broken), kept(broken)]).toEqual([
      [],
      ['B-0001/2026-11 statement: Review'],
      [],
    ]);
  });

  it('goes on the next day with those for whom Google took no more mails, once each', async () => {
    const book = await firm({}, { mailQuota: 2 });
    const names = ['Cox', 'Dent', 'Eyre'];
    const added = names.map(name => ({ Client: name, Active: true, Email: `${name}@client.example` }));
    put(book, 'Clients', added, 4);
    put(
      book,
      'Blocks',
      names.map(Client => ({ Date: 46_300, Client, Hours: 20 })),
      4,
    );
    await book.engine.settle();
    await book.call('refresh');
    await book.advanceTo('2026-12-01T09:00');
    await book.call('runDaily');
    const first = mails(book);
    expect([first.length, rows(book).filter(row => row.endsWith('Queued')).length]).toEqual([2, 2]);
    await book.call('runDaily');
    expect(mails(book)).toEqual(first);
    for (const day of ['2026-12-02', '2026-12-03']) {
      await book.advanceTo(`${day}T09:00`);
      await book.call('runDaily');
    }
    const reached = mails(book).map(each => each.split(':')[0]);
    const all = [acme, ...names.map(name => `${name}@client.example`)];
    expect([...reached].sort()).toEqual([...all].sort());
    expect(rows(book).every(row => row.endsWith('Sent'))).toBe(true);
    expect(kept(book)).toHaveLength(4);
  });

  const mailByHand = async (book: Workbook) => {
    const asked = { client: 'Acme', from: '2026-11-01', to: '2026-11-30', version: 'issued' };
    const look = (await book.callFromDialog('previewStatement', asked)) as { seen: string; to: string };
    await book.callFromDialog('mailStatement', { ...asked, seen: look.seen, address: look.to }, 'attempt 1');
  };

  it('is mailed by no run where a person has mailed the same month', async () => {
    const book = await firm();
    await book.advanceTo('2026-12-01T07:00');
    await mailByHand(book);
    for (const day of ['2026-12-01', '2026-12-02']) {
      await book.advanceTo(`${day}T09:00`);
      await book.call('runDaily');
    }
    expect([mails(book).length, rows(book), kept(book).length]).toEqual([1, [], 1]);
    await book.advanceTo('2027-01-04T09:00');
    await book.call('runDaily');
    expect(rows(book)).toEqual(['B-0001/2026-12 statement: Sent']);
  });

  it('leaves once where the mail of a person dies, or is asked about', async () => {
    await strikeEach(20, async call => {
      const book = await firm();
      await book.advanceTo('2026-12-01T09:00');
      book.faults.killAt(call, { kind: 'data' });
      await mailByHand(book).catch(() => {});
      const { struck } = book.faults;
      book.faults.clear();
      await book.engine.settle();
      await book.call('runDaily');
      const isAsked = rows(book).some(row => row.endsWith('Check'));
      const sent = mails(book).length;
      expect([call, sent <= 1, sent === 1 || isAsked]).toEqual([call, true, true]);
      book.engine.dispose();
      return struck;
    });
  });

  it.each(['kill', 'throw'] as const)(
    'leaves once a client and month, or is asked about, under a %s at any call',
    async fault => {
      await strikeEach(30, async call => {
        const book = await firm();
        await book.advanceTo('2026-12-01T09:00');
        if (fault === 'kill') book.faults.killAt(call, { kind: 'data' });
        else book.faults.throwAt(call, { kind: 'data' });
        await book.call('runDaily').catch(() => {});
        const { struck } = book.faults;
        book.faults.clear();
        await book.engine.settle();
        await book.call('runDaily');
        await book.advanceTo('2026-12-02T09:00');
        await book.call('runDaily');
        const isAsked = rows(book).some(row => row.endsWith('Check'));
        expect([call, mails(book).length <= 1, mails(book).length === 1 || isAsked]).toEqual([
          call,
          true,
          true,
        ]);
        expect(kept(book).length, `statements after ${call}`).toBeLessThanOrEqual(1);
        book.engine.dispose();
        return struck;
      });
    },
  );
});
