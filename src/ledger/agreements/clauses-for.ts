import { type TypedClause, type TypedClauses, usualClauseOf } from '../reading/read-clauses';
import type { Language } from '../units/language';
import { foldName } from '../units/names';
import { type Clause, usualClauses } from '../words/clause';
import { wordsOf } from '../words/languages';

/** The clauses of an agreement in one language. */
export interface ClausesFor {
  readonly clauses: readonly Clause[];
  /** Names of the user's own that are written in other languages only, or whose text cannot be used. */
  readonly missing: readonly string[];
}

/** Where nobody has written anything. */
export const noClauses: TypedClauses = [];

/** Behind every order that can be typed. */
const last = 1001;

/** The usual clauses and the user's own, in their order; a usual one that nobody has changed stands where it always does. */
export function clausesFor(typed: TypedClauses, language: Language): ClausesFor {
  const own = typed.filter(clause => clause.language === language);
  const { clauses: usual } = wordsOf(language);
  const placed = usualClauses.map((name, index) => {
    const row = own.find(({ key }) => key === name);
    const { heading, text } = usual[name];
    return {
      order: row?.order ?? index + 1,
      clause: { name, heading: row?.heading || heading, text: row?.text || text },
    };
  });
  const added = own.filter(({ key, text }) => !usualClauseOf(key) && text !== '');
  const all = [
    ...placed,
    ...added.map(({ name, order = last, heading, text }) => ({
      order,
      clause: { name, heading: heading || name, text },
    })),
  ];
  const clauses = all
    .filter(({ order }) => order !== 0)
    .sort((a, b) => a.order - b.order)
    .map(({ clause }) => clause);
  return { clauses, missing: missingIn(typed, own, clauses) };
}

function missingIn(typed: TypedClauses, own: readonly TypedClause[], used: readonly Clause[]): string[] {
  const known = new Set([
    ...used.map(({ name }) => foldName(name)),
    ...own.filter(({ order }) => order === 0).map(({ key }) => key),
  ]);
  const left = typed.filter(({ key, order }) => order !== 0 && !usualClauseOf(key) && !known.has(key));
  return [...new Map(left.map(({ key, name }) => [key, name])).values()];
}
