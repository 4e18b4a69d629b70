import { describe, expect, it } from 'vitest';
import { makeCard } from '../../../src/ledger/card/make-card';
import { digestIn } from '../agreements/agreed';
import { type Book, block, dateCell, ledgerOf, settledIn, work } from '../builders';
import { type CareRows, careIn, task, thing } from '../care/cares';

const today = '2026-12-01';
const blocks = [{ ...block(10), Block: 'B-0001' }];

function sectionsOf({ care = {}, ...book }: Book & { readonly care?: CareRows }) {
  const ledger = ledgerOf({ today, ...book });
  return makeCard({ settled: settledIn(ledger), ledger, notices: [], unpaid: [], care: careIn(care) })
    .sections;
}
const titlesOf = (book: Parameters<typeof sectionsOf>[0]) => sectionsOf(book).map(({ title }) => title);
const linesOf = (title: string, book: Parameters<typeof sectionsOf>[0]) =>
  sectionsOf(book)
    .find(section => section.title === title)
    ?.lines.map(({ text, aside = '', state = '', go }) =>
      [text, aside, state, go ? `${go.tab} ${go.row}` : ''].join(' | '),
    );

describe('the sections of a card', () => {
  it('stand in one order, and those about which there is nothing to say are left out', () => {
    const care = { plan: [task('A')], things: [thing('B')] };
    const agreements = [{ Block: 'B-0001', Made: dateCell('2026-11-01') }];
    expect(titlesOf({ blocks, care, agreements })).toEqual([
      'Blocks',
      'Last work',
      'Care',
      'Small things',
      'Agreement',
      'Last notice',
    ]);
    expect(titlesOf({})).toEqual(['Blocks', 'Last work', 'Last notice']);
  });

  it('tell of care, and not of agreements, where a row cannot be counted', () => {
    const care = { plan: [task('A')], things: [thing('B')] };
    const agreements = [{ Block: 'B-0001', Made: dateCell('2026-11-01') }];
    const time = [work('2026-11-01', 'x')];
    expect(titlesOf({ blocks, care, agreements, time })).toEqual([
      'Last work',
      'Care',
      'Small things',
      'Last notice',
    ]);
  });
});

describe('care', () => {
  it('shows overdue tasks first, then those that are due soon, each with its day and its row', () => {
    const plan = [
      task('Soon', { 'Next due': '2026-12-10' }),
      task('Today', { 'Next due': '2026-12-01' }),
      task('Late', { 'Next due': '2026-11-30', Who: 'Kim Secret', Note: 'of the house' }),
      task('Later', { 'Next due': '2027-01-10' }),
      task('Very late', { 'Next due': '2026-10-01' }),
      task('Another client', { Client: 'Beta', 'Next due': '2026-10-01' }),
    ];
    expect(linesOf('Care', { care: { plan } })).toEqual([
      'Very late | due since 1 Oct 2026 | overdue | Care plan 6',
      'Late | due since 30 Nov 2026 | overdue | Care plan 4',
      'Today | due today |  | Care plan 3',
      'Soon | due 10 Dec 2026 |  | Care plan 2',
    ]);
    expect(JSON.stringify(sectionsOf({ care: { plan } }))).not.toMatch(/Kim|house/);
  });

  it('says that nothing is due, or that there is no plan where hours are there to be used', () => {
    const plan = [task('Later', { 'Next due': '2027-01-10' })];
    expect(linesOf('Care', { care: { plan } })).toEqual(['Nothing is due in the next 14 days. |  |  | ']);
    expect(linesOf('Care', { blocks })).toEqual(['No care plan yet. |  |  | ']);
    expect(linesOf('Care', { blocks, time: [work('2026-03-01', 10)] })).toBeUndefined();
    const clients = [{ Client: 'Acme', Active: false }];
    expect(linesOf('Care', { blocks, clients })).toBeUndefined();
  });

  it('shows no more than people read, and hostile words as one plain line', () => {
    const plan = Array.from({ length: 9 }, (_, index) => task(`Task ${index}`));
    expect(linesOf('Care', { care: { plan } })?.slice(5)).toEqual([
      'Task 5 | due today |  | Care plan 7',
      '3 more in Care plan |  |  | ',
    ]);
    const [line] = linesOf('Care', { care: { plan: [task(`<img src=x>\n\n=A1 ${'x'.repeat(300)}`)] } }) ?? [];
    expect(line).toMatch(/^<img src=x> =A1 x{103}… \| due today/);
  });
});

describe('small things', () => {
  it('are the open ones by priority, then by age; only high has a word', () => {
    const things = [
      thing('Low', { Priority: 'low', 'Found on': '2026-10-01' }),
      thing('Newer', { 'Found on': '2026-11-02' }),
      thing('Older', { 'Found on': '2026-11-01' }),
      thing('Fixed', { State: 'fixed', Priority: 'high' }),
      thing('=HYPERLINK("x")\n<b>', { Priority: 'high' }),
      thing('Not ours', { Client: 'Beta' }),
    ];
    expect(linesOf('Small things', { care: { things } })).toEqual([
      '=HYPERLINK("x") <b> |  | high | Small things 6',
      'Older | found on 1 Nov 2026 |  | Small things 4',
      'Newer | found on 2 Nov 2026 |  | Small things 3',
      'Low | found on 1 Oct 2026 |  | Small things 2',
    ]);
  });
});

describe('agreements', () => {
  it('tell of each sold block with hours left how it stands', () => {
    const sold = ['B-0001', 'B-0002', 'B-0003'].map(number => ({ ...block(10), Block: number }));
    const gift = { ...block(5), Block: 'B-0004', Kind: 'Opening' };
    const book = { blocks: [...sold, gift] };
    const signed = { Made: dateCell('2026-01-02'), Signed: dateCell('2026-01-03') };
    const agreements = [
      { ...signed, Block: 'B-0002', Terms: 'other' },
      { ...signed, Block: 'B-0003', Terms: digestIn({ blocks: [sold[2] ?? {}] }) },
    ];
    expect(linesOf('Agreement', { ...book, agreements })).toEqual([
      'B-0001 |  | not signed | Blocks 2',
      'B-0002 |  | terms changed | Blocks 3',
      'B-0003 |  | signed | Blocks 4',
    ]);
    expect(linesOf('Agreement', { ...book, agreements, time: [work('2026-03-01', 10)] })).toHaveLength(2);
    expect(linesOf('Agreement', book)).toBeUndefined();
  });
});
