import { contentHeaders } from './tabs';

/** A cell takes 50,000 characters; what is kept is plain ASCII, so that a cut never parts a letter. */
const longestPiece = 45_000;
/** Begins each piece, so that none looks like a number or a formula. */
const mark = '|';

/** What a paper is made of as one text; the same always gives the same. */
export function contentOf(kept: object): string {
  return JSON.stringify(kept).replace(
    /[^ -~]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text cut to the cells of a row; throws `tooLong` where they do not hold it. */
export function piecesOf(content: string, tooLong: string): readonly string[] {
  const pieces = fittingPieces(content);
  if (!pieces) throw new Error(tooLong);
  return pieces;
}

/** The same; nothing where they do not hold it. */
export function fittingPieces(content: string): readonly string[] | undefined {
  const pieces: string[] = [];
  for (let start = 0; start < content.length; start += longestPiece)
    pieces.push(mark + content.slice(start, start + longestPiece));
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
