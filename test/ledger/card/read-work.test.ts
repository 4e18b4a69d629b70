import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isWork, longWork, readWork, workEffect, workRow } from '../../../src/ledger/card/read-work';
import { readHours } from '../../../src/ledger/reading/hours';
import { readLedger } from '../../../src/ledger/reading/read-ledger';
import { withRows } from '../../../src/ledger/reading/with-rows';
import { type Book, balance, block, day, tabsOf, work } from '../builders';

const typed = {
  client: 'Acme',
  hours: '1:30',
  what: '',
  workType: '',
  who: '',
  askedBy: '',
  date: '2026-11-23',
};
const read = (change: Partial<typeof typed>) => {
  const found = readWork({ ...typed, ...change });
  return isWork(found) ? found : found.map(({ field, message }) => `${field}: ${message}`);
};

describe('work as typed', () => {
  it('is read as cells of Time are, and trimmed', () => {
    expect(read({ hours: '1h 30m', client: ' Acme ', what: ' x ', date: '23.11.2026' })).toEqual({
      client: 'Acme',
      worked: 5400,
      date: day('2026-11-23'),
      what: 'x',
      workType: '',
      who: '',
      askedBy: '',
    });
    expect(longWork).toBe(36_000);
  });

  it('says beside each field what cannot be read, in the order of the fields', () => {
    expect(read({ hours: 'a while', date: '30 Feb', client: '' })).toEqual([
      'client: Choose the client.',
      'hours: Hours "a while" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.',
      'date: Date "30 Feb" cannot be read. Type a date such as 2026-11-23.',
    ]);
    expect(read({ hours: '' })).toEqual(['hours: Type the hours, or use the timer.']);
    expect(read({ hours: '0' })).toEqual(['hours: Type hours above zero, such as 1.5 or 1:30.']);
    expect(read({ date: ' ' })).toEqual(['date: Type the day of the work.']);
  });
});

test('no second is lost between the field and the cell', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400_000 }), seconds => {
      const found = read({ hours: `${seconds}s` });
      if (!('worked' in found)) throw new Error('Not read');
      expect(readHours('Hours', workRow(found, '').Hours ?? '')).toBe(seconds);
    }),
  );
});

describe('what the work comes to', () => {
  const book: Book = { blocks: [block(20)], time: [work('2026-11-20', 1)], today: '2026-12-01' };

  /** As the sheet reads with the row below the last one. */
  function effect(change: Partial<typeof typed>, given: Book = book) {
    const found = read(change);
    if (!('worked' in found)) throw new Error('Not read');
    const tabs = tabsOf(given);
    const clockToday = day('2026-12-01');
    const time = tabs.get('Time');
    if (!time) throw new Error('No Time');
    const longer = new Map(tabs).set('Time', withRows(time, [workRow(found, '')]));
    const [before, after] = [tabs, longer].map(each => readLedger({ tabs: each, clockToday }));
    if (!before || !after) throw new Error('Not read');
    return workEffect(before, after, found.client, time.rows + 2);
  }

  it('is the balance with the row', () => {
    expect(effect({ workType: 'Emergency' })).toEqual({
      charged: '3 h',
      left: '16 h',
      news: '',
      warnings: [],
    });
    const withRow = {
      ...book,
      time: [...(book.time ?? []), work('2026-11-23', 1.5, { 'Work type': 'Emergency' })],
    };
    expect(balance(withRow)).toBe(16);
    expect(effect({ workType: 'Under agreement' })).toMatchObject({ charged: '0 h', left: '19 h' });
    expect(effect({ date: '2026-12-24' })).toMatchObject({ charged: '1.5 h', left: '19 h' });
  });

  it('leaves a balance alone where overage is invoiced, and where the hours had expired unused', () => {
    const invoiced = { ...book, blocks: [], clients: [{ Client: 'Acme', Overage: 'invoice' }] };
    expect(effect({}, invoiced)).toMatchObject({ charged: '1.5 h', left: '0 h' });
    const ended = {
      ...book,
      blocks: [block(20, { Expires: '2026-11-25' }), block(5, { Date: '2026-11-26' })],
    };
    expect(effect({}, ended)).toMatchObject({ charged: '1.5 h', left: '5 h' });
  });

  it('counts all of what a row moves where the day is rounded as one', () => {
    const clients = [{ Client: 'Acme', 'Round up to (min)': 60, 'Round per': 'day' }];
    const time = [work('2026-11-23', 0.5)];
    expect(effect({ hours: '0:30' }, { ...book, clients, time })).toMatchObject({
      charged: '0 h',
      left: '19 h',
    });
    expect(effect({ hours: '0:31' }, { ...book, clients, time })).toMatchObject({
      charged: '1 h',
      left: '18 h',
    });
  });

  it('says nothing of figures where a row of the client cannot be counted', () => {
    const broken = { ...book, time: [work('2026-11-20', 'x')] };
    expect(effect({}, broken)).toEqual({
      charged: '',
      left: '',
      news: '',
      warnings: ['Time row 2 cannot be counted, so what is left is not known.'],
    });
    const types = { ...book, workTypes: [{ 'Work type': 'Odd', Multiplier: 'x' }] };
    expect(effect({ workType: 'Odd' }, types).warnings).toEqual([
      'The row of "Odd" in Work types cannot be read. Mend it there.',
    ]);
  });
});
