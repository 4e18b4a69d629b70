import { describe, expect, it } from 'vitest';
import type { Workbook } from '../../workbench/runtime';
import { rewind } from './fault-sweep';
import { addRow, openFirm, rowsOf } from './firm';
import { lowClients, morningOf, put, setting } from './low-firm';
import { strikeEach } from './strikes';

const office = 'office@firm.example';
const toOffice = (book: Workbook) =>
  book.outbox.filter(({ to, subject }) => to.includes(office) && subject.includes('need'));

/** Monday is 23 November. */
async function firmWithOverdueTask(now: string): Promise<Workbook> {
  const book = await openFirm({ now });
  await setting(book, 'Office manager email', office);
  await setting(book, 'Daily digest', 'no');
  await addRow(book, 'Clients', { Client: '<b>Acme', Email: 'pat@acme.example' });
  await addRow(book, 'Care plan', { Client: '<b>Acme', Task: 'Updates', 'Next due': '2026-11-01' });
  await book.call('turnOnDailyNotices');
  return book;
}

describe('the weekly mail', () => {
  it('tells the office manager on Monday who needs the firm, once, as HTML and as text', async () => {
    const book = await firmWithOverdueTask('2026-11-23T05:00');
    await book.advanceTo('2026-11-23T07:59');
    expect(toOffice(book)).toHaveLength(0);
    await book.advanceTo('2026-11-24T12:00');
    expect(toOffice(book)).toHaveLength(1);
    const [mail] = toOffice(book);
    expect(mail?.subject).toBe('Block Ledger: 1 client needs us');
    expect(mail?.text).toContain('<b>Acme  Updates: due on 1 Nov 2026, 22 days ago; not done yet.');
    expect(mail?.html).toContain('&lt;b&gt;Acme');
  });

  it('is made up when Monday is a day off', async () => {
    const book = await firmWithOverdueTask('2026-11-22T20:00');
    await setting(book, 'Days off', '2026-11-23');
    await book.advanceTo('2026-11-23T23:00');
    expect(toOffice(book)).toHaveLength(0);
    await book.advanceTo('2026-11-24T09:00');
    expect(toOffice(book)).toHaveLength(1);
  });

  it.each([
    ['Weekly mail', 'no'],
    ['Office manager email', ''],
    ['Weekly mail on', 'Wednesday'],
  ])('does not go out on Monday where %s is "%s"', async (name, value) => {
    const book = await firmWithOverdueTask('2026-11-23T06:00');
    await setting(book, name, value);
    await book.advanceTo('2026-11-23T23:00');
    expect(toOffice(book)).toHaveLength(0);
  });

  it('is silent where nobody needs the firm, and the week is over', async () => {
    const book = await firmWithOverdueTask('2026-11-23T06:00');
    await book.edit("'Care plan'!E2", '2027-01-01');
    await book.advanceTo('2026-11-23T12:00');
    await book.edit("'Care plan'!E2", '2026-11-01');
    await book.advanceTo('2026-11-24T12:00');
    expect(toOffice(book)).toHaveLength(0);
  });

  it('waits for the next hour when it is refused, and goes out once', async () => {
    const book = await firmWithOverdueTask('2026-11-23T06:00');
    book.faults.throwAt(1, { method: 'sendEmail' }, 'Service invoked too many times in a short time: email.');
    await book.advanceTo('2026-11-23T09:00');
    expect(book.faults.struck).toBe(true);
    await book.advanceTo('2026-11-24T12:00');
    expect(toOffice(book)).toHaveLength(1);
  });

  it.each(['kill', 'throw'] as const)(
    'is not sent twice, and not lost without a word, whatever call of the run meets a %s',
    async fault => {
      const book = await firmWithOverdueTask('2026-11-23T05:00');
      const properties = new Map(book.world.properties);
      await strikeEach(20, async call => {
        rewind(book, properties);
        await book.advanceTo('2026-11-23T07:00');
        if (fault === 'kill') book.faults.killAt(call, { mode: 'FULL', kind: 'data' });
        else book.faults.throwAt(call, { mode: 'FULL', kind: 'data' });
        await morningOf(book, '2026-11-23');
        const { struck } = book.faults;
        book.faults.clear();
        for (const day of ['2026-11-23', '2026-11-24']) await morningOf(book, day);
        const weekly = toOffice(book).length;
        const reports = book.outbox.filter(({ text }) => text.includes('Weekly mail of 23 Nov 2026')).length;
        expect([call, weekly <= 1, weekly + reports >= 1, reports <= 1]).toEqual([call, true, true, true]);
        return struck;
      });
    },
    120_000,
  );
});

describe('Who needs us', () => {
  it('lists clients with their rows, and says once that nobody has a plan', async () => {
    const book = await openFirm({ now: '2026-11-23T07:00' });
    await addRow(book, 'Clients', { Client: 'Acme' });
    await addRow(book, 'Blocks', {
      Date: '2026-11-02',
      Client: 'Acme',
      Hours: '20',
      'Paid on': '2026-11-02',
    });
    expect(await book.callFromDialog('listWhoNeedsUs')).toEqual({
      today: '23 Nov 2026',
      clients: [],
      overview: [{ name: 'Acme', left: '20 h', state: 'fine', share: 1 }],
      remarks: ['1 client has a block and no care plan: Acme. Choose More > Care > Start a care plan.'],
    });
    await addRow(book, 'Small things', { Client: 'Acme', What: 'UPS beeps', Priority: 'high' });
    await addRow(book, 'Clients', { Client: 'Beta', 'Check in every (days)': '10' });
    await addRow(book, 'Time', { Date: '2026-10-01', Client: 'Beta', Hours: '1', 'Asked by': 'Bea' });
    expect(await book.callFromDialog('listWhoNeedsUs')).toMatchObject({
      clients: [
        {
          name: 'Beta',
          row: 3,
          needs: [
            { kind: 'to be paid', tab: 'Time', row: 2 },
            { text: 'No contact since 1 Oct 2026, 53 days ago; check in every 10 days.', tab: 'Clients' },
          ],
        },
        { name: 'Acme', row: 2, needs: [{ kind: 'small thing', tab: 'Small things', row: 2 }] },
      ],
    });
  });
});

describe('what clients read of it', () => {
  const careOf = (client: string, rows: number) =>
    Array.from({ length: rows }, () => ({ Date: 46_340, Client: client, Task: 'Backup restore test' }));

  it('a notice says what was looked after since the newest purchase', async () => {
    const book = await lowClients(2);
    put(book, 'Care log', [
      ...careOf('Client 01', 3),
      { Date: 46_328, Client: 'Client 01', Task: 'Updates' },
    ]);
    put(book, 'Small things', [
      { Client: 'Client 01', What: 'Cable', State: 'fixed', 'Fixed on': 46_341 },
      { Client: 'Client 01', What: 'Mouse', State: 'open' },
    ]);
    await book.call('runDaily');
    const [first, second] = book.outbox;
    const said = 'Care since 3 Nov 2026: 3 backup restores checked, 1 small thing fixed';
    expect(first?.text).toContain(said);
    expect(first?.html).toContain('3 backup restores checked, 1 small thing fixed');
    expect(second?.text).not.toContain('Care since');
  });

  it('takes one call for a tab that has rows, and none in a run that mails nobody', async () => {
    const readsOf = async (low: number, hasTabs: boolean) => {
      const book = await lowClients(low, 1);
      if (hasTabs) put(book, 'Care log', careOf('Client 01', 3));
      else for (const name of ['Care log', 'Small things']) book.engine.deleteTab(name);
      await book.engine.settle();
      await book.call('runDaily');
      const run = book.executions.filter(({ options }) => options.name === 'runDaily').at(-1);
      const mails = book.outbox.map(({ text }) => text.includes('Care since'));
      return { mails, reads: run?.calls.filter(({ method }) => method === 'getValues').length ?? 0 };
    };
    const [quiet, quietWithout] = [await readsOf(0, true), await readsOf(0, false)];
    const [busy, busyWithout] = [await readsOf(1, true), await readsOf(1, false)];
    expect([quiet.mails, busy.mails, busyWithout.mails]).toEqual([[], [true], [false]]);
    expect([quiet.reads - quietWithout.reads, busy.reads - busyWithout.reads]).toEqual([0, 1]);
  });

  it('a statement says it about its period, is kept with it, and an older one stays as it was', async () => {
    const book = await openFirm({ now: '2026-11-23T07:00' });
    await addRow(book, 'Clients', { Client: 'Acme' });
    await addRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20' });
    const request = { client: 'Acme', from: '2026-11-01', to: '2026-11-30', version: 'issued' };
    const look = async () =>
      (await book.callFromDialog('previewStatement', request)) as {
        html: string;
        seen: string;
        number: string;
      };
    const bare = await look();
    expect(bare.html).not.toContain('Looked after');
    await book.callFromDialog('writeStatementTab', { ...request, seen: bare.seen });
    put(book, 'Care log', [
      ...careOf('Acme', 3),
      { Date: 46_300, Client: 'Acme', Task: 'Updates' },
      { Date: 46_340, Client: 'Acme', Task: 'Updates', Result: 'Failed' },
    ]);
    await book.engine.settle();
    expect((await look()).html).not.toContain('Looked after');
    const other = { ...request, from: '2026-11-02' };
    const shown = (await book.callFromDialog('previewStatement', other)) as { html: string; seen: string };
    expect(shown.html).toContain('Looked after in this period: 3 backup restores checked.');
    await book.callFromDialog('writeStatementTab', { ...other, seen: shown.seen });
    put(book, 'Care log', [{ Date: 46_340, Client: 'Acme', Task: 'Licences' }]);
    await book.engine.settle();
    const again = (await book.callFromDialog('previewStatement', other)) as { html: string };
    expect(again.html).toContain('3 backup restores checked.');
    expect(rowsOf(book, 'Statements')).toHaveLength(2);
  });
});
