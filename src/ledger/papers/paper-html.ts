import { escapeHtml } from '../escape-html';
import type { Paper, PaperColumn, PaperRow, PaperTable } from './paper';

/** Long names without a gap break too, so that no text leaves the page. */
const breaking = 'word-wrap:break-word;overflow-wrap:anywhere';
const type = 'font-family:Arial,Helvetica,sans-serif;font-size:10pt;line-height:1.4;color:#1f2328';
const line = 'border-bottom:0.75pt solid #e3e7ec';
const muted = 'color:#5f6b7a';

/**
 * A whole page for A4 and Letter: tables and plain blocks with inline styles in points.
 *
 * Google's own conversion to PDF knows little more; the margins are for a browser's *Print…*.
 */
export function paperPage(paper: Paper): string {
  return (
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(paper.title)}</title>` +
    `<style>@page{margin:48pt 44pt}</style></head>` +
    `<body style="margin:0;background:#ffffff">${paperHtml(paper)}</body></html>`
  );
}

/** The same without the page around it, as a mail takes it; every value is escaped. */
export function paperHtml({ title, firm, to, facts, remarks, headline, tables, closing }: Paper): string {
  const content = [
    head(firm, title, to, facts),
    ...remarks.map(remark => block(escapeHtml(remark), `${strip};margin:0 0 10pt`)),
    headline ? block(escapeHtml(headline), 'font-size:15pt;line-height:1.3;margin:0 0 12pt') : '',
    ...tables.map(tableHtml),
    ...closing.map(each => block(escapeHtml(each), `${muted};margin:0 0 4pt`)),
  ];
  return `<div lang="en" style="${type};${breaking}">${content.join('')}</div>`;
}

const strip = 'padding:6pt 8pt;background:#f7efe6;color:#8a4600';

function head(firm: string, title: string, to: Paper['to'], facts: Paper['facts']): string {
  const left = [
    firm ? block(escapeHtml(firm), 'font-weight:bold;margin:0 0 14pt') : '',
    ...to.map((each, index) => block(escapeHtml(each), index === 0 ? 'font-weight:bold' : muted)),
  ];
  const right = facts.map(
    ([label, value]) => `<span style="${muted}">${escapeHtml(label)}</span> ${escapeHtml(value)}<br>`,
  );
  const name = block(escapeHtml(title), 'font-size:18pt;line-height:1.2;margin:0 0 8pt');
  const cell = (html: string, style: string) => `<td valign="top" style="padding:0;${style}">${html}</td>`;
  const cells = cell(left.join(''), `width:50%;padding-right:12pt`) + cell(name + right.join(''), '');
  return table(`<tr>${cells}</tr>`, 'presentation', 'margin:0 0 18pt');
}

function tableHtml({ heading, columns, rows }: PaperTable): string {
  const headers = columns.map(column => cellHtml('th', column.header, column, `${muted};font-weight:normal`));
  // Headers are repeated on every page, and no row is cut in two.
  const top = `<thead style="display:table-header-group"><tr>${headers.join('')}</tr></thead>`;
  const body = `<tbody>${rows.map(row => rowHtml(row, columns)).join('')}</tbody>`;
  const title = `<h2 style="font-size:11pt;margin:0 0 4pt;page-break-after:avoid">${escapeHtml(heading)}</h2>`;
  return title + table(top + body, 'table', 'margin:0 0 16pt');
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

/** In a mail without a doctype tables take no type from around them, so each has its own. */
function table(rows: string, role: string, style: string): string {
  return `<table role="${role}" cellpadding="0" cellspacing="0" width="100%" style="width:100%;table-layout:fixed;border-collapse:collapse;${type};${style}">${rows}</table>`;
}

function block(html: string, style: string): string {
  return `<div style="${style}">${html}</div>`;
}
