/** The look of a cell: as a file says it, and as the grid draws it. */

import type { IStyleData } from '@univerjs/core';
import type { Alignment, Color, Font } from 'exceljs';
import type { CellStyle } from '../engine/spreadsheet';

const horizontal = { left: 1, center: 2, right: 3, justify: 4 } as const;
const vertical = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = 3;

/** What the grid cannot draw (patterns, theme colours, borders) is left out. */
export function drawn({ font, fill, alignment }: CellStyle): IStyleData {
  const ground = fill?.type === 'pattern' && fill.pattern === 'solid' ? rgb(fill.fgColor) : undefined;
  return {
    ...(font?.bold !== undefined && { bl: font.bold ? 1 : 0 }),
    ...(font?.italic !== undefined && { it: font.italic ? 1 : 0 }),
    ...(font?.underline !== undefined && { ul: { s: font.underline ? 1 : 0 } }),
    ...(font?.strike !== undefined && { st: { s: font.strike ? 1 : 0 } }),
    // The font of a file's theme is nobody's choice: the sheet's own stands for it.
    ...(font?.size !== undefined && !font.scheme && { fs: font.size }),
    ...(font?.name !== undefined && !font.scheme && { ff: font.name }),
    ...(rgb(font?.color) && { cl: { rgb: rgb(font?.color) ?? '' } }),
    ...(ground && { bg: { rgb: ground } }),
    ...placed(alignment),
  };
}

function placed(alignment: Partial<Alignment> | undefined): IStyleData {
  if (!alignment) return {};
  const ht = horizontal[alignment.horizontal as keyof typeof horizontal];
  const vt = vertical[alignment.vertical as keyof typeof vertical];
  return { ...(ht && { ht }), ...(vt && { vt }), ...(alignment.wrapText && { tb: WRAP }) };
}

/** What a person has made of a look in the grid; what the grid does not know stays as it was. */
export function redrawn(before: CellStyle, style: IStyleData): CellStyle {
  const font: Partial<Font> = { ...before.font };
  font.bold = style.bl === 1;
  font.italic = style.it === 1;
  font.underline = style.ul?.s === 1;
  font.strike = style.st?.s === 1;
  if (style.fs) font.size = style.fs;
  if (style.ff) font.name = style.ff;
  if (style.cl?.rgb) font.color = { argb: argb(style.cl.rgb) } as Color;
  else if (rgb(font.color)) delete font.color;
  const alignment: Partial<Alignment> = { ...before.alignment, wrapText: style.tb === WRAP };
  const ht = keyOf(horizontal, style.ht);
  const vt = keyOf(vertical, style.vt);
  if (ht) alignment.horizontal = ht;
  if (vt) alignment.vertical = vt;
  const { fill: _, ...rest } = before;
  const ground = style.bg?.rgb;
  return {
    ...rest,
    font,
    alignment,
    ...(ground && { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(ground) } } }),
  };
}

function keyOf<Key extends string>(table: Readonly<Record<Key, number>>, value: unknown): Key | undefined {
  return (Object.keys(table) as Key[]).find(key => table[key] === value);
}

function rgb(color: Partial<Color> | undefined): string | undefined {
  return color?.argb ? `#${color.argb.slice(-6).toLowerCase()}` : undefined;
}

/** `#1f2328` or `rgb(31,35,40)`. */
function argb(color: string): string {
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(color)?.slice(1).map(Number);
  const hex = parts ? parts.map(part => part.toString(16).padStart(2, '0')).join('') : color.replace('#', '');
  return `FF${hex.toUpperCase()}`;
}
