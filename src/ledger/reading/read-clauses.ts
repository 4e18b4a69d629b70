import type { IssueList } from '../model/issue';
import { checkHeaders, type TabCells } from '../sheet/tab-cells';
import { decimalNumber } from '../units/decimal';
import type { Language } from '../units/language';
import { foldName } from '../units/names';
import { type UsualClause, usualClauses } from '../words/clause';
import { clauseRules } from '../words/clause-placeholders';
import { languageName, languages, typeLanguage } from '../words/languages';
import { problemOf } from '../words/template';
import { readLanguage } from './read-language';
import { noteTwin, type RowReader, readRows } from './rows';
import { readText, upTo } from './values';

/** A row of Clauses; heading and text are blank where the usual ones hold. */
export interface TypedClause {
  readonly name: string;
  readonly key: string;
  readonly language: Language;
  /** 0: the clause is left out. Nothing: in its usual place, one of the user's own behind all others. */
  readonly order: number | undefined;
  readonly heading: string;
  readonly text: string;
}

/** What the user has written, in the order of the tab. */
export type TypedClauses = readonly TypedClause[];

const readOrder = upTo(1000, 'Type a number such as 2; 0 leaves the clause out.', decimalNumber);

export function usualClauseOf(key: string): UsualClause | undefined {
  return usualClauses.find(name => name === key);
}

/**
 * Reads Clauses; a text that cannot be used is an issue of its row.
 *
 * The usual text stands in its place, and a clause of the user's own is left out, so that no client ever signs a
 * placeholder.
 */
export function readClauses(cells: TabCells, issues: IssueList): TypedClauses {
  const clauses: TypedClause[] = [];
  const rowOf = new Map<string, number>();
  checkHeaders(cells, issues);
  readRows(cells, issues, row => {
    const name = row.need('Clause', readText, 'Type what the clause is about, or clear the row.');
    const language = row.need('Language', readLanguage, typeLanguage);
    if (!name || !language) return;
    const key = foldName(name);
    const place = clauseKey(key, language);
    const earlier = rowOf.get(place);
    if (earlier) return noteTwin(row, `${name} ${languageName(language)}`, earlier);
    rowOf.set(place, row.number);
    clauses.push(readClause(row, name, key, language));
  });
  return clauses;
}

export function clauseKey(key: string, language: Language): string {
  return `${languages.indexOf(language)} ${key}`;
}

function readClause(row: RowReader, name: string, key: string, language: Language): TypedClause {
  const order = row.take('Order', readOrder);
  const isUsual = usualClauseOf(key) !== undefined;
  const until = isUsual
    ? 'Until then the usual one stands in agreements.'
    : 'Until then agreements go without it.';
  const take = (header: 'Heading' | 'Text') => {
    const text = row.take(header, readText, '');
    const problem = text && problemOf(text, clauseRules);
    if (problem) row.note(`${header} ${problem} ${header === 'Text' ? until : ''}`.trim());
    return problem ? '' : text;
  };
  const [heading, text] = [take('Heading'), take('Text')];
  if (!isUsual && order !== 0 && readText('Text', row.cell('Text')) === '')
    row.note(`Text is blank. Type the clause, or clear the row. ${until}`);
  return { name, key, language, order, heading, text };
}
