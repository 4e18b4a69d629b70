import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { addRow, openFirm, rowsOf } from './firm';
import { morningOf, setting } from './low-firm';

const office = 'office@firm.example';
const digests = (book: Workbook) => book.outbox.filter(({ to }) => to.includes(office));

async function firm(mailQuota = 100): Promise<Workbook> {
  const book = await openFirm({ now: '2026-11-23T05:30', mailQuota });
  await setting(book, 'Office manager email', office);
  await setting(book, 'Weekly mail', 'no');
  for (const [Client, Email] of [
    ['Acme', 'pat@acme.example'],
    ['Beta', 'nobody'],
    ['Cox', 'cy@cox.example'],
  ] as const) {
    await addRow(book, 'Clients', { Client, Email });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client, Hours: '20', 'Paid on': '2026-11-02' });
    await addRow(book, 'Time', { Date: '2026-11-20', Client, Hours: Client === 'Cox' ? '2' : '17' });
  }
  await book.call('turnOnDailyNotices');
  return book;
}

describe('the daily digest', () => {
  it('says what was sent and what failed, once a day, in HTML and in text', async () => {
    const book = await firm();
    await book.advanceTo('2026-11-23T23:00');
    const [mail, ...more] = digests(book);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Block Ledger: 1 sent, 1 failed');
    for (const text of [mail?.text, mail?.html]) {
      expect(text).toContain('Acme');
      expect(text).toContain('pat@acme.example');
      expect(text).toContain('no mail address');
      expect(text).not.toContain('Cox');
    }
  });

  it('stays away while nothing happens, and comes back when something does', async () => {
    const book = await firm();
    await book.advanceTo('2026-11-26T23:00');
    expect(digests(book)).toHaveLength(1);
    await addRow(book, 'Time', { Date: '2026-11-26', Client: 'Cox', Hours: '15' });
    await book.advanceTo('2026-11-27T23:00');
    expect(digests(book).map(({ subject }) => subject)).toEqual([
      'Block Ledger: 1 sent, 1 failed',
      'Block Ledger: 1 sent, 1 failed',
    ]);
    expect(digests(book)[1]?.text).toContain('cy@cox.example');
    expect(digests(book)[1]?.text).not.toContain('pat@acme.example');
  });

  it('begins with who does not answer, after two reminders', async () => {
    const book = await firm();
    for (const day of ['11-23', '11-29', '11-30', '12-06', '12-07', '12-13', '12-14'])
      await morningOf(book, `2026-${day}`);
    const mails = book.outbox.filter(({ to }) => to.includes('pat@acme.example'));
    expect(mails).toHaveLength(3);
    expect(mails.map(({ subject }) => String(subject).startsWith('Reminder'))).toEqual([false, true, true]);
    expect(mails[1]?.text).toContain('On 23 Nov 2026 we wrote to you');
    expect(rowsOf(book, 'Notices')[0]).toMatchObject({ Outcome: 'No answer' });
    const last = digests(book).at(-1)?.text ?? '';
    expect(last).toMatch(/Acme has not answered, nor the reminders: 3.h left/);
    for (const day of ['2026-12-21', '2027-01-10', '2027-02-01']) await morningOf(book, day);
    expect(book.outbox.filter(({ to }) => to.includes('pat@acme.example'))).toHaveLength(3);
  });

  it('tells of rows to mend and of who runs out soon', async () => {
    const book = await firm();
    await addRow(book, 'Time', { Date: 'someday', Client: 'Cox', Hours: '1' });
    for (const day of ['2026-11-05', '2026-11-10'])
      await addRow(book, 'Time', { Date: day, Client: 'Cox', Hours: '4' });
    await book.advanceTo('2026-11-23T23:00');
    const [mail] = digests(book);
    expect(mail?.text).toContain('Run out in the next 30 days');
    expect(mail?.text).toMatch(/Time row 5: Date "someday" cannot be read/);
  });

  it('is off by its setting, and where there is no address', async () => {
    const [off, nobody] = [await firm(), await firm()];
    await setting(off, 'Daily digest', 'no');
    await setting(nobody, 'Office manager email', '');
    for (const book of [off, nobody]) {
      await book.advanceTo('2026-11-24T23:00');
      expect(digests(book)).toHaveLength(0);
    }
    // Without an address for the office no notice leaves either.
    expect([off.outbox.length, nobody.outbox.length]).toEqual([1, 0]);
  });

  it('waits for quota, and is not lost', async () => {
    const book = await firm(1);
    await book.advanceTo('2026-11-23T23:00');
    expect(digests(book)).toHaveLength(0);
    await book.advanceTo('2026-11-24T23:00');
    expect(digests(book)).toHaveLength(1);
    expect(digests(book)[0]?.text).toContain('pat@acme.example');
  });

  it('is tried again after a refusal', async () => {
    const book = await firm();
    book.faults.throwAt(2, { method: 'sendEmail' }, 'Service invoked too many times in a short time: email.');
    await book.advanceTo('2026-11-23T08:45');
    expect([book.faults.struck, digests(book).length]).toEqual([true, 0]);
    book.faults.clear();
    await book.advanceTo('2026-11-24T23:00');
    expect(digests(book)).toHaveLength(1);
  });

  it('that may have left is not sent again, and the next one repeats it and says so', async () => {
    const book = await firm();
    book.faults.killAt(2, { method: 'sendEmail' });
    await book.advanceTo('2026-11-23T23:00');
    expect([book.faults.struck, digests(book).length]).toEqual([true, 0]);
    book.faults.clear();
    await book.advanceTo('2026-11-25T23:00');
    expect(digests(book)).toHaveLength(1);
    expect(digests(book)[0]?.text).toContain('The daily mail of 23 Nov 2026 may not have reached you');
    expect(digests(book)[0]?.text).toContain('pat@acme.example');
  });
});

describe('thanks', () => {
  it('go out after a purchase where they are wanted, once, and with a mail of their own', async () => {
    const book = await firm();
    await setting(book, 'Thank-you mail', 'yes');
    await book.advanceTo('2026-11-23T23:00');
    const mails = () => book.outbox.filter(({ to }) => to.includes('pat@acme.example'));
    expect(mails()).toHaveLength(1);
    await addRow(book, 'Blocks', { Date: '2026-11-24', Client: 'Acme', Hours: '40' });
    await book.advanceTo('2026-11-26T23:00');
    expect(mails().map(({ subject }) => subject?.slice(0, 9))).toEqual(['Acme has ', 'Thank you']);
    expect(mails()[1]?.text).toContain('43');
    expect(rowsOf(book, 'Notices').map(({ Key, State }) => `${Key} ${State}`)).toContain(
      'B-0004 thank you Sent',
    );
    expect(rowsOf(book, 'Notices')[0]).toMatchObject({ Outcome: 'Renewed after 1 day' });
  });
});

describe('the share renewed', () => {
  it('stands beside the overview in Balances', async () => {
    const book = await firm();
    await book.advanceTo('2026-11-23T23:00');
    await addRow(book, 'Blocks', { Date: '2026-11-24', Client: 'Acme', Hours: '40' });
    await book.advanceTo('2026-11-24T23:00');
    const rows = book.print('Balances');
    const at = rows[1]?.indexOf('Total renewed (%)') ?? -1;
    expect(rows[2]?.[at]).toBe(1);
  });
});
