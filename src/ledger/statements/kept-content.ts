import { contentHeaders } from '../tabs';
import type { Statement } from './statement';

/** A cell takes 50,000 characters; what is kept is plain ASCII, so that a cut never parts a letter. */
const longestPiece = 45_000;
/** Begins each piece, so that none looks like a number or a formula. */
const mark = '|';

/** The statement as one text; the same statement always gives the same. */
export function contentOf(statement: Statement): string {
  return JSON.stringify(statement).replace(
    /[^ -~]/g,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The text cut to the cells of a row; throws where they do not hold it. */
export function piecesOf(content: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < content.length; start += longestPiece)
    pieces.push(mark + content.slice(start, start + longestPiece));
  if (pieces.length > contentHeaders.length)
    throw new Error('This statement is too long to be kept. Choose a shorter period.');
  return pieces;
}

/** The text of a row's cells. */
export function joinPieces(cells: readonly unknown[]): string {
  return cells.map(cell => String(cell ?? '').replace(mark, '')).join('');
}

/** The statement that a text says; nothing where it is none. */
export function statementIn(content: string): Statement | undefined {
  try {
    const found = JSON.parse(content);
    return found && typeof found === 'object' && 'movements' in found ? found : undefined;
  } catch {
    return undefined;
  }
}
