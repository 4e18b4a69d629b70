import { describe, expect, it } from 'vitest';
import { textBody } from '../../../src/ledger/notices/mail-text';
import { type Book, block, day, work } from '../builders';
import { dueBooks, factLines, letterOf, low } from './letters';

describe('a renewal notice', () => {
  it('says what is left, what it is worth, what was saved, until when it lasts, the last work and the offer', () => {
    expect(textBody(letterOf(low))).toBe(
      [
        'Hello Ann,',
        '',
        'Acme has 3.5 h left of 20 h prepaid.',
        '',
        '3.5 h left of 20 h [####................]',
        '16.5 h of 20 h used',
        '',
        'Worth: $315.00',
        'Saved so far: $165.00',
        'Runs out: about 7 Jan 2027 (between 7 Jan 2027 and 12 Jan 2027)',
        'Order by: 31 Dec 2026',
        '',
        'Lately',
        '  22 Dec 2026  Work  0.5 h',
        '  20 Dec 2026  Remote  8 h',
        '  1 Dec 2026  New server  8 h',
        '',
        'So that we can go on without a break, here is our offer:',
        '',
        'Another 20 h: $1,800.00',
        'instead of $2,000.00',
        'lasts about 5 weeks',
        '',
        'Other sizes',
        '  10 h  $950.00  lasts about 3 weeks',
        '  40 h  $3,400.00  lasts about 2 months',
        '',
        'To say yes, just answer this mail with “yes”, or name another size. You can also renew online:',
        'Renew 20 h: https://pay.example/acme?a=1&b=2',
        '',
        'Kind regards',
        'Fixit & Sons',
      ].join('\n'),
    );
  });

  it.each([
    ['low', 'Acme has 3.5 h left of 20 h prepaid', '3.5 h left of 20 h', 'low'],
    ['used up', 'The prepaid time of Acme is used up', '0 h left of 20 h', 'used-up'],
    [
      'overdrawn',
      'The prepaid time of Acme is used up, 1.25 h more than was prepaid',
      '1.25 h over the 20 h prepaid',
      'used-up',
    ],
    ['expired', 'The prepaid time of Acme has ended; 12 h expired unused', '0 h left of 20 h', 'used-up'],
    ['expiring', 'Acme: 20 h of prepaid time end on 30 Jun 2026', '20 h left in all', 'expiring'],
  ])('about %s says so in its subject, and what is left in its one figure', (name, subject, figure, tone) => {
    const [book, asOf] = dueBooks[name] as [Book, string?];
    const letter = letterOf(book, asOf === undefined ? {} : { asOf });
    expect([letter.texts.Subject, `${letter.amount} ${letter.caption}`, letter.tone]).toEqual([
      subject,
      figure,
      tone,
    ]);
  });

  it('about hours that ended unused says how many, and does not call them used', () => {
    const [book, asOf = ''] = dueBooks.expired as [Book, string];
    const letter = letterOf(book, { asOf });
    expect(letter.texts.Opening).toBe('The prepaid time of Acme has ended; 12 h expired unused.');
    expect(letter.bar?.text).toBe('8 h of 20 h used');
    expect(factLines(letter)).toContain('Expired unused: 12 h');
  });

  it('draws no bar where more ended unused than was bought last', () => {
    const blocks = [
      block(20, { Expires: '2026-06-30' }),
      block(5, { Date: '2026-02-01', Expires: '2026-06-30' }),
    ];
    expect(letterOf({ blocks }, { asOf: '2026-07-01' }).bar).toBeUndefined();
  });

  it('about hours that end soon names every block that ends, the first one first', () => {
    const blocks = [block(20, { Expires: '2026-06-30' }), block(10), block(5, { Expires: '2026-06-20' })];
    const letter = letterOf({ blocks }, { asOf: '2026-06-10' });
    expect(letter.texts.Opening).toBe('Prepaid time of Acme ends soon: 5 h can be used until 20 Jun 2026.');
    expect(`${letter.amount} ${letter.caption}`).toBe('35 h left in all');
    expect(factLines(letter).slice(0, 2)).toEqual([
      'Ends on 20 Jun 2026: 5 h (B-0003)',
      'Ends on 30 Jun 2026: 20 h (B-0001)',
    ]);
  });

  it('names five blocks that end at most, and says how many more there are', () => {
    const blocks = Array.from({ length: 8 }, () => block(1, { Expires: '2026-06-30' }));
    const lines = factLines(letterOf({ blocks }, { asOf: '2026-06-10' }));
    expect(lines.filter(line => line.startsWith('Ends on'))).toHaveLength(5);
    expect(lines[4]).toBe('Ends on 30 Jun 2026: 1 h (B-0005), and 3 more');
  });

  it('about low hours names those that end soon, too', () => {
    const blocks = [block(20, { Expires: '2027-01-10' })];
    const letter = letterOf({ ...low, blocks });
    expect(letter.texts.Subject).toBe('Acme has 3.5 h left of 20 h prepaid');
    expect(factLines(letter)[0]).toBe('Ends on 10 Jan 2027: 3.5 h (B-0001)');
  });

  it('says how much the next block pays back first', () => {
    const lines = factLines(letterOf({ blocks: [block(10)], time: [work('2026-12-01', 12)] }));
    expect(lines).toContain('Beyond the prepaid time: 2 h, taken from the next block first');
  });

  it('says which hours are sold and not usable yet, and which will be invoiced', () => {
    const blocks = [block(1, { Starts: '2027-01-10' }), block(10)];
    const lines = factLines(
      letterOf({ settings: { Overage: 'invoice' }, blocks, time: [work('2026-12-01', 12)] }),
    );
    expect(lines).toContain('Sold, not usable yet: 1 h');
    expect(lines).toContain('Beyond the prepaid time: 2 h, to be invoiced');
  });

  it('shows the range that 4 and 12 weeks give, and by when to order', () => {
    const time = ['2026-10-12', '2026-11-10', '2026-12-10', '2026-12-20'].map((date, index) =>
      work(date, [6, 4, 4, 2][index] ?? 0),
    );
    const lines = factLines(letterOf({ blocks: [block(20, { Date: '2026-10-01' })], time }));
    expect(lines.slice(-2)).toEqual([
      'Runs out: about 23 Jan 2027 (between 19 Jan 2027 and 23 Jan 2027)',
      'Order by: 9 Jan 2027',
    ]);
  });

  it('shows no range where every pace gives the same day, and no day where there is not enough history', () => {
    const time = ['2026-12-10', '2026-12-12', '2026-12-14'].map(date => work(date, 2));
    const settings = { 'Warn at (%)': 0.8 };
    const book = { settings, blocks: [block(20, { Date: '2026-12-01' })], time };
    expect(factLines(letterOf(book))).toContain('Runs out: about 21 Feb 2027');
    const lines = factLines(letterOf({ ...book, time: [work('2026-12-10', 6)] }));
    expect(lines.filter(line => /^(Runs out|Order by)/.test(line))).toEqual([]);
  });

  it('shows net, tax and total where there is tax', () => {
    const settings = { 'Tax (%)': 0.19, 'Tax name': 'VAT' };
    expect(letterOf({ ...low, settings }).offer).toMatchObject({
      title: 'Another 20 h',
      price: '$1,800.00',
      notes: ['instead of $2,000.00', 'plus $342.00 VAT, $2,142.00 in all', 'lasts about 5 weeks'],
    });
  });

  it('shows no work that is dated after today', () => {
    const time = [work('2026-12-01', 18), work('2027-01-05', 1, { 'What was done': 'Later' })];
    expect(letterOf({ blocks: [block(20)], time }).lately.map(({ what }) => what)).toEqual(['Work']);
  });

  it('shows the five newest entries at most', () => {
    const time = Array.from({ length: 8 }, (_, index) =>
      work(`2026-12-0${index + 1}`, 2, { 'What was done': `Job ${index + 1}` }),
    );
    const jobs = letterOf({ blocks: [block(16)], time }).lately.map(({ what }) => what);
    expect(jobs).toEqual(['Job 8', 'Job 7', 'Job 6', 'Job 5', 'Job 4']);
  });
});

describe('other mails to a client', () => {
  it('a reminder says when the first one went out, and asks again', () => {
    const occasion = { kind: 'reminder', levels: [], firstNotice: day('2026-12-23') } as const;
    const letter = letterOf(low, { occasion });
    expect(letter.texts.Subject).toBe('Reminder: prepaid time of Acme, 3.5 h left');
    expect(letter.texts.Opening).toMatch(/^On 23 Dec 2026 we wrote to you about the prepaid time of Acme\. /);
    expect([letter.tone, letter.offer?.title]).toEqual(['low', 'Another 20 h']);
  });

  it('a reminder without a first notice names none', () => {
    const { texts } = letterOf(low, { occasion: { kind: 'reminder', levels: [] } });
    expect(texts.Opening).toMatch(/^The balance is 3\.5 h now\./);
  });

  it('thanks name the new hours and the balance, and sell nothing', () => {
    const blocks = [block(20), block(10, { Date: '2026-12-30' })];
    const letter = letterOf({ ...low, blocks }, { occasion: { kind: 'thank you', levels: [] } });
    expect(letter.texts).toMatchObject({
      Subject: 'Thank you: 10 h of prepaid time for Acme',
      Opening: 'Thank you for renewing. 10 h were added for Acme; the balance is 13.5 h now.',
      Offer: '',
      'How to renew': '',
    });
    expect([letter.offer, letter.paymentLink, letter.tone]).toEqual([undefined, '', 'fine']);
    expect(factLines(letter).some(line => line.startsWith('Order by'))).toBe(false);
  });
});

describe('in the client’s language', () => {
  const book = (Language: string): Book => ({
    ...low,
    clients: [{ Client: 'Acme', Contact: 'Ann', Language, Currency: 'EUR' }],
  });
  const plain = (text: string) => text.replace(/\u00a0/g, ' ');

  it.each([
    ['German', 'Acme: noch 3,5 h von 20 h Guthaben', 'Reicht bis: etwa 7. Januar 2027'],
    ['es', 'Acme: 3,5 h restantes de 20 h prepagadas', 'Se agotará: hacia el 7 de enero de 2027'],
    ['Français', 'Acme : il reste 3,5 h sur 20 h prépayées', 'Épuisement prévu : vers le 7 janvier 2027'],
  ])('%s: words, dates, hours and money', (language, subject, runsOut) => {
    const letter = letterOf(book(language));
    const text = plain(textBody(letter));
    expect(plain(letter.texts.Subject)).toBe(subject);
    expect(text).toContain(runsOut);
    expect(text).toMatch(/315,00 €/);
    expect(text).not.toMatch(/\b(left|Lately|Order|lasts|renew)\b|\d\.\d h/);
  });
});
