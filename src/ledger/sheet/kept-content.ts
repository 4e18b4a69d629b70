import { piecesOfText, plainJson } from '../units/plain-json';
import { contentHeaders } from './columns';

/** A cell takes 50,000 characters. */
const longestPiece = 45_000;
/** Begins each piece, so that none looks like a number or a formula. */
const mark = '|';

/** What a paper is made of as one text; the same always gives the same. */
export function contentOf(kept: object): string {
  return plainJson(kept);
}

/** The text cut to cells, however many. */
export function cellPieces(content: string): readonly string[] {
  return piecesOfText(content, longestPiece).map(piece => mark + piece);
}

/** The text cut to the cells of a row; throws `tooLong` where they do not hold it. */
export function piecesOf(content: string, tooLong: string): readonly string[] {
  const pieces = fittingPieces(content);
  if (!pieces) throw new Error(tooLong);
  return pieces;
}

/** The same; nothing where they do not hold it. */
export function fittingPieces(content: string): readonly string[] | undefined {
  const pieces = cellPieces(content);
  return pieces.length > contentHeaders.length ? undefined : pieces;
}

/** Whether a cell holds a piece of a text. */
export function isPiece(cell: unknown): boolean {
  return String(cell).startsWith(mark);
}

/** The text of a row's cells. */
export function joinPieces(cells: readonly unknown[]): string {
  return cells.map(cell => String(cell ?? '').replace(mark, '')).join('');
}

/** What a text says, if it has the part by which its kind is known; nothing where it has not. */
export function keptIn<Kept extends object>(content: string, part: keyof Kept & string): Kept | undefined {
  try {
    const found = JSON.parse(content);
    return found && typeof found === 'object' && part in found ? found : undefined;
  } catch {
    return undefined;
  }
}
