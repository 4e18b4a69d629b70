import { describe, expect, it } from 'vitest';
import { agreementPage } from '../../../src/ledger/agreements/agreement-html';
import { termDifferences } from '../../../src/ledger/agreements/term-differences';
import { contentOf, keptIn } from '../../../src/ledger/sheet/kept-content';
import { usualClauses } from '../../../src/ledger/words/clause';
import { clauseRules } from '../../../src/ledger/words/clause-placeholders';
import { languages, wordsOf } from '../../../src/ledger/words/languages';
import { problemOf } from '../../../src/ledger/words/template';
import { type Book, block, dateCell, day, type Row } from '../builders';
import { agreementIn, digestIn, plain, rowsUnder, termsIn } from './agreed';

const sold = (more: Row = {}, book: Book = {}): Book => ({
  clients: [{ Client: 'Acme', Contact: 'Pat', 'Tax (%)': 0.19, Currency: 'EUR' }],
  blocks: [block(20, { Block: 'B-0007', 'Discount / h': 10, ...more })],
  settings: { 'Firm name': 'Harbor IT', 'Tax name': 'VAT' },
  ...book,
});

describe('the account of the price', () => {
  it('adds up line by line', () => {
    expect(rowsUnder(agreementIn(sold()), 'Hours and price')).toEqual([
      ['20 h at the normal rate of €100.00 an hour', '€2,000.00'],
      ['Discount for prepayment, €10.00 an hour', '−€200.00'],
      ['Price', '€1,800.00'],
      ['VAT 19%', '€342.00'],
      ['To be paid', '€2,142.00'],
      ['Rate with prepayment', '€90.00 an hour'],
    ]);
  });

  it('names no rate an hour that is not exact, and no percentage of a tax that was typed', () => {
    expect(rowsUnder(agreementIn(sold({ Price: 1799.99, Tax: 300 })), 'Hours and price')).toEqual([
      ['20 h at the normal rate of €100.00 an hour', '€2,000.00'],
      ['Discount for prepayment', '−€200.01'],
      ['Price', '€1,799.99'],
      ['VAT', '€300.00'],
      ['To be paid', '€2,099.99'],
    ]);
  });

  it('takes nothing off a block that costs more than its hours', () => {
    expect(rowsUnder(agreementIn(sold({ Price: 2100, Tax: 0 })), 'Hours and price')).toEqual([
      ['Price, 20 h', '€2,100.00'],
    ]);
  });

  it('is written as its language writes figures', () => {
    expect(rowsUnder(agreementIn(sold(), 'de'), 'Stunden und Preis').slice(0, 4)).toEqual([
      ['20 h zum Normalsatz von 100,00 € je Stunde', '2.000,00 €'],
      ['Nachlass für die Vorauszahlung, 10,00 € je Stunde', '−200,00 €'],
      ['Preis', '1.800,00 €'],
      ['VAT 19 %', '342,00 €'],
    ]);
  });
});

describe('the other terms', () => {
  it('say when the hours can be used', () => {
    const of = (more: Row, settings = {}) =>
      agreementIn(sold(more, { settings: { 'Firm name': 'Harbor IT', ...settings } }));
    expect(rowsUnder(of({}), 'Time of use')).toEqual([
      ['Usable from', '1 Jan 2026'],
      ['Usable until', 'no end'],
    ]);
    const ending = of({ Expires: dateCell('2027-06-30') }, { 'Unpaid blocks': 'wait' });
    expect(rowsUnder(ending, 'Time of use')).toEqual([
      ['Usable from', '1 Jan 2026, once it is paid'],
      ['Usable until', '30 Jun 2027'],
    ]);
    expect(ending.sections[1]?.paragraphs).toEqual([
      'Hours that are not used by 30 Jun 2027 expire; they can be used on that day, too.',
    ]);
  });

  it('say how often a block repeats, and are others once it repeats otherwise', () => {
    const monthly = { Repeats: 'monthly', Expires: '2026-01-31' };
    const rows = (more: Row, language?: string) =>
      rowsUnder(agreementIn(sold(more), language), language === 'de' ? 'Nutzungszeit' : 'Time of use').slice(
        2,
      );
    expect(rows({})).toEqual([]);
    expect(rows(monthly)).toEqual([['Repeats', 'monthly, with the same hours at the same price']]);
    expect(rows(monthly, 'de')).toEqual([
      ['Wiederholung', 'monatlich, mit denselben Stunden zum selben Preis'],
    ]);
    const [once, each] = [{ ...monthly, Repeats: '' }, monthly].map(more => sold(more)) as [Book, Book];
    expect(digestIn(each)).not.toBe(digestIn(once));
    expect(termDifferences(termsIn(each), termsIn(once))).toEqual(['repeats monthly, now no']);
  });

  it('say how work is counted', () => {
    const of = (settings: Row) => rowsUnder(agreementIn(sold({}, { settings })), 'How work is counted');
    expect(of({})).toEqual([
      ['Rounding', 'as worked, not rounded'],
      ['Minimum', 'none'],
      ['Beyond the prepaid hours', 'taken from the next block'],
    ]);
    expect(
      of({ 'Round up to (min)': 7.5, 'Minimum (min)': 30, 'Round per': 'day', Overage: 'invoice' }),
    ).toEqual([
      ['Rounding', 'up to full 7.5 min, for all work of one kind on a day'],
      ['Minimum', '30 min, for all work of one kind on a day'],
      ['Beyond the prepaid hours', 'invoiced at the normal rate'],
    ]);
  });

  it('say what does not count once, and nothing where all work does', () => {
    expect(rowsUnder(agreementIn(sold()), 'Kinds of work')).toEqual([
      ['After hours', '×1.5'],
      ['Emergency', '×2'],
      ['Under agreement', 'not charged'],
      ['All other work', '×1'],
    ]);
    const plainWork = agreementIn(sold({}, { workTypes: [{ 'Work type': 'Remote' }] }));
    expect(plainWork.sections.map(({ heading }) => heading)).not.toContain('Kinds of work');
  });
});

describe('the usual clauses', () => {
  it.each(languages)('can be used in %s, with a contact and without', language => {
    const { clauses } = wordsOf(language);
    for (const name of usualClauses) expect(problemOf(clauses[name].text, clauseRules)).toBeUndefined();
    const withContact = agreementIn(sold(), language);
    const without = agreementIn(sold({}, { clients: [{ Client: 'Acme' }] }), language);
    const contactClause = ({ sections }: typeof withContact) => sections[4]?.paragraphs[0] ?? '';
    expect(plain(contactClause(withContact))).toContain(': Pat.');
    expect(contactClause(without)).not.toMatch(/Pat|: \./);
    for (const { sections } of [withContact, without])
      expect(JSON.stringify(sections)).not.toMatch(/\{\{|undefined/);
  });

  it('stand in the order of the tab, with the values of the block', () => {
    const own = [
      {
        name: 'a',
        heading: 'For {{client}}',
        text: '{{hours}} until {{usable until}}{{^usable until}}ever{{/usable until}}',
      },
      {
        name: 'b',
        heading: 'Money',
        text: '{{normal rate}}, {{prepaid rate}}, {{price}} + {{tax}} = {{total}}',
      },
    ];
    const clauses = agreementIn(sold(), 'en', own).sections.slice(-2);
    expect(clauses.map(({ heading, paragraphs }) => [heading, paragraphs.map(plain)])).toEqual([
      ['For Acme', ['20 h until ever']],
      ['Money', ['€100.00, €90.00, €1,800.00 + €342.00 = €2,142.00']],
    ]);
  });
});

describe('the page', () => {
  const page = (book: Book) => agreementPage(agreementIn(book), day('2026-11-23'));

  it('numbers its sections, and keeps headings and signatures together', () => {
    const html = page(sold());
    const headings = [...html.matchAll(/<h2 style="([^"]*)">([^<]*)<\/h2>/g)];
    expect(headings.map(([, , text]) => text)).toEqual([
      '1. Hours and price',
      '2. Time of use',
      '3. How work is counted',
      '4. Kinds of work',
      '5. Single point of contact',
      '6. Software licensing',
      '7. Confidentiality',
      'Signatures',
    ]);
    for (const [, style] of headings) expect(style).toContain('page-break-after:avoid');
    const signing = html.slice(html.lastIndexOf('<div style="page-break-inside:avoid">'));
    for (const label of ['Name', 'Place', 'Date', 'Signature', 'Harbor IT', 'Acme'])
      expect(signing).toContain(`>${label}<`);
  });

  it('uses nothing that Google’s conversion to PDF does not know', () => {
    const html = page(sold());
    expect(html).not.toMatch(/flex|grid|url\(|<img|<link|@import|@font-face|\d(px|rem|em)\b/);
    expect(html.match(/<style>/g)).toHaveLength(1);
  });

  it('shows every value as text', () => {
    const evil = '<script>&"\'</script>';
    const html = page(
      sold(
        { Block: evil },
        {
          clients: [{ Client: 'Acme', Contact: evil }],
          settings: { 'Firm name': evil },
          workTypes: [{ 'Work type': evil, Multiplier: 2 }],
        },
      ),
    );
    expect(html).not.toContain('<script');
    expect(html.match(/&lt;script&gt;&amp;&quot;&#39;&lt;\/script&gt;/g)?.length).toBeGreaterThan(5);
  });
});

it('an agreement that was kept as text reads back word for word', () => {
  const agreement = agreementIn(sold({ Expires: dateCell('2027-06-30') }), 'fr');
  const kept = keptIn<typeof agreement>(contentOf(agreement), 'terms');
  expect(kept && agreementPage(kept, day('2026-11-23'))).toBe(agreementPage(agreement, day('2026-11-23')));
});
