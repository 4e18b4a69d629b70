import { escapeHtml } from '../units/escape-html';
import type { Language } from '../units/language';
import type { PaperColumn, PaperRow, PaperTable } from './paper';

/** Long names without a gap break too, so that no text leaves the page. */
export const breaking = 'word-wrap:break-word;overflow-wrap:anywhere';
const line = 'border-bottom:0.75pt solid #e3e7ec';
export const muted = 'color:#5f6b7a';

/** The letters of a paper; in a mail without a doctype tables take none from around them, so each part has its own. */
export function typeOf(points: number): string {
  return `font-family:Arial,Helvetica,sans-serif;font-size:${points}pt;line-height:1.4;color:#1f2328`;
}

/**
 * A whole page for A4 and Letter: tables and plain blocks with inline styles in points.
 *
 * Google's own conversion to PDF knows little more; the margins are for a browser's *Print…*.
 */
export function pageAround(title: string, language: Language, rules: string, body: string): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    `<style>${rules}</style></head><body style="margin:0;background:#ffffff">${body}</body></html>`
  );
}

export function block(html: string, style: string): string {
  return `<div style="${style}">${html}</div>`;
}

export function table(rows: string, role: string, style: string): string {
  return `<table role="${role}" cellpadding="0" cellspacing="0" width="100%" style="width:100%;table-layout:fixed;border-collapse:collapse;${style}">${rows}</table>`;
}

/** With more columns a table keeps its width on a phone, and is moved aside there: broken figures cannot be read. */
const mostNarrow = 4;
const leastWide = 400;

/** Headers, where there are any, are repeated on every page, and no row is cut in two. */
export function rowsTable({ columns, rows }: Omit<PaperTable, 'heading'>, style: string): string {
  const isHeaded = columns.some(({ header }) => header !== '');
  const headers = columns.map(column => cellHtml('th', column.header, column, `${muted};font-weight:normal`));
  const top = `<thead style="display:table-header-group"><tr>${headers.join('')}</tr></thead>`;
  const body = `<tbody>${rows.map(row => rowHtml(row, columns)).join('')}</tbody>`;
  const isWide = columns.length > mostNarrow;
  const whole = table(
    (isHeaded ? top : '') + body,
    'table',
    isWide ? `min-width:${leastWide}pt;${style}` : style,
  );
  // Whoever has no mouse can move it by the arrow keys.
  return isWide ? `<div tabindex="0" style="overflow-x:auto">${whole}</div>` : whole;
}

function rowHtml({ cells, isStrong }: PaperRow, columns: readonly PaperColumn[]): string {
  const own = columns.map((column, index) =>
    cellHtml('td', cells[index] || '', column, isStrong ? 'font-weight:bold' : ''),
  );
  return `<tr style="page-break-inside:avoid">${own.join('')}</tr>`;
}

function cellHtml(tag: 'td' | 'th', text: string, { width, isFigure }: PaperColumn, style: string): string {
  const side = isFigure ? 'right' : 'left';
  const gap = isFigure ? '4pt 0 4pt 8pt' : '4pt 8pt 4pt 0';
  const share = width > 0 ? `width:${width}%;` : '';
  const scope = tag === 'th' ? ' scope="col"' : '';
  return `<${tag}${scope} valign="top" align="${side}" style="${share}padding:${gap};${line};text-align:${side};${style}">${escapeHtml(text)}</${tag}>`;
}
