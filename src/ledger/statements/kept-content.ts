import { cutToPieces, keptContent, keptText } from '../papers/kept-text';
import type { Statement } from './statement';

/** The statement as one text; the same statement always gives the same. */
export function contentOf(statement: Statement): string {
  return keptText(statement);
}

/** The text cut to the cells of a row; throws where they do not hold it. */
export function piecesOf(content: string): readonly string[] {
  const pieces = cutToPieces(content);
  if (!pieces) throw new Error('This statement is too long to be kept. Choose a shorter period.');
  return pieces;
}

/** The statement that a text says; nothing where it is none. */
export function statementIn(content: string): Statement | undefined {
  const found = keptContent(content);
  return found && 'movements' in found ? (found as unknown as Statement) : undefined;
}
