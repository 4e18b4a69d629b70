import { dueLevels } from '../../../src/ledger/notices/due';
import { type Letter, letterTo, noticeOf } from '../../../src/ledger/notices/letter';
import type { Occasion } from '../../../src/ledger/notices/occasion';
import type { CareWork } from '../../../src/ledger/words/care-work';
import { noTemplates, type Templates } from '../../../src/ledger/words/templates';
import { type Book, block, ledgerOf, settledIn, work } from '../builders';

interface About {
  readonly name?: string;
  readonly asOf?: string;
  readonly templates?: Templates;
  readonly occasion?: Occasion;
  readonly notices?: Parameters<typeof letterTo>[1]['notices'];
  readonly care?: CareWork;
  readonly page?: string;
}

/** The letter that a client gets: of what is due, or of an occasion. */
export function letterOf(book: Book, about: About = {}): Letter {
  const { name = 'Acme', asOf, templates = noTemplates, notices = [] } = about;
  const ledger = ledgerOf(book);
  const settled = settledIn(ledger, name, asOf);
  const occasion = about.occasion ?? noticeOf(dueLevels(settled, ledger));
  const { care, page } = about;
  const pages = new Map(page === undefined ? [] : [[settled.client.key, page]]);
  return letterTo(settled, { ledger, templates, notices, pages, ...(care && { care }) }, occasion);
}

/** Facts as `label: value`. */
export function factLines({ facts }: Letter): string[] {
  return facts.map(({ label, value }) => `${label}: ${value}`);
}

/** A client that bought 20 hours and has 3.5 left. */
export const low: Book = {
  clients: [{ Client: 'Acme', Contact: 'Ann' }],
  blocks: [block(20, { 'Discount / h': 10 })],
  time: [
    work('2026-12-01', 8, {
      Who: 'Tom Technician',
      'Internal note': 'slow client',
      'What was done': 'New\n server',
    }),
    work('2026-12-20', 8, { 'Work type': 'Remote', Who: 'Tom Technician' }),
    work('2026-12-21', 0, { 'What was done': 'Nothing charged' }),
    work('2026-12-22', 0.5),
  ],
  settings: { 'Firm name': 'Fixit & Sons', 'Payment link': 'https://pay.example/acme?a=1&b=2' },
};

/** A book in which each level is due, and the day on which it is. */
export const dueBooks: Readonly<Record<string, readonly [Book, string?]>> = {
  low: [low],
  'used up': [{ ...low, time: [work('2026-12-01', 20)] }],
  overdrawn: [{ ...low, time: [work('2026-12-01', 21.25)] }],
  expired: [{ blocks: [block(20, { Expires: '2026-06-30' })], time: [work('2026-02-01', 8)] }, '2026-07-01'],
  expiring: [{ blocks: [block(20, { Expires: '2026-06-30' })] }, '2026-06-10'],
};
