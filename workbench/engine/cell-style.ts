/**
 * The look of a cell, in our words and in Univer's.
 */
import type { IStyleData, Nullable } from '@univerjs/core';
import type { CellStyle } from './spreadsheet';

const ALIGNMENTS = ['', 'left', 'center', 'right'];
const OVERFLOW = 1;
const WRAP = 3;

/** What is not mentioned stays as it is; an empty colour is none. */
export function toUniver({ bold, background, fontColor, horizontalAlignment, wrap }: CellStyle): IStyleData {
  const style: IStyleData = {};
  if (bold !== undefined) style.bl = bold ? 1 : 0;
  if (background !== undefined) style.bg = background === '' ? null : { rgb: background };
  if (fontColor !== undefined) style.cl = fontColor === '' ? null : { rgb: fontColor };
  if (horizontalAlignment !== undefined) style.ht = Math.max(0, ALIGNMENTS.indexOf(horizontalAlignment));
  if (wrap !== undefined) style.tb = wrap ? WRAP : OVERFLOW;
  return style;
}

export function fromUniver(style: Nullable<IStyleData>): CellStyle {
  const { bl, bg, cl, ht, tb } = style ?? {};
  const horizontalAlignment = ALIGNMENTS[ht ?? 0];
  return {
    ...(bl ? { bold: true } : {}),
    ...(bg?.rgb ? { background: bg.rgb } : {}),
    ...(cl?.rgb ? { fontColor: cl.rgb } : {}),
    ...(horizontalAlignment ? { horizontalAlignment } : {}),
    ...(tb === WRAP ? { wrap: true } : {}),
  };
}
