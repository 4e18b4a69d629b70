/** The clauses that set up writes; a firm may change them, leave them out, and add its own. */
export const usualClauses = ['single point of contact', 'software licensing', 'confidentiality'] as const;
export type UsualClause = (typeof usualClauses)[number];

/** A clause as an agreement takes it, with its placeholders still in it. */
export interface Clause {
  readonly name: string;
  readonly heading: string;
  readonly text: string;
}

/** Those of one language, as they stand in Clauses. */
export type ClauseTexts = Readonly<Record<UsualClause, Pick<Clause, 'heading' | 'text'>>>;
