import { describe, expect, it } from 'vitest';
import { dueLevels } from '../../../src/ledger/notices/due';
import { letterTo } from '../../../src/ledger/notices/letter';
import { escapeHtml, htmlBody, textBody } from '../../../src/ledger/notices/mail-body';
import { type Book, block, ledgerOf, settledIn, work } from '../builders';

function letter(book: Book, name = 'Acme', asOf?: string) {
  const ledger = ledgerOf(book);
  const settled = settledIn(ledger, name, asOf);
  return letterTo(
    settled,
    ledger,
    dueLevels(settled, ledger, () => false),
  );
}

/** What a person reads in the HTML. */
function shown(html: string): string {
  const spaced = html.replace(/<(p|tr|td|table|br)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '');
  const names: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&#39;': "'",
    '&nbsp;': ' ',
  };
  return spaced.replace(/&[a-z#0-9]+;/g, each => names[each] ?? each);
}
const wordsOf = (text: string) => text.replace(/\s+/g, ' ').trim();

const low: Book = {
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

describe('a renewal notice', () => {
  it('says what is left, what it is worth, what was saved, the last work and the offer', () => {
    expect(textBody(letter(low))).toBe(
      [
        'Hello Ann,',
        '',
        'Acme has 3.5 h left of 20 h prepaid.',
        '[#################...] 16.5 of 20 h used',
        '',
        'The hours left are worth $315.00.',
        'So far the prepayment has saved you $165.00.',
        'At the recent pace that lasts until about 7 Jan 2027 (between 7 Jan 2027 and 12 Jan 2027).',
        '',
        'Lately:',
        '  22 Dec 2026  Work  0.5 h',
        '  20 Dec 2026  Remote  8 h',
        '  1 Dec 2026  New server  8 h',
        '',
        'Another 20 hours: $1,800.00 instead of $2,000.00.',
        'To renew, just answer this mail with "yes".',
        'Or pay here: https://pay.example/acme?a=1&b=2',
        '',
        'Kind regards',
        'Fixit & Sons',
      ].join('\n'),
    );
  });

  it('says the same in HTML', () => {
    const plain = wordsOf(
      textBody(letter(low))
        .replace(/\[[#.]+\]/, '')
        .replace('Lately:', 'Lately'),
    );
    expect(wordsOf(shown(htmlBody(letter(low))))).toBe(plain);
  });

  it('never names staff or shows internal notes', () => {
    for (const body of [textBody(letter(low)), htmlBody(letter(low))]) {
      expect(body).not.toMatch(/Tom|Technician|slow client/);
    }
  });

  it.each<[string, Book, string | undefined, string]>([
    ['low', low, undefined, 'Acme has 3.5 h left of 20 h prepaid'],
    ['used up', { ...low, time: [work('2026-12-01', 20)] }, undefined, 'The prepaid time of Acme is used up'],
    [
      'overdrawn',
      { ...low, time: [work('2026-12-01', 21.25)] },
      undefined,
      'The prepaid time of Acme is used up, 1.25 h more than was prepaid',
    ],
    [
      'expired',
      { blocks: [block(20, { Expires: '2026-06-30' })], time: [work('2026-02-01', 8)] },
      '2026-07-01',
      'The prepaid time of Acme has ended; 12 h expired unused',
    ],
    [
      'expiring',
      { blocks: [block(20, { Expires: '2026-06-30' })] },
      '2026-06-10',
      'Acme has prepaid hours that end soon: 20 h of B-0001 end on 30 Jun 2026',
    ],
  ])('about %s has it in its subject and its first line', (_, book, asOf, headline) => {
    const { subject, headline: first } = letter(book, 'Acme', asOf);
    expect([subject, first]).toEqual([headline, `${headline}.`]);
  });

  it('about hours that end soon says how many are left in all, and names every block that ends', () => {
    const blocks = [block(20, { Expires: '2026-06-30' }), block(10), block(5, { Expires: '2026-06-20' })];
    expect(letter({ blocks }, 'Acme', '2026-06-10').facts.slice(0, 2)).toEqual([
      '35 h are left in all.',
      '5 h of B-0003 end on 20 Jun 2026.',
    ]);
  });

  it('says how much the next block pays back first', () => {
    const facts = letter({ blocks: [block(10)], time: [work('2026-12-01', 12)] }).facts;
    expect(facts).toContain('Worked beyond it: 2 h, taken from the next block first.');
  });

  it('says which hours are sold and not usable yet, and which will be invoiced', () => {
    const blocks = [block(1, { Starts: '2027-01-10' }), block(10)];
    const facts = letter({ settings: { Overage: 'invoice' }, blocks, time: [work('2026-12-01', 12)] }).facts;
    expect(facts).toContain('1 h more are sold and not usable yet.');
    expect(facts).toContain('2 h beyond the prepaid time will be invoiced.');
  });

  it('shows the range that 4 and 12 weeks give', () => {
    const time = ['2026-10-12', '2026-11-10', '2026-12-10', '2026-12-20'].map((date, index) =>
      work(date, [6, 4, 4, 2][index] ?? 0),
    );
    expect(letter({ blocks: [block(20, { Date: '2026-10-01' })], time }).facts.at(-1)).toBe(
      'At the recent pace that lasts until about 23 Jan 2027 (between 19 Jan 2027 and 23 Jan 2027).',
    );
  });

  it('shows net, tax and total in the mail where there is tax', () => {
    const settings = { 'Tax (%)': 0.19, 'Tax name': 'VAT' };
    expect(letter({ ...low, settings }).offer[0]).toBe(
      'Another 20 hours: $1,800.00 instead of $2,000.00 plus $342.00 VAT, $2,142.00 in all.',
    );
  });

  it('shows no range where every pace gives the same day', () => {
    const time = ['2026-12-10', '2026-12-12', '2026-12-14'].map(date => work(date, 2));
    const settings = { 'Warn at (%)': 0.8 };
    const { facts } = letter({ settings, blocks: [block(20, { Date: '2026-12-01' })], time });
    expect(facts.at(-1)).toBe('At the recent pace that lasts until about 21 Feb 2027.');
  });

  it('shows no work that is dated after today', () => {
    const time = [work('2026-12-01', 18), work('2027-01-05', 1, { 'What was done': 'Later' })];
    expect(letter({ blocks: [block(20)], time }).lately.map(({ what }) => what)).toEqual(['Work']);
  });

  it('shows the five newest entries at most', () => {
    const time = Array.from({ length: 8 }, (_, index) =>
      work(`2026-12-0${index + 1}`, 2, { 'What was done': `Job ${index + 1}` }),
    );
    expect(letter({ blocks: [block(16)], time }).lately.map(({ what }) => what)).toEqual([
      'Job 8',
      'Job 7',
      'Job 6',
      'Job 5',
      'Job 4',
    ]);
  });
});

describe('words that are no words', () => {
  const nasty = '<img src=x onerror="alert(1)">';
  const book: Book = {
    clients: [{ Client: `Acme ${nasty}`, Contact: `O'Neil ${nasty}` }],
    blocks: [block(20, { Client: `Acme ${nasty}` })],
    time: [work('2026-12-01', 18, { Client: `Acme ${nasty}`, 'What was done': `</td>${nasty}` })],
    settings: { 'Firm name': nasty, 'Payment link': 'javascript:alert(1)' },
  };

  it('are escaped wherever they come from', () => {
    const html = htmlBody(letter(book, `Acme ${nasty}`));
    expect(html).not.toContain('<img');
    expect(html).not.toContain('</td>&lt;/td');
    expect(html.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;/g)).toHaveLength(4);
    expect(html).toContain('O&#39;Neil');
  });

  it('are escaped in the number of a block too', () => {
    const blocks = ['A', '<b>2</b>'].map(Block => block(20, { Block, Expires: '2027-01-10' }));
    expect(htmlBody(letter({ blocks }))).toContain('20 h of &lt;b&gt;2&lt;/b&gt; end on 10 Jan 2027.');
  });

  it('are no link unless they are a web address', () => {
    const html = htmlBody(letter(book, `Acme ${nasty}`));
    expect(html).toContain('Or pay here: javascript:alert(1)');
    expect(html).not.toContain('href');
    expect(htmlBody(letter(low))).toContain('href="https://pay.example/acme?a=1&amp;b=2"');
    expect(
      htmlBody(letter({ ...low, settings: { 'Payment link': 'https://x.example/"onclick="' } })),
    ).toContain('href="https://x.example/&quot;onclick=&quot;"');
  });

  it('have five letters that HTML would misread', () => {
    expect(escapeHtml(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;');
  });

  it('never break the subject line', () => {
    const lines = { Client: 'Acme\r\nBcc: all@x.example' };
    expect(
      letter(
        { clients: [lines], blocks: [block(20, lines)], time: [work('2026-12-01', 18, lines)] },
        lines.Client,
      ).subject,
    ).toBe('Acme Bcc: all@x.example has 2 h left of 20 h prepaid');
  });
});
