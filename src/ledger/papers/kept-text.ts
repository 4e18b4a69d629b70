import { contentHeaders } from '../tabs';

/** A cell takes 50,000 characters; what is kept is plain ASCII, so that a cut never parts a letter. */
const longestPiece = 45_000;
/** Begins each piece, so that none looks like a number or a formula. */
const mark = '|';

/** A document's content as one text; the same content always gives the same. */
export function keptText(content: object): string {
  return JSON.stringify(content).replace(
    /[^ -~]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text cut to the cells of a row; nothing where they do not hold it. */
export function cutToPieces(text: string): readonly string[] | undefined {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += longestPiece)
    pieces.push(mark + text.slice(start, start + longestPiece));
  return pieces.length > contentHeaders.length ? undefined : pieces;
}

/** The text of a row's cells. */
export function joinPieces(cells: readonly unknown[]): string {
  return cells.map(cell => String(cell ?? '').replace(mark, '')).join('');
}

/** What a text says, as it was kept; nothing where it is none, for anybody may write into a cell. */
export function keptContent(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(text);
    return found && typeof found === 'object' ? (found as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
