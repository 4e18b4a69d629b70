import { drawingText } from '../pictures/picture';
import { escapeHtml } from '../units/escape-html';
import { block, breaking, muted, pageAround, rowsTable, table, typeOf } from './html-parts';
import type { Paper, PaperTable } from './paper';

const type = typeOf(10);

/** A whole page for A4 and Letter. */
export function paperPage(paper: Paper): string {
  return pageAround(
    paper.title,
    paper.language ?? 'en',
    '@page{margin:48pt 44pt}',
    sheetHtml(paper, pictureHtml(paper)),
  );
}

/** The same without the page around it, as a mail takes it, and without the picture, of which mails keep only the words. */
export function paperHtml(paper: Paper): string {
  return sheetHtml(paper, '');
}

function pictureHtml({ picture }: Paper): string {
  return picture ? block(drawingText(picture), 'margin:0 0 14pt;page-break-inside:avoid') : '';
}

/** Every value is escaped. */
function sheetHtml(paper: Paper, picture: string): string {
  const { remarks, headline, tables, closing } = paper;
  const content = [
    head(paper),
    ...remarks.map(remark => block(escapeHtml(remark), `${strip};margin:0 0 10pt`)),
    headline ? block(escapeHtml(headline), 'font-size:15pt;line-height:1.3;margin:0 0 12pt') : '',
    picture,
    ...tables.map(tableHtml),
    ...closing.map(each => block(escapeHtml(each), `${muted};margin:0 0 4pt`)),
  ];
  return `<div lang="${paper.language ?? 'en'}" style="${type};${breaking}">${content.join('')}</div>`;
}

const strip = 'padding:6pt 8pt;background:#f7efe6;color:#8a4600';

function head({ firm, letterhead = [], title, to, facts }: Paper): string {
  const below = letterhead.map(each => block(escapeHtml(each), muted)).join('');
  const left = [
    firm ? block(block(escapeHtml(firm), 'font-weight:bold') + below, 'margin:0 0 14pt') : '',
    ...to.map((each, index) => block(escapeHtml(each), index === 0 ? 'font-weight:bold' : muted)),
  ];
  const right = facts.map(
    ([label, value]) => `<span style="${muted}">${escapeHtml(label)}</span> ${escapeHtml(value)}<br>`,
  );
  const name = block(
    // The number of a paper is one word, and never broken at its dash.
    escapeHtml(title).replace(/\S*\d\S*$/, number => `<span style="white-space:nowrap">${number}</span>`),
    'font-size:18pt;line-height:1.2;margin:0 0 8pt;-webkit-hyphens:auto;hyphens:auto',
  );
  const cell = (html: string, style: string) => `<td valign="top" style="padding:0;${style}">${html}</td>`;
  const cells = cell(left.join(''), `width:50%;padding-right:12pt`) + cell(name + right.join(''), '');
  return table(`<tr>${cells}</tr>`, 'presentation', `${type};margin:0 0 18pt`);
}

function tableHtml({ heading, columns, rows, pictures = [], remark = '' }: PaperTable): string {
  const title = `<h2 style="font-size:11pt;margin:0 0 4pt;page-break-after:avoid">${escapeHtml(heading)}</h2>`;
  const drawn = pictures.map(each => block(drawingText(each), 'margin:0 0 8pt;page-break-inside:avoid'));
  const below = remark ? block(escapeHtml(remark), `${muted};margin:4pt 0 16pt`) : '';
  const rowsHtml = rowsTable({ columns, rows }, `${type};margin:0 0 ${remark ? 0 : 16}pt`);
  return title + drawn.join('') + rowsHtml + below;
}
