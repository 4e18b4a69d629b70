import { describe, expect, it } from 'vitest';
import type { Client } from '../../../src/ledger/model/client';
import { paperHtml, paperPage } from '../../../src/ledger/papers/paper-html';
import { paperText } from '../../../src/ledger/papers/paper-text';
import { draftStatement } from '../../../src/ledger/statements/statement';
import { statementPaper } from '../../../src/ledger/statements/statement-paper';
import { type Book, block, day, ledgerOf, work } from '../builders';

function paper(book: Book, change: object = {}) {
  const ledger = ledgerOf(book);
  const period = { from: day('2026-01-01'), to: day('2026-01-31') };
  const client = ledger.clients.get('acme') as Client;
  return statementPaper({
    ...draftStatement(ledger, client, period, month => month === '2026-01'),
    ...change,
  });
}
const table = (book: Book, heading: string) => paper(book).tables.find(each => each.heading === heading);

describe('the paper of a statement', () => {
  it('shows tax beside net and total where there is tax, and only the price where there is none', () => {
    const blocks = [block(10)];
    const headers = (book: Book) =>
      table(book, 'Invoiced in this period')?.columns.map(({ header }) => header);
    expect(headers({ blocks })).toEqual(['Date', 'Block', 'Hours', 'Price', 'Paid']);
    const taxed = { blocks, settings: { 'Tax (%)': 0.19, 'Tax name': 'VAT' } };
    expect(headers(taxed)).toEqual(['Date', 'Block', 'Hours', 'Net', 'VAT', 'Total', 'Paid']);
    expect(table(taxed, 'Invoiced in this period')?.rows[0]?.cells.slice(3)).toEqual([
      '$1,000.00',
      '$190.00',
      '$1,190.00',
      'open',
    ]);
  });

  it('shows hours that can be added up: none is rounded while another is not', () => {
    const blocks = [block(10)];
    const left = (hours: string | number) =>
      table({ blocks, time: [work('2026-01-05', hours)] }, 'Account')?.rows.map(({ cells }) => cells[1]);
    expect(left(1.25)).toEqual(['0 h', '10 h', '−1.25 h', '8.75 h']);
    expect(left('0:20')).toEqual(
      ['0:00 h', '10:00 h', '−0:20 h', '9:40 h'].map(hours => hours.replace(' ', '\u00a0')),
    );
  });

  it('keeps the width of tables with many columns on a phone, where they are moved aside', () => {
    const html = paperHtml(paper({ blocks: [block(10)], time: [work('2026-01-05', 2)] }));
    const wide = /<div tabindex="0" style="overflow-x:auto"><table [^>]*min-width:400pt/g;
    // What was invoiced, and the lines; the account fits.
    expect(html.match(wide)).toHaveLength(2);
    expect(html.match(/<table role="table"/g)).toHaveLength(3);
  });

  it('says nothing of a day after today, whatever stands in Time', () => {
    const book = {
      blocks: [block(10)],
      time: [work('2026-01-05', 2), work('2026-01-25', 3)],
      today: '2026-01-20',
    };
    const text = paperText(paper(book));
    expect(text).toContain('Period: 1 Jan 2026 to 20 Jan 2026');
    expect(text).not.toMatch(/2[1-9] Jan|3[01] Jan/);
    expect(paperPage(paper(book))).toContain('8 h left on 20 Jan 2026');
  });

  it('has the address and tax id of the firm, and of the client', () => {
    const clients = [
      { Client: 'Acme', Address: 'Elm Street 1\nSpringfield', 'Tax id': 'US-1', Language: 'de' },
    ];
    const settings = { 'Firm name': 'Harbor IT', 'Firm address': 'Pier 2', 'Firm tax id': 'US-2' };
    const made = paper({ clients, settings, blocks: [block(10)] });
    expect([made.firm, made.letterhead]).toEqual(['Harbor IT', ['Pier 2', 'Steuernummer: US-2']]);
    expect(made.to).toEqual(['Acme', 'Elm Street 1', 'Springfield', 'Steuernummer: US-1']);
  });

  it('says which blocks repeat, as long as they do and the client is active', () => {
    const said = (more: object, clients = {}) =>
      paper({
        clients: [{ Client: 'Acme', ...clients }],
        blocks: [block(10, { Expires: '2026-01-31', ...more })],
      }).closing;
    expect(said({ Repeats: 'monthly' })).toContain('B-0001 repeats monthly with 10 h.');
    expect(said({ Repeats: 'yearly' }, { Language: 'de' })).toContain(
      'B-0001 wiederholt sich jährlich mit 10\u00a0h.',
    );
    expect(said({})).toEqual([]);
    expect(said({ Repeats: 'monthly' }, { Active: false })).toEqual([]);
    expect(said({ Repeats: 'monthly', Date: '2026-02-01', Expires: '2026-02-28' })).not.toContain(
      'B-0001 repeats monthly with 10 h.',
    );
  });

  it('draws how the hours went on its page, not in a mail, and not in one that was issued before it could', () => {
    const book = { blocks: [block(10)], time: [work('2026-01-05', 2)] };
    const page = paperPage(paper(book));
    expect(page).toContain('>Hours left: 0 h at the beginning, 8 h on 31 Jan 2026</title>');
    expect(page.match(/<svg/g)).toHaveLength(1);
    expect(paperHtml(paper(book))).not.toContain('<svg');
    expect(paperPage(paper(book, { isPictured: undefined }))).not.toContain('<svg');
    expect(paperPage(paper({}))).not.toContain('<svg');
  });

  it('draws no day after the one on which it is made, unless its lines do', () => {
    const book = { blocks: [block(10)], time: [work('2026-01-05', 2)] };
    const drawn = (issuedOn: string) => paperPage(paper(book, { issuedOn: day(issuedOn) }));
    expect(drawn('2026-01-20')).toContain('8 h on 20 Jan 2026.');
    expect(drawn('2026-01-02')).toContain('8 h on 5 Jan 2026.');
    const said = (change: object) => paper(book, change).headline;
    expect(said({ issuedOn: day('2026-01-20') })).toBe('8 h left on 20 Jan 2026');
    expect(said({ issuedOn: day('2026-02-20') })).toBe('8 h left on 31 Jan 2026');
    expect(said({ issuedOn: day('2026-01-20'), isPictured: undefined })).toBe('8 h left on 31 Jan 2026');
  });

  it('says that it is a preview, provisional, or in place of another', () => {
    const book = { blocks: [block(10)] };
    expect(paper(book).remarks).toEqual([expect.stringMatching(/^A preview/)]);
    const corrects = { number: 'S-0001', differences: ['Added 5 h, now 10 h'] };
    expect(paper(book, { number: 'S-0002', provisional: true, corrects }).remarks).toEqual([
      expect.stringMatching(/^Provisional/),
      'This statement takes the place of S-0001.',
      'Changed: Added 5 h, now 10 h',
    ]);
    expect(paper(book, { number: 'S-0002' }).remarks).toEqual([]);
  });

  it('says how much is over where more was worked than prepaid, and that nothing happened where nothing did', () => {
    expect(paper({ time: [work('2026-01-05', 2)] }).headline).toBe('2 h more than prepaid on 31 Jan 2026');
    expect(paper({}).closing).toEqual(['There was no work and no purchase in this period.']);
  });

  it('says the same in plain text, each figure with its header', () => {
    const text = paperText(
      paper({ blocks: [block(10)], time: [work('2026-01-05', 2)] }, { number: 'S-0007' }),
    );
    expect(text).toContain('Statement S-0007');
    expect(text).toContain('  Charged for work: −2 h, Worth −$200.00');
    expect(text).toContain('  5 Jan 2026  Work: Worked 2 h, Charged 2 h, Change −2 h, Left after 8 h');
  });
});

describe('its page', () => {
  const hostile = '</td></title><script>alert(1)</script>"\'&';
  const clients = [{ Client: 'Acme', Contact: hostile }];
  const book: Book = {
    clients,
    settings: { 'Firm name': hostile, 'Tax name': hostile, 'Tax (%)': 0.1 },
    blocks: [block(10)],
    time: [work('2026-01-05', 2, { 'What was done': hostile })],
  };

  it('escapes whatever stands in the sheet', () => {
    const corrects = { number: hostile, differences: [hostile] };
    const html = paperPage(paper(book, { number: hostile, client: hostile, corrects }));
    expect(html).not.toContain('<script');
    expect(html.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(7);
  });

  it('is made of tables and blocks with styles in points, and loads nothing', () => {
    const html = paperPage(paper(book));
    expect(html).not.toMatch(/flex|grid|https?:|url\(|\d(px|em|rem)\b|<(img|link|script)/);
    expect(paperHtml(paper(book))).not.toContain('<style');
    expect(html).toContain('<thead style="display:table-header-group">');
  });
});
