import type { Book } from './open-book';
import type { Hash } from './stamp';

/** What papers and books are made with: the workbook, and Google's digest, by which a kept row is known as whole. */
export interface Desk {
  readonly book: Book;
  readonly hash: Hash;
}
