import { hoursText } from '../units/seconds';
import type { Letter } from './letter';

type Bar = NonNullable<Letter['bar']>;

const barCells = 20;

/** The letter as plain text. */
export function textBody(letter: Letter): string {
  const { greeting, headline, bar, facts, lately, offer, paymentLink, closing } = letter;
  const work = lately.map(({ date, what, hours }) => `  ${date}  ${what}  ${hours}`);
  const parts = [
    [greeting],
    [headline, bar ? textBar(bar) : ''],
    facts,
    work.length > 0 ? ['Lately:', ...work] : [],
    [...offer, paymentLink && `Or pay here: ${paymentLink}`],
    closing,
  ];
  const filled = parts.map(lines => lines.filter(line => line !== '').join('\n'));
  return filled.filter(part => part !== '').join('\n\n');
}

/** The letter as HTML: tables and inline styles only, readable with images off; every value is escaped. */
export function htmlBody(letter: Letter): string {
  const { greeting, headline, bar, facts, lately, offer, paymentLink, closing } = letter;
  const [price = '', ...how] = offer.map(escapeHtml);
  const content = [
    paragraph(escapeHtml(greeting)),
    paragraph(escapeHtml(headline), ';font-size:20px;line-height:1.3'),
    bar ? htmlBar(bar) : '',
    ...facts.map(fact => paragraph(escapeHtml(fact))),
    lately.length > 0
      ? paragraph('<b>Lately</b>') + table('font-size:13px', lately.map(workRow).join(''))
      : '',
    paragraph(`<b>${price}</b>`),
    ...how.map(line => paragraph(line)),
    paymentLink ? paragraph(`Or pay here: ${linkTo(paymentLink)}`) : '',
    paragraph(closing.map(escapeHtml).join('<br>')),
  ];
  return `<div lang="en" style="font-family:Arial,sans-serif;font-size:14px;line-height:1.5;color:#1f2328;background:#ffffff;max-width:560px;padding:16px">${content.join('')}</div>`;
}

/** Only a web address becomes a link; anything else stays the text that was typed. */
function linkTo(address: string): string {
  const text = escapeHtml(address);
  return /^https?:\/\//i.test(address) ? `<a href="${text}" style="color:#1a56db">${text}</a>` : text;
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Makes text safe inside HTML, in an element and in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, letter => escapes[letter] as string);
}

function textBar(bar: Bar): string {
  const used = usedCells(bar, barCells);
  return `[${'#'.repeat(used)}${'.'.repeat(barCells - used)}] ${barText(bar)}`;
}

function htmlBar(bar: Bar): string {
  const used = usedCells(bar, 100);
  const cells = barCell(used, '#1a56db') + barCell(100 - used, '#e3e7ec');
  const caption = `<tr><td colspan="2" style="font-size:12px;padding-top:4px">${barText(bar)}</td></tr>`;
  return table('', `<tr>${cells}</tr>${caption}`);
}

function barCell(width: number, colour: string): string {
  return width > 0
    ? `<td width="${width}%" height="10" bgcolor="${colour}" style="font-size:0;line-height:0">&nbsp;</td>`
    : '';
}

/** How many of `cells` stand for the hours used. */
function usedCells({ used, bought }: Bar, cells: number): number {
  return Math.round((used / bought) * cells);
}

function barText({ used, bought }: Bar): string {
  return `${hoursText(used).replace(' h', '')} of ${hoursText(bought)} used`;
}

function paragraph(html: string, style = ''): string {
  return `<p style="margin:0 0 12px${style}">${html}</p>`;
}

function table(style: string, rows: string): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 12px;${style}">${rows}</table>`;
}

function workRow({ date, what, hours }: Letter['lately'][number]): string {
  const oneLine = 'white-space:nowrap';
  const cells = [workCell(date, oneLine), workCell(what, ''), workCell(hours, `text-align:right;${oneLine}`)];
  return `<tr>${cells.join('')}</tr>`;
}

function workCell(text: string, style: string): string {
  return `<td valign="top" style="padding:4px 8px 4px 0;border-bottom:1px solid #e3e7ec;${style}">${escapeHtml(text)}</td>`;
}
