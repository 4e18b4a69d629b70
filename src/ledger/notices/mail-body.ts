import { type Seconds, secondsPerHour } from '../units/seconds';
import type { Letter } from './letter';

const barCells = 20;

/** The letter as plain text. */
export function textBody(letter: Letter): string {
  const lately = letter.lately.map(({ date, what, hours }) => `  ${date}  ${what}  ${hours}`);
  const parts = [
    [letter.greeting],
    [letter.headline, ...(letter.bar ? [textBar(letter.bar)] : [])],
    letter.facts,
    lately.length > 0 ? ['Lately:', ...lately] : [],
    [...letter.offer, ...(letter.paymentLink ? [`Or pay here: ${letter.paymentLink}`] : [])],
    letter.closing,
  ];
  return parts
    .filter(part => part.length > 0)
    .map(part => part.join('\n'))
    .join('\n\n');
}

/** The letter as HTML: tables and inline styles only, readable with images off; every value is escaped. */
export function htmlBody(letter: Letter): string {
  const lately = letter.lately.map(({ date, what, hours }) => row([date, what, hours])).join('');
  const link = letter.paymentLink ? paragraph(`Or pay here: ${linkTo(letter.paymentLink)}`) : '';
  const content = [
    paragraph(escapeHtml(letter.greeting)),
    `<p style="margin:0 0 12px;font-size:20px;line-height:1.3">${escapeHtml(letter.headline)}</p>`,
    letter.bar ? htmlBar(letter.bar) : '',
    ...letter.facts.map(fact => paragraph(escapeHtml(fact))),
    lately
      ? `${paragraph('<b>Lately</b>')}<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="font-size:13px;margin:0 0 12px">${lately}</table>`
      : '',
    ...letter.offer.map((line, index) =>
      paragraph(index === 0 ? `<b>${escapeHtml(line)}</b>` : escapeHtml(line)),
    ),
    link,
    paragraph(letter.closing.map(escapeHtml).join('<br>')),
  ].join('');
  return `<div lang="en" style="font-family:Arial,sans-serif;font-size:14px;line-height:1.5;color:#1f2328;background:#ffffff;max-width:560px;padding:16px">${content}</div>`;
}

/** Only a web address becomes a link; anything else stays the text that was typed. */
function linkTo(address: string): string {
  const text = escapeHtml(address);
  return /^https?:\/\//i.test(address) ? `<a href="${text}" style="color:#1a56db">${text}</a>` : text;
}

/** Makes text safe inside HTML, in an element and in a quoted attribute. */
export function escapeHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, letter => names[letter] ?? letter);
}

interface Bar {
  readonly left: Seconds;
  readonly bought: Seconds;
}

/** How many of `cells` stand for the hours used, never more than all. */
function usedCells({ left, bought }: Bar, cells: number): number {
  return Math.min(Math.max(Math.round(((bought - left) / bought) * cells), 0), cells);
}

function textBar(bar: Bar): string {
  const used = usedCells(bar, barCells);
  return `[${'#'.repeat(used)}${'.'.repeat(barCells - used)}] ${barText(bar)}`;
}

function htmlBar(bar: Bar): string {
  const used = usedCells(bar, 100);
  const cell = (width: number, colour: string) =>
    width > 0
      ? `<td width="${width}%" height="10" bgcolor="${colour}" style="font-size:0;line-height:0">&nbsp;</td>`
      : '';
  const caption = `<tr><td colspan="2" style="font-size:12px;padding-top:4px">${barText(bar)}</td></tr>`;
  return `<table role="presentation" cellpadding="0" cellspacing="0" width="100%" style="margin:0 0 12px"><tr>${cell(used, '#1a56db')}${cell(100 - used, '#e3e7ec')}</tr>${caption}</table>`;
}

function barText({ left, bought }: Bar): string {
  return `${hours(bought - left)} of ${hours(bought)} h used`;
}

function hours(time: number): string {
  return String(Math.max(Math.round((time / secondsPerHour) * 100) / 100, 0));
}

function paragraph(html: string): string {
  return `<p style="margin:0 0 12px">${html}</p>`;
}

function row(cells: readonly string[]): string {
  const align = ['left', 'left', 'right'];
  const html = cells.map(
    (cell, index) =>
      `<td align="${align[index]}" valign="top" style="padding:4px 8px 4px 0;border-bottom:1px solid #e3e7ec${index === 1 ? '' : ';white-space:nowrap'}">${escapeHtml(cell)}</td>`,
  );
  return `<tr>${html.join('')}</tr>`;
}
