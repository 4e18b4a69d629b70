import { describe, expect, it } from 'vitest';
import { htmlBody } from '../../../src/ledger/notices/mail-html';
import { textBody } from '../../../src/ledger/notices/mail-text';
import { escapeHtml } from '../../../src/ledger/units/escape-html';
import { type Book, block, work } from '../builders';
import { dueBooks, letterOf, low } from './letters';

/** What a person reads in the HTML. */
function shown(html: string): string {
  const body = html.replace(/^[\s\S]*<\/head>/, '').replace(/<!--[\s\S]*?-->/g, '');
  const spaced = body.replace(/<(div|p|tr|td|table|br)\b[^>]*>/g, ' ').replace(/<[^>]*>/g, '');
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
/** The bar, the colon after a label and the address of a link are seen in the HTML, not read. */
const wordsOf = (text: string) =>
  text
    .replace(/\[[#.]+\]|: https?:\S+/g, ' ')
    .replace(/\s*:(?=\s|$)/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const allBooks = Object.entries(dueBooks).flatMap(([name, [book, asOf]]) =>
  ['', 'de', 'es', 'fr'].map(
    Language =>
      [
        `${name} ${Language}`,
        letterOf({ ...book, clients: [{ Client: 'Acme', Language }] }, asOf === undefined ? {} : { asOf }),
      ] as const,
  ),
);

describe('the HTML of a mail', () => {
  it.each(allBooks)('about %s says what the text says', (_, letter) => {
    expect(wordsOf(shown(htmlBody(letter)))).toBe(wordsOf(textBody(letter)));
  });

  it.each(allBooks)('about %s leaves no placeholder open', (_, letter) => {
    for (const part of [letter.texts.Subject, htmlBody(letter), textBody(letter)])
      expect(part).not.toMatch(/\{\{|\}\}|undefined|NaN|\[object/);
  });

  it('never names staff or shows internal notes', () => {
    for (const body of [textBody(letterOf(low)), htmlBody(letterOf(low))])
      expect(body).not.toMatch(/Tom|Technician|slow client/);
  });

  it('loads nothing, tracks nobody and runs nothing', () => {
    const html = htmlBody(letterOf(low)).replace(/<html [^>]*>/, '');
    expect(html).not.toMatch(/<img|<link|<script|@import|@font-face|url\(|background=|\bsrc=|\bon\w+=/i);
    expect(html.match(/https?:[^"]*/g)).toEqual(['https://pay.example/acme?a=1&amp;b=2']);
  });

  it('draws its bar by what is left, from cells that show with images off', () => {
    const html = htmlBody(letterOf(low));
    expect(html).toMatch(/<td width="18%"[^>]*bgcolor="#b25e09"/);
    expect(html).toMatch(/<td class="rest" width="82%"[^>]*bgcolor="#e3e7ec"/);
  });

  it('gives no cell to a part of the bar that is empty', () => {
    const html = htmlBody(letterOf({ ...low, time: [work('2026-12-01', 20)] }));
    expect(html).toMatch(/<td class="rest" width="100%"/);
    expect(html).not.toMatch(/<td width="0%"/);
  });

  it('says that it is made for light and dark, and its language', () => {
    const html = htmlBody(letterOf({ ...low, clients: [{ Client: 'Acme', Language: 'de' }] }));
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toMatch(/^<!doctype html><html lang="de"/);
  });

  it('stays far below what Gmail clips, whatever stands in the sheet', () => {
    const long = '<&"\'>'.repeat(10_000);
    const blocks = Array.from({ length: 40 }, () => block(20, { Client: long, Expires: '2027-01-10' }));
    const time = Array.from({ length: 40 }, () =>
      work('2026-12-01', 19.9, { Client: long, 'What was done': long }),
    );
    const settings = { 'Firm name': long, 'Sender name': long, 'Payment link': `https://x.example/${long}` };
    const clients = [{ Client: long, Contact: long, 'Tax (%)': 0.19 }];
    const html = htmlBody(letterOf({ clients, blocks, time, settings }, { name: long }));
    expect(new TextEncoder().encode(html).length).toBeLessThan(60_000);
    expect(new TextEncoder().encode(htmlBody(letterOf(low))).length).toBeLessThan(20_000);
  });

  it('leaves style sheets small enough for Gmail', () => {
    const sheets = htmlBody(letterOf(low)).match(/<style[\s\S]*?<\/style>/g) ?? [];
    expect(sheets.join('').length).toBeLessThan(8192);
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
  const letter = letterOf(book, { name: `Acme ${nasty}` });

  it('are escaped wherever they come from', () => {
    const html = htmlBody(letter);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('</td>&lt;/td');
    // Title (and once more for screen readers), greeting, opening, work and closing.
    expect(html.match(/&lt;img src=x onerror=&quot;alert\(1\)&quot;&gt;/g)).toHaveLength(6);
    expect(html).toContain('O&#39;Neil');
  });

  it('are escaped in the number of a block too', () => {
    const blocks = ['A', '<b>2</b>'].map(Block => block(20, { Block, Expires: '2027-01-10' }));
    expect(htmlBody(letterOf({ blocks }))).toContain('20 h (&lt;b&gt;2&lt;/b&gt;)');
  });

  it('are no placeholders, even where a name looks like one', () => {
    const Client = '{{saved}} {{{worth}}}';
    const named = letterOf(
      { clients: [{ Client }], blocks: [block(20, { Client, Expires: '2027-01-10' })] },
      { name: Client },
    );
    expect(named.texts.Greeting).toBe('Hello {{saved}} {{{worth}}},');
    expect(htmlBody(named)).toContain('Hello {{saved}} {{{worth}}},');
  });

  it.each([
    ['javascript:alert(1)', undefined],
    ['javascript://x.example/%0aalert(1)', undefined],
    ['ftp://x.example', undefined],
    ['data:text/html,x', undefined],
    ['IBAN DE02 1203 0000 0000 2020 51', undefined],
    ['https://pay.example/acme?a=1&b=2', 'https://pay.example/acme?a=1&amp;b=2'],
    ['HTTP://pay.example', 'HTTP://pay.example'],
    ['https://x.example/"onclick="', 'https://x.example/&quot;onclick=&quot;'],
    ['https://x.example/ y', undefined],
  ])('are a link only where they are a web address: %s', (address, href) => {
    const html = htmlBody(letterOf({ ...low, settings: { 'Payment link': address } }));
    expect(/href="([^"]*)"/.exec(html)?.[1]).toBe(href);
    if (href === undefined) expect(html).toContain(escapeHtml(address));
  });

  it('have five letters that HTML would misread', () => {
    expect(escapeHtml(`<a href="x">'&'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;');
  });

  it('never break the subject line', () => {
    const lines = { Client: 'Acme\r\nBcc: all@x.example\u0000' };
    const { texts } = letterOf(
      { clients: [lines], blocks: [block(20, lines)], time: [work('2026-12-01', 18, lines)] },
      { name: lines.Client },
    );
    expect(texts.Subject).toBe('Acme Bcc: all@x.example has 2 h left of 20 h prepaid');
  });
});

describe('the link to the client’s own page', () => {
  const page = `https://script.google.com/macros/s/abc/exec?token=${'0'.repeat(32)}`;
  const times = (text: string) => text.split(page).length - 1;

  it('stands once in HTML and text, and nowhere for a client that has none', () => {
    const letter = letterOf(low, { page });
    expect([htmlBody(letter), textBody(letter)].map(times)).toEqual([1, 1]);
    expect(textBody(letter)).toContain(`Your page, at any time: ${page}`);
    expect(htmlBody(letterOf(low))).not.toContain('Your page');
    expect(textBody(letterOf(low))).not.toContain('Your page');
  });

  it('stands where the office manager has put it, and not a second time', () => {
    const own = new Map([['low en', { Opening: 'Look:{{#client page}} {{client page}}{{/client page}}' }]]);
    const letter = letterOf(low, { page, templates: own });
    expect([htmlBody(letter), textBody(letter)].map(times)).toEqual([1, 1]);
    expect(letterOf(low, { templates: own }).texts.Opening).toBe('Look:');
  });
});
