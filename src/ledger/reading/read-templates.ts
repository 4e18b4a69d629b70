import type { IssueList } from '../model/issue';
import { type MailPart, type MailTexts, mailKinds, mailParts } from '../model/levels';
import { checkHeaders, type TabCells } from '../sheet/tab-cells';
import { typeLanguage } from '../words/languages';
import { problemOf } from '../words/template';
import { type Templates, templateKey } from '../words/templates';
import { readLanguage } from './read-language';
import { noteTwin, type RowReader, readRows } from './rows';
import { choiceOf, readText } from './values';

/**
 * Reads Templates; a text that cannot be used is an issue, and the usual one holds.
 *
 * So a slip of the hand keeps no mail from going out, and no client ever sees a placeholder.
 */
export function readTemplates(cells: TabCells, issues: IssueList): Templates {
  const templates = new Map<string, Partial<MailTexts>>();
  const rowOf = new Map<string, number>();
  checkHeaders(cells, issues);
  readRows(cells, issues, row => {
    const kind = row.need('Level', choiceOf(mailKinds), 'Choose the level, or clear the row.');
    const language = row.need('Language', readLanguage, typeLanguage);
    if (!kind || !language) return;
    const key = templateKey(kind, language);
    const earlier = rowOf.get(key);
    if (earlier) return noteTwin(row, key, earlier);
    rowOf.set(key, row.number);
    templates.set(key, readTexts(row));
  });
  return templates;
}

function readTexts(row: RowReader): Partial<MailTexts> {
  const texts: Partial<Record<MailPart, string>> = {};
  for (const part of mailParts) {
    const text = row.take(part, readText, '');
    const problem = text && problemOf(text);
    if (problem) row.note(`${part} ${problem} Until then the usual text goes out.`);
    else if (text) texts[part] = text;
  }
  return texts;
}
