import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { effectOn } from '../../../src/ledger/changes/effect';
import type { ChangeKind } from '../../../src/ledger/changes/typed-change';
import type { Issue } from '../../../src/ledger/model/issue';
import { allIssues } from '../../../src/ledger/reports/all-issues';
import { moneyOf } from '../../../src/ledger/rules/money';
import { balanceOf, settleLedger } from '../../../src/ledger/rules/settle';
import { clockText, type Seconds } from '../../../src/ledger/units/seconds';
import { type Book, block, h, ledgerOf, settledIn, work } from '../builders';
import { figure, groundOf, plan, planned, problemsOf, type Typed, written } from './ground';

const clients = [{ Client: 'Acme' }, { Client: 'Bolt' }];
const cheap = { 'Discount / h': 10 };
/** Acme bought 20 h at 10 off, of which 6.5 h are used. */
const acme: Book = {
  clients,
  blocks: [block(20, { ...cheap, 'Paid on': '2026-01-05' })],
  time: [work('2026-02-01', 6.5)],
};

describe('a refund', () => {
  it('gives back what its hours are worth, unless somebody types another amount', () => {
    const worth = planned(acme, 'refund', { client: 'Acme', hours: '5' });
    expect(worth.rows).toMatchObject([{ Hours: -5, Price: -450, Kind: 'Refund', Currency: 'USD' }]);
    const less = planned(acme, 'refund', { client: 'Acme', hours: '5', amount: '400' });
    expect(less.preview.says[1]).toBe('That is $50.00 below their value, which you earn.');
    expect(figure(less.preview, 'Acme', 'Earned')).toEqual([58_500, 63_500]);
    const more = planned(acme, 'refund', { client: 'Acme', hours: '5', amount: '500' });
    expect(figure(more.preview, 'Acme', 'Earned')).toEqual([58_500, 53_500]);
    expect(figure(more.preview, 'Acme', 'Received')).toEqual([180_000, 130_000]);
  });

  it('names net, tax and total as the books will have them: the tax of the block, not that of today', () => {
    const sold = block(20, { ...cheap, 'Paid on': '2026-01-05', Tax: 342 });
    const book = { ...acme, blocks: [sold], settings: { 'Tax (%)': 0.2, 'Tax name': 'VAT' } };
    const { preview } = planned(book, 'refund', { client: 'Acme', hours: '5' });
    expect(preview.says).toEqual([
      '5 h leave Acme; $450.00 are given back.',
      'Net $450.00, VAT $85.50, total $535.50.',
    ]);
    expect(figure(preview, 'Acme', 'Received')).toEqual([214_200, 160_650]);
    expect(planned(acme, 'refund', { client: 'Acme', hours: '5' }).preview.says).toHaveLength(1);
  });

  it('takes back what is still to be paid first, then money', () => {
    const unpaid = { ...acme, blocks: [block(20, cheap)] };
    const { preview } = planned(unpaid, 'refund', { client: 'Acme', hours: '5' });
    expect(figure(preview, 'Acme', 'Still to be paid')).toEqual([180_000, 135_000]);
    expect(figure(preview, 'Acme', 'Received')).toEqual([0, 0]);
  });

  it('takes from the chosen block, expired or not', () => {
    const book = {
      ...acme,
      blocks: [...(acme.blocks ?? []), block(4, { Starts: '2026-03-01', Expires: '2026-06-30' })],
    };
    const { rows, preview } = planned(book, 'refund', { client: 'Acme', hours: '1', block: 'b-0002' });
    expect(rows).toMatchObject([{ Price: -100, Reference: 'B-0002' }]);
    expect(figure(preview, 'Acme', 'Hours left')[0]).toBe(figure(preview, 'Acme', 'Hours left')[1]);
  });

  it('of blocks in two currencies needs one of them chosen', () => {
    const book = { clients, blocks: [block(2), block(2, { Currency: 'EUR' })] };
    expect(problemsOf(book, 'refund', { client: 'Acme', hours: '3' })).toEqual([
      'block: These hours are of blocks in USD and in EUR. Choose one block.',
    ]);
    expect(planned(book, 'refund', { client: 'Acme', hours: '2', block: 'B-0002' }).rows).toMatchObject([
      { Price: -200, Currency: 'EUR' },
    ]);
  });

  it('never takes hours that somebody has used since', () => {
    expect(problemsOf(acme, 'refund', { client: 'Acme', hours: '14', date: '2026-01-15' })).toEqual([
      'hours: Acme had only 13.5 h left on that day that are not used since. Type less.',
    ]);
  });
});

describe('a transfer', () => {
  it('writes the amount and the earliest end of what was taken into both rows', () => {
    const blocks = [
      block(2, { ...cheap, Expires: '2027-03-31' }),
      block(10, { ...cheap, Expires: '2027-06-30' }),
    ];
    const { rows } = planned({ clients, blocks }, 'transfer', {
      client: 'Acme',
      toClient: 'bolt',
      hours: '3',
    });
    const end = { date: expect.any(Number), second: 0 };
    expect(rows).toMatchObject([
      { Block: 'B-0003', Client: 'Acme', Hours: -3, Price: -270, Expires: end, Reference: 'T-0003' },
      {
        Block: 'B-0004',
        Client: 'Bolt',
        Hours: 3,
        Price: 270,
        Expires: end,
        Reference: 'T-0003',
        'Normal rate': 100,
      },
    ]);
    expect(rows[0]?.Expires).toEqual(rows[1]?.Expires);
    const after = ledgerOf(
      written({ clients, blocks }, { rows, preview: { says: [], effects: [], writes: true } }),
    );
    expect(settledIn(after, 'Bolt', '2027-04-01').account.usable).toBe(0);
  });

  it('of expired hours is refused, for nobody could use them', () => {
    const book = { clients, blocks: [block(4, { Expires: '2026-06-30' })] };
    expect(
      problemsOf(book, 'transfer', { client: 'Acme', toClient: 'Bolt', hours: '1', block: 'B-0001' }),
    ).toEqual([
      'block: These hours have expired, so nobody could use them. Correct Expires of the block first.',
    ]);
  });
});

describe('settling the overage', () => {
  const over: Book = { clients, blocks: [block(2)], time: [work('2026-02-01', 5)] };
  const next = { client: 'Acme', way: 'next', hours: '3' };

  it('from the next block says which one it is and when, and writes nothing', () => {
    const book = { ...over, blocks: [...(over.blocks ?? []), block(10, { Starts: '2027-02-01' })] };
    const { rows, preview } = planned(book, 'settle', next);
    expect(rows).toEqual([]);
    expect(preview.says[0]).toContain('B-0002 can be used on 1 Feb 2027; it then gives back 3 h first.');
    const unpaid = { ...book, settings: { 'Unpaid blocks': 'wait' }, blocks: [block(10)] };
    expect(planned(unpaid, 'settle', next).preview.says[0]).toContain('B-0001 can be used once it is paid');
  });

  it('from the next block is refused where overage is invoiced', () => {
    expect(problemsOf({ ...over, settings: { Overage: 'invoice' } }, 'settle', next)[0]).toContain(
      'way: Overage of Acme is invoiced',
    );
  });

  it('by forgiving writes free hours, or an invoice of nothing where no block would cover them', () => {
    const free = { client: 'Acme', way: 'forgive', hours: '3', note: 'ours' };
    expect(planned(over, 'settle', free).rows).toMatchObject([{ Hours: 3, Price: '', Kind: 'Goodwill' }]);
    const invoiced = planned({ ...over, settings: { Overage: 'invoice' } }, 'settle', free);
    expect(invoiced.rows).toMatchObject([{ Hours: 3, Price: 0, Kind: 'Overage invoice' }]);
    expect(figure(invoiced.preview, 'Acme', 'Earned')).toEqual([20_000, 20_000]);
  });

  it('of a client without any is refused', () => {
    for (const way of ['invoice', 'next', 'forgive'])
      expect(problemsOf(acme, 'settle', { client: 'Acme', way, hours: '1', note: 'x' })).toEqual([
        'client: Acme has no hours that no block covers. Choose another.',
      ]);
  });

  it('in no known way is refused', () => {
    expect(problemsOf(over, 'settle', { client: 'Acme', hours: '3', note: 'x' })).toEqual([
      'way: Choose what is to be done.',
    ]);
    expect(problemsOf(over, 'correct', { client: 'Acme', hours: '3', note: 'x' })).toEqual([
      'way: Choose what is to be done.',
    ]);
  });

  it('at a typed amount is invoiced for that', () => {
    const { rows, preview } = planned(over, 'settle', {
      client: 'Acme',
      way: 'invoice',
      hours: '3',
      amount: '250',
    });
    expect(rows).toMatchObject([{ Hours: 3, Price: 250, Kind: 'Overage invoice' }]);
    expect(figure(preview, 'Acme', 'Earned')).toEqual([20_000, 45_000]);
  });
});

/** Two clients with a few blocks and some work. */
const anyBook = fc
  .record({
    blocks: fc.array(
      fc.record({
        hours: fc.integer({ min: 1, max: 40 }),
        price: fc.integer({ min: 0, max: 99_999 }),
        isPaid: fc.boolean(),
        expires: fc.boolean(),
        isBolt: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    work: fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        seconds: fc.integer({ min: 1, max: 30_000 }),
        isBolt: fc.boolean(),
      }),
      { maxLength: 8 },
    ),
  })
  .map(
    ({ blocks, work: entries }): Book => ({
      clients,
      blocks: blocks.map(({ hours, price, isPaid, expires, isBolt }) =>
        block(hours, {
          Price: price / 100,
          Client: isBolt ? 'Bolt' : 'Acme',
          'Paid on': isPaid ? '2026-01-10' : '',
          Expires: expires ? '2027-06-30' : '',
        }),
      ),
      time: entries.map(({ day, seconds, isBolt }) =>
        work(`2026-02-${day}`, clockText(seconds as Seconds), { Client: isBolt ? 'Bolt' : 'Acme' }),
      ),
    }),
  );
const anyTyped = fc.record({
  kind: fc.constantFrom<ChangeKind>('correct', 'refund', 'transfer', 'settle'),
  seconds: fc.integer({ min: 1, max: 40_000 }),
  way: fc.constantFrom('take', 'add', 'invoice', 'forgive'),
  amount: fc.constantFrom('', '12.34'),
});

describe('for any ledger and any change', () => {
  const typedOf = ({ seconds, way, amount }: { seconds: number; way: string; amount: string }): Typed => ({
    client: 'Acme',
    toClient: 'Bolt',
    way,
    amount,
    note: 'why',
    hours: clockText(seconds as Seconds),
  });

  test('the effect shown is the effect after writing, and what was written is no issue', () => {
    let made = 0;
    fc.assert(
      fc.property(anyBook, anyTyped, (book, { kind, ...typed }) => {
        const found = plan(book, kind, typedOf(typed));
        if ('problems' in found) return;
        made++;
        const after = ledgerOf(written(book, found));
        const keys = kind === 'transfer' ? ['acme', 'bolt'] : ['acme'];
        expect(effectOn(groundOf(book).ledger, after, keys)).toEqual(found.preview.effects);
        const all = settleLedger(after, after.settings.today).values();
        // Rows of the book may be as odd as they like; of them more is said elsewhere.
        const doubted = [...after.doubtful.values()].flat();
        const isOwn = (issue: Issue) =>
          doubted.includes(issue) || issue.message.startsWith('Hours to be paid');
        expect(allIssues(after, all).filter(issue => !isOwn(issue))).toEqual([]);
      }),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(60);
  });

  test('a transfer keeps hours and value of both clients together, to the second and the cent', () => {
    fc.assert(
      fc.property(anyBook, anyTyped, (book, typed) => {
        const found = plan(book, 'transfer', typedOf(typed));
        if ('problems' in found) return;
        const sums = (ledger: ReturnType<typeof ledgerOf>) => {
          const both = [settledIn(ledger, 'Acme'), settledIn(ledger, 'Bolt')];
          const money = both.flatMap(each => moneyOf(each));
          return {
            hours: both.reduce((sum, each) => sum + balanceOf(each), 0),
            money: money.reduce((sum, { deferred, earned }) => sum + deferred + earned, 0),
          };
        };
        expect(sums(ledgerOf(written(book, found)))).toEqual(sums(ledgerOf(book)));
      }),
      { numRuns: 200 },
    );
  });

  test('no row takes out more than is left: nobody’s overage grows', () => {
    fc.assert(
      fc.property(anyBook, anyTyped, (book, { kind, ...typed }) => {
        const found = plan(book, kind, typedOf(typed));
        if ('problems' in found) return;
        for (const name of ['Acme', 'Bolt']) {
          const [before, after] = [book, written(book, found)].map(
            each => settledIn(ledgerOf(each), name).account,
          );
          expect(after?.waiting.total).toBeLessThanOrEqual(before?.waiting.total ?? 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

it('a correction that adds hours moves typed revenue back', () => {
  const { preview } = planned(acme, 'correct', {
    client: 'Acme',
    way: 'add',
    hours: '1',
    amount: '90',
    note: 'slip',
  });
  expect(figure(preview, 'Acme', 'Hours left')).toEqual([h(13.5), h(14.5)]);
  expect(figure(preview, 'Acme', 'Earned')).toEqual([58_500, 49_500]);
});
