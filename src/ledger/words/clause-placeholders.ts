import { shortened } from '../units/plain-json';
import type { TextRules } from './template';

/** What clauses may name; each is a text, blank where there is nothing of the kind. */
const clausePlaceholders = [
  'firm',
  'client',
  'contact',
  'block',
  'hours',
  'normal rate',
  'prepaid rate',
  'price',
  'tax',
  'total',
  'usable from',
  'usable until',
] as const;
export type ClauseValues = Readonly<Record<(typeof clausePlaceholders)[number], string>>;

/** A clause of more than two pages is better a paper of its own. */
export const clauseRules: TextRules = { names: clausePlaceholders, longest: 8000 };

/** `{{firm}} {{client}} …`, as it is listed beside the texts. */
export const listedPlaceholders = clausePlaceholders.map(name => `{{${name}}}`).join(' ');

/** Names may be as long as a cell holds; a contract is no place for that. */
const longestName = 200;

/** A name on one line; hard spaces stay, for they keep a figure and its unit together. */
export function shortName(name: string): string {
  return shortened(name.replace(/[^\S\u00a0]+/g, ' ').trim(), longestName);
}
