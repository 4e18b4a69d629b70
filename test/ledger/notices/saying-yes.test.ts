import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../../src/ledger/notices/mail-html';
import { textBody } from '../../../src/ledger/notices/mail-text';
import { languages } from '../../../src/ledger/words/languages';
import { type Book, block, work } from '../builders';
import { letterOf, low } from './letters';

const office = { 'Firm name': 'Fixit', 'Reply to': 'office@fixit.example' };

function linksOf(book: Book): string[] {
  const { offer } = letterOf(book);
  return offer ? [offer.yes, ...offer.others.map(({ yes }) => yes)] : [];
}

/** The mail that a link opens. */
function mailOf(link: string) {
  const { pathname, searchParams } = new URL(link);
  return [decodeURIComponent(pathname), searchParams.get('subject'), searchParams.get('body')];
}

describe('saying yes', () => {
  it('takes one click: each size opens a mail that names size, client, block and price', () => {
    expect(linksOf({ ...low, settings: office }).map(mailOf)).toEqual([
      [
        'office@fixit.example',
        'Yes: 20 h for Acme (B-0001)',
        'Yes, we would like another 20 h for $1,800.00.',
      ],
      ['office@fixit.example', 'Yes: 10 h for Acme (B-0001)', 'Yes, we would like another 10 h for $950.00.'],
      [
        'office@fixit.example',
        'Yes: 40 h for Acme (B-0001)',
        'Yes, we would like another 40 h for $3,400.00.',
      ],
    ]);
  });

  it('names the total where tax comes on top', () => {
    const [link = ''] = linksOf({ ...low, settings: { ...office, 'Tax (%)': 0.19 } });
    expect(mailOf(link)[2]).toBe('Yes, we would like another 20 h for $1,800.00 ($2,142.00 in all).');
  });

  it('goes to the office manager where no other address is named, and to the first of several', () => {
    const settings = { 'Firm name': 'Fixit', 'Office manager email': 'om@fixit.example, b@fixit.example' };
    expect(linksOf({ ...low, settings }).map(link => mailOf(link)[0])).toEqual(
      Array.from({ length: 3 }, () => 'om@fixit.example'),
    );
  });

  it('stands in HTML and in text alike, and in neither where nobody is named', () => {
    const letter = letterOf({ ...low, settings: office });
    for (const link of linksOf({ ...low, settings: office })) {
      expect(textBody(letter)).toContain(link);
      expect(htmlBody(letter)).toContain(`href="${link.replace(/&/g, '&amp;').replace(/'/g, '&#39;')}"`);
    }
    const silent = letterOf(low);
    expect(textBody(silent) + htmlBody(silent)).not.toContain('mailto:');
  });

  it.each(languages)('is said in the language of the client: %s', language => {
    const english = letterOf({ ...low, settings: office });
    const own = letterOf({
      ...low,
      clients: [{ Client: 'Acme', Language: language }],
      settings: office,
    });
    const [, subject, body] = mailOf(own.offer?.yes ?? '');
    const usual = mailOf(english.offer?.yes ?? '');
    expect(subject).toContain('(B-0001)');
    if (language === 'en') expect([subject, body]).toEqual(usual.slice(1));
    else
      for (const word of ['Yes', 'would', 'for ', 'please']) expect(`${subject} ${body}`).not.toContain(word);
  });

  it('lets no name break out of the address', () => {
    const name = 'A&B?subject=x"><script>\nBcc: a@b.example \ud800';
    const book: Book = {
      clients: [{ Client: name }],
      blocks: [block(20, { Client: name })],
      time: [work('2026-12-01', 18, { Client: name })],
      settings: office,
    };
    const { offer } = letterOf(book, { name });
    const { searchParams } = new URL(offer?.yes ?? '');
    expect([...searchParams.keys()]).toEqual(['subject', 'body']);
    expect(offer?.yes).not.toMatch(/["<>\s]/);
  });
});

describe('a payment link', () => {
  it('is one for each size, with sum, hours, currency, block and client', () => {
    const template =
      'https://pay.example/?a={{offer total}}&h={{ Offer  hours }}&c={{currency}}&r={{block}}&n={{client}}';
    const { paymentLink, offer } = letterOf({
      ...low,
      clients: [{ Client: 'Acme' }],
      settings: { 'Payment link': template, 'Tax (%)': 0.19 },
    });
    expect([paymentLink, ...(offer?.others ?? []).map(({ pay }) => pay)]).toEqual([
      'https://pay.example/?a=2142.00&h=20&c=USD&r=B-0001&n=Acme',
      'https://pay.example/?a=1130.50&h=10&c=USD&r=B-0001&n=Acme',
      'https://pay.example/?a=4046.00&h=40&c=USD&r=B-0001&n=Acme',
    ]);
  });

  it('that serves every size stands once', () => {
    const { paymentLink, offer } = letterOf(low);
    expect(paymentLink).toBe('https://pay.example/acme?a=1&b=2');
    expect(offer?.others.map(({ pay }) => pay)).toEqual(['', '']);
  });

  it('in words names the figures as they are', () => {
    const { paymentLink } = letterOf({
      ...low,
      settings: { 'Payment link': 'IBAN DE00, {{offer total}} {{currency}}, {{client}}' },
    });
    expect(paymentLink).toBe('IBAN DE00, 1800.00 USD, Acme');
  });
});

describe('hours that only end', () => {
  const ending: Book = {
    clients: [{ Client: 'Acme' }],
    blocks: [block(20, { Date: '2026-01-01', Expires: '2026-06-30' })],
    settings: office,
  };

  it('are to be planned: the mail asks when, and offers no block', () => {
    const letter = letterOf(ending, { asOf: '2026-06-10' });
    expect(letter.offer).toBeUndefined();
    const text = textBody(letter);
    expect(text).toContain('Shall we plan the work that would lapse?');
    expect(text).not.toMatch(/Another|say yes|mailto:/);
  });

  it('come with an offer where the hours left are low as well', () => {
    const time = [work('2026-02-01', 18)];
    const letter = letterOf({ ...ending, time }, { asOf: '2026-06-10' });
    expect(letter.offer?.title).toBe('Another 20 h');
  });
});
