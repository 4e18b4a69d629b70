import { describe, expect, it } from 'vitest';
import { unpaidIn } from '../../../src/ledger/books/unpaid';
import { makeCard } from '../../../src/ledger/card/make-card';
import { noCare } from '../../../src/ledger/model/care';
import { readNotices } from '../../../src/ledger/reading/notice-row';
import { type Book, block, dateCell, day, ledgerOf, settledIn, tabCells, work } from '../builders';

const today = '2026-12-01';

function cardOf(book: Book, name = 'Acme') {
  const ledger = ledgerOf({ today, ...book });
  const notices = readNotices(tabCells('Notices', book.notices ?? []));
  return makeCard({
    settled: settledIn(ledger, name),
    ledger,
    notices,
    care: noCare,
    unpaid: unpaidIn(ledger, () => ledger),
  });
}
const linesOf = (book: Book, title: string) =>
  cardOf(book)
    .sections.find(section => section.title === title)
    ?.lines.map(({ text, aside = '' }) => `${text} | ${aside}`);
const hours = (book: Book) => {
  const { hours: found } = cardOf(book);
  return found && `${found.left} ${found.of} ${found.share}`.trim();
};

describe('the burn-down of a card', () => {
  it('goes from the first purchase, or half a year back, to today, and says until when the hours last', () => {
    const time = [work('2026-10-05', 2), work('2026-10-20', 2), work('2026-11-20', 2)];
    const { burnDown } = cardOf({ blocks: [block(20, { Date: '2026-10-01' })], time });
    const { from, today: until, points = [], arrivals, title } = burnDown ?? {};
    expect([from, until]).toEqual([day('2026-10-01'), day(today)]);
    expect(points.map(([, left]) => left / 3600)).toEqual([0, 20, 18, 16, 14]);
    expect(arrivals).toEqual([[day('2026-10-01'), 20 * 3600]]);
    expect(title).toMatch(/^Acme has 14 h of 20 h, enough until about \d/);
  });

  it('begins with what was left before its time', () => {
    const time = [work('2026-02-05', 2), work('2026-11-20', 2)];
    const { burnDown } = cardOf({ blocks: [block(20)], time });
    expect(burnDown?.from).toBe(day('2026-06-01'));
    expect(burnDown?.points.map(([, left]) => left / 3600)).toEqual([18, 16]);
  });

  it('is not there where nothing happened, or a row cannot be counted', () => {
    expect(cardOf({}).burnDown).toBeNull();
    expect(cardOf({ blocks: [block(10)], time: [work('2026-03-01', 'x')] }).burnDown).toBeNull();
  });
});

describe('hours left', () => {
  it('are told of the blocks that are open, and once all are used of the newest purchase', () => {
    const blocks = [block(10), block(20, { Date: '2026-02-01' })];
    expect(hours({ blocks })).toBe('30 h of 30 h 1');
    expect(hours({ blocks, time: [work('2026-03-01', 15)] })).toBe('15 h of 20 h 0.75');
    expect(hours({ blocks, time: [work('2026-03-01', 30)] })).toBe('0 h of 20 h 0');
    expect(hours({ blocks, time: [work('2026-03-01', 32)] })).toBe('−2 h of 20 h 0');
    expect(hours({ time: [work('2026-03-01', 2)] })).toBe('−2 h  0');
  });

  it('are not told where a row cannot be counted', () => {
    const card = cardOf({ blocks: [block(10)], time: [work('2026-03-01', 'x'), work('2026-03-02', 'y')] });
    expect(card).toMatchObject({ state: '', hours: null, money: [] });
    expect(card.notes.map(({ go }) => go)).toEqual([
      { tab: 'Time', row: 2 },
      { tab: 'Time', row: 3 },
    ]);
    const many = Array.from({ length: 5 }, () => work('2026-03-01', 'x'));
    expect(cardOf({ time: many }).notes.at(-1)?.text).toBe('2 more: see Check workbook.');
  });
});

describe('what is not paid', () => {
  const sold = (more: object) => block(10, { 'Normal rate': 100, ...more });
  const blocks = [
    sold({ Block: 'B-0001', Date: '2026-09-01', Tax: 190 }),
    sold({ Block: 'B-0002', Date: '2026-11-25' }),
    sold({ Block: 'B-0003', Date: '2026-08-01', 'Paid on': '2026-08-02' }),
  ];

  it('stands in the card with its day, how long ago that is, and its payment request', () => {
    const section = cardOf({ blocks }).sections.find(({ title }) => title === 'Not paid');
    expect(section?.lines).toEqual([
      {
        text: 'B-0001: $1,190.00 with tax',
        aside: 'due on 15 Sep 2026, 77 days ago (61–90 days)',
        state: 'overdue',
        go: { tab: 'Blocks', row: 2 },
        toPay: 'B-0001',
      },
      {
        text: 'B-0002: $1,000.00 with tax',
        aside: 'due on 9 Dec 2026',
        go: { tab: 'Blocks', row: 3 },
        toPay: 'B-0002',
      },
    ]);
  });

  it('is not there where all is paid, or a row cannot be counted', () => {
    expect(linesOf({ blocks: blocks.slice(2) }, 'Not paid')).toBeUndefined();
    expect(linesOf({ blocks, time: [work('2026-11-26', 'x')] }, 'Not paid')).toBeUndefined();
  });
});

describe('a client without a block', () => {
  it('is told what becomes of its work, unless a row keeps that from being known', () => {
    const notes = (book: Book) => cardOf(book).notes.map(({ text }) => text);
    const invoiced = [{ Client: 'Acme', Overage: 'invoice' }];
    expect(notes({})[0]).toBe('No block yet. What is worked waits until one is sold.');
    expect(notes({ clients: invoiced })[0]).toBe('No block yet. What is worked is to be invoiced.');
    expect(notes({ blocks: [block('x')] }).join()).not.toContain('No block yet');
  });
});

describe('money', () => {
  it('stands in a line for each currency, for currencies are never added up', () => {
    const blocks = [block(10, { Price: 900 }), block(10, { Price: 800, Currency: 'EUR' })];
    const { money } = cardOf({ blocks, time: [work('2026-03-01', 12)] });
    expect(money).toEqual([
      { currency: 'USD', value: 0, saved: 10_000 },
      { currency: 'EUR', value: 64_000, saved: 4_000 },
    ]);
  });
});

describe('blocks', () => {
  it('stand in the order in which they are drawn, what ended unused last, and no more than people read', () => {
    const blocks = [
      block(5, { Expires: '2026-03-01' }),
      block(6),
      block(7, { Expires: '2026-12-20' }),
      block(8, { Starts: '2027-01-01' }),
    ].map((row, index) => ({ ...row, Block: `B-000${index + 1}` }));
    expect(linesOf({ blocks }, 'Blocks')).toEqual([
      'B-0003: 7 h of 7 h | until 20 Dec 2026',
      'B-0002: 6 h of 6 h | does not expire',
      'B-0004: 8 h of 8 h | usable from 1 Jan 2027',
      'B-0001: 5 h of 5 h | unused since 2 Mar 2026',
    ]);
    const many = Array.from({ length: 11 }, () => block(1));
    const monthly = [block(10, { Block: 'B-0001', Repeats: 'monthly', Expires: '2027-01-31' })];
    expect(linesOf({ blocks: monthly }, 'Blocks')?.[0]).toMatch(/; repeats monthly$/);
    expect(linesOf({ blocks: many }, 'Blocks')).toHaveLength(9);
    expect(linesOf({ blocks: many }, 'Blocks')?.at(-1)).toBe('3 more in Blocks | ');
  });
});

describe('last work', () => {
  it('is the newest five up to today, shortened to a line, with what it was charged', () => {
    const time = [
      work('2026-12-02', 1, { 'What was done': 'Tomorrow' }),
      work('2026-11-30', 1, { 'What was done': `a\n\nb ${'x'.repeat(200)}` }),
      work('2026-11-30', 1, { 'Work type': 'Under agreement' }),
      work('2026-11-29', 1, { Charged: 2, Who: 'Kim', 'Internal note': 'secret' }),
      ...Array.from({ length: 5 }, () => work('2026-11-01', 0.5)),
    ];
    const lines = linesOf({ time }, 'Last work');
    expect(lines).toHaveLength(5);
    expect(lines?.[0]).toBe('Under agreement | 30 Nov 2026 · 1 h, not charged');
    expect(lines?.[1]).toMatch(/^a b x{115}… \| 30 Nov 2026 · 1 h$/);
    expect(lines?.[2]).toBe('Work | 29 Nov 2026 · 1 h, charged 2 h');
    expect(JSON.stringify(cardOf({ time }))).not.toMatch(/Kim|secret/);
  });
});

describe('the last notice', () => {
  const sent = (day: string, level: string, more: object = {}) => ({
    Block: 'B-0001',
    Level: level,
    State: 'Sent',
    'Sent at': dateCell(day),
    ...more,
  });
  const blocks = [{ ...block(20), Block: 'B-0001' }];

  it('is the newest that went out about a block of this client, with what came of it', () => {
    const notices = [
      sent('2026-11-20', 'low'),
      sent('2026-11-28', 'used up'),
      sent('2026-11-30', 'low', { State: 'Queued' }),
      sent('2026-11-30', 'low', { Block: 'B-0099' }),
    ];
    expect(linesOf({ blocks, notices }, 'Last notice')).toEqual(['28 Nov 2026: used up | no answer yet']);
    expect(linesOf({ blocks, notices: [sent('2026-06-01', 'low')] }, 'Last notice')).toEqual([
      '1 Jun 2026: low | No answer',
    ]);
    const byHand = [sent('2026-06-01', 'low', { Outcome: 'Will call' })];
    expect(linesOf({ blocks, notices: byHand }, 'Last notice')).toEqual(['1 Jun 2026: low | Will call']);
    expect(linesOf({ blocks }, 'Last notice')).toEqual(['None was sent. | ']);
  });
});
