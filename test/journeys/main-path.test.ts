import { describe, expect, it } from 'vitest';
import { balanceRow, openFirm, type Place, rowsOf, typeRow } from './firm';

/** Hours and rates are typed as people of the locale type them. */
const places: readonly (Place & { readonly name: string; readonly half: string })[] = [
  { name: 'Greenwich, in the morning', timeZone: 'Etc/UTC', half: '6.5' },
  { name: 'Berlin, in German', timeZone: 'Europe/Berlin', locale: 'de_DE', half: '6,5' },
  {
    name: 'Los Angeles, just before midnight',
    timeZone: 'America/Los_Angeles',
    now: '2026-11-23T23:59',
    half: '6:30',
  },
  {
    name: 'Kiritimati, just after midnight',
    timeZone: 'Pacific/Kiritimati',
    now: '2026-11-23T00:01',
    half: '6h 30m',
  },
  { name: 'Kolkata, where 1899 had odd minutes', timeZone: 'Asia/Kolkata', half: '6:30' },
  { name: 'Madrid, which changed its offset after 1899', timeZone: 'Europe/Madrid', half: '6:30' },
  { name: 'Paris, ten minutes off in 1899', timeZone: 'Europe/Paris', half: '6:30' },
  { name: 'Auckland, half an hour off in 1899', timeZone: 'Pacific/Auckland', half: '6:30' },
];

describe.each(places)('from typed hours to a sent notice: $name', ({ half, ...place }) => {
  it('shows what is left, mails once when it is low, and a purchase arms it anew', async () => {
    const book = await openFirm(place);
    await typeRow(book, 'Clients', { Client: 'Acme', Contact: 'Pat', Email: 'pat@acme.example' });
    await typeRow(book, 'Blocks', { Date: '2026-11-02', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
    await typeRow(book, 'Time', {
      Date: '2026-11-03',
      Client: 'acme ',
      Hours: half,
      'What was done': 'Mended the printer',
    });

    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(13.5);
    expect(await book.formula('=BLOCKVALUE("Acme")')).toBe(1215);
    expect(await book.formula('=BLOCKSAVED("Acme")')).toBe(65);
    expect(balanceRow(book, 'Acme')).toMatchObject({ 'Hours left': 13.5, State: 'fine' });
    expect(rowsOf(book, 'Blocks')[0]).toMatchObject({ Block: 'B-0001', 'Normal rate': 100, Currency: 'USD' });
    expect(rowsOf(book, 'Settings')[0]).toMatchObject({ Setting: 'Today', Value: '2026-11-23' });

    await book.call('runDaily');
    expect(book.outbox).toHaveLength(0);

    await typeRow(book, 'Time', { Date: '2026-11-23', Client: 'Acme', Hours: '10' });
    await book.call('runDaily');
    await book.call('runDaily');
    expect(book.outbox.flatMap(({ to }) => to)).toEqual(['pat@acme.example']);
    expect(book.outbox[0]?.text).toContain('Acme has 3.5 h left of 20 h prepaid');
    expect(rowsOf(book, 'Notices')).toMatchObject([{ Block: 'B-0001', Level: 'low', State: 'Sent' }]);
    expect(balanceRow(book, 'Acme')).toMatchObject({ State: 'low', 'Last notice': '2026-11-23' });

    await typeRow(book, 'Blocks', { Date: '2026-11-23', Client: 'Acme', Hours: '20', 'Discount / h': '10' });
    await book.call('runDaily');
    expect(balanceRow(book, 'Acme')).toMatchObject({ 'Hours left': 23.5, State: 'fine' });
    await typeRow(book, 'Time', { Date: '2026-11-23', Client: 'Acme', Hours: '20' });
    await book.call('runDaily');
    expect(book.outbox).toHaveLength(1); // one mail a client a day
    await book.advanceTo('2026-11-24T12:00');
    await book.open();
    await book.call('runDaily');
    expect(book.outbox).toHaveLength(2);
    expect(rowsOf(book, 'Notices')).toMatchObject([
      { Block: 'B-0001', Level: 'low', State: 'Sent' },
      { Block: 'B-0002', Level: 'low', State: 'Sent' },
    ]);
    expect(await book.callFromDialog('listIssues')).toEqual([]);
  });
});
