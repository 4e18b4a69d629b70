import { block, breaking, muted, pageAround, rowsTable, table, typeOf } from '../papers/html-parts';
import type { CalendarDate } from '../units/calendar-date';
import { escapeHtml } from '../units/escape-html';
import { localText } from '../words/local-text';
import type { Agreement, Party } from './agreement';
import type { Section } from './sections';

const type = typeOf(10.5);
const rule = 'border-bottom:0.75pt solid #1f2328';
/** Page numbers where the printer knows them; Google's own conversion leaves them out. */
const pages =
  '@page{margin:56pt 60pt 60pt;@bottom-right{content:counter(page) " / " counter(pages);font:8.5pt Arial,Helvetica,sans-serif;color:#5f6b7a}}';
const heading = 'font-size:12pt;line-height:1.3;font-weight:bold;margin:16pt 0 4pt;page-break-after:avoid';

/** The agreement as a whole page for A4 and Letter; every value is escaped. */
export function agreementPage(agreement: Agreement, made: CalendarDate): string {
  const { title, block: number, language, opening, sections } = agreement;
  const content = [
    head(agreement, localText(language).date(made)),
    partiesHtml(agreement.parties),
    paragraph(opening),
    ...sections.map((section, index) => sectionHtml(section, index + 1)),
    signingHtml(agreement),
  ];
  const body = `<div lang="${language}" style="${type};${breaking}">${content.join('')}</div>`;
  return pageAround(`${title} ${number}`, language, pages, body);
}

function head({ title, blockLabel, block: number, dateLabel }: Agreement, date: string): string {
  const facts = [`${blockLabel} ${number}`, `${dateLabel}${date}`].map(escapeHtml).join(' &nbsp;·&nbsp; ');
  return (
    `<h1 style="font-size:20pt;line-height:1.2;font-weight:bold;margin:0 0 4pt">${escapeHtml(title)}</h1>` +
    block(facts, `${muted};margin:0 0 18pt`)
  );
}

function partiesHtml(parties: readonly Party[]): string {
  const cells = parties.map(({ role, name, contact }) => {
    const lines = [
      block(escapeHtml(role), muted),
      block(escapeHtml(name), 'font-weight:bold'),
      contact ? block(escapeHtml(contact), '') : '',
    ];
    return `<td valign="top" style="width:50%;padding:0 12pt 0 0">${lines.join('')}</td>`;
  });
  return table(`<tr>${cells.join('')}</tr>`, 'presentation', `${type};margin:0 0 14pt`);
}

/** Tables and paragraphs longer than this may go on overleaf; shorter ones stay on one page with their heading. */
const mostRowsWhole = 12;
const longestWhole = 600;
const whole = 'page-break-inside:avoid';

function sectionHtml({ heading: name, tables, paragraphs }: Section, number: number): string {
  const rows = tables.reduce((sum, each) => sum + each.rows.length, 0);
  const [first = '', ...others] = paragraphs;
  const title = `<h2 style="${heading}">${number}. ${escapeHtml(name)}</h2>`;
  const top = [
    title,
    ...tables.map(each => rowsTable(each, `${type};margin:0 0 6pt`)),
    first ? paragraph(first) : '',
  ].join('');
  const isWhole = rows <= mostRowsWhole && first.length <= longestWhole;
  return (isWhole ? block(top, whole) : top) + others.map(paragraph).join('');
}

/** Short ones stay whole: not every printer keeps single lines from standing alone. */
function paragraph(text: string): string {
  const breaks = text.length <= longestWhole ? whole : 'orphans:2;widows:2';
  return `<p style="margin:0 0 6pt;${breaks}">${escapeHtml(text)}</p>`;
}

/** Both sides sign on one page, whatever stands before. */
function signingHtml({ signing, parties }: Agreement): string {
  const names = parties.map(({ role, name }) =>
    side(block(escapeHtml(role), muted) + block(escapeHtml(name), 'font-weight:bold')),
  );
  const lines = signing.lines.map(label => {
    const below = block(escapeHtml(label), `${muted};font-size:8.5pt;padding:2pt 0 0`);
    const one = side(block('&nbsp;', `height:24pt;${rule}`) + below);
    return row([one, one]);
  });
  const signatures = table(row(names) + lines.join(''), 'presentation', type);
  return (
    `<div style="${whole}"><h2 style="${heading};margin:24pt 0 6pt">` +
    `${escapeHtml(signing.heading)}</h2>${signatures}</div>`
  );
}

function row([left = '', right = '']: readonly string[]): string {
  return `<tr style="${whole}">${left}<td style="width:8%"></td>${right}</tr>`;
}

function side(html: string): string {
  return `<td valign="top" style="width:46%;padding:0">${html}</td>`;
}
