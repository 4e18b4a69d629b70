import { type MailKind, mailKinds, mailParts } from '../../ledger/model/levels';
import { clauseKey } from '../../ledger/reading/read-clauses';
import { readLanguage } from '../../ledger/reading/read-language';
import type { Language } from '../../ledger/units/language';
import { foldName } from '../../ledger/units/names';
import { usualClauses } from '../../ledger/words/clause';
import { listedPlaceholders } from '../../ledger/words/clause-placeholders';
import { languageName, languages, wordsOf } from '../../ledger/words/languages';
import { placeholdersFor } from '../../ledger/words/mail-placeholders';
import { templateKey, usualTexts } from '../../ledger/words/templates';
import { appendRows } from '../../workbook/append-rows';
import { isFilledRow, type OpenTab } from '../../workbook/tabs';
import type { CellValue } from '../../workbook/workbook';
import { type NewCell, writeCells } from '../../workbook/write-cells';

/** A row that set up writes, by header; `key` is how it is found again, wherever it stands. */
interface UsualRow {
  readonly key: string;
  readonly cells: Readonly<Record<string, CellValue>>;
}

/** Adds rows and cells that are missing, never touching what somebody typed; gives how many cells. */
function fillRows(
  open: OpenTab,
  usual: readonly UsualRow[],
  keyOf: (text: (header: string) => string) => string | undefined,
): number {
  const { tab, rows, column } = open;
  const known = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    const key = keyOf(header => String(cells[column(header) - 1] ?? ''));
    // Of two equal rows the first counts.
    if (key !== undefined && !known.has(key)) known.set(key, index + 1);
  }
  const written = usual.map(({ key, cells: values }) => {
    const row = known.get(key);
    const cells = row === undefined ? [] : (rows[row - 1] ?? []);
    const missing = Object.entries(values).flatMap(([header, value]): NewCell[] => {
      const at = column(header);
      const isFilled = at === 0 || String(cells[at - 1] ?? '').trim() !== '';
      const format = typeof value === 'string' ? '@' : 'General';
      return isFilled || value === '' ? [] : [{ column: at, value, format }];
    });
    return { row, missing };
  });
  writeCells(
    tab,
    written.flatMap(({ row, missing }) => (row === undefined ? [] : missing.map(cell => ({ ...cell, row })))),
  );
  appendRows(
    open,
    written.flatMap(({ row, missing }) => (row === undefined && missing.length > 0 ? [missing] : [])),
  );
  return written.flatMap(({ missing }) => missing).length;
}

/** Adds the usual clauses where a row or a text is missing, never touching what somebody typed; gives how many cells. */
export function fillClauses(clauses: OpenTab): number {
  const usual = languages.flatMap(language =>
    usualClauses.map((name, index) => {
      const { heading, text } = wordsOf(language).clauses[name];
      const cells = {
        Clause: name,
        Language: languageName(language),
        Order: index + 1,
        Heading: heading,
        Text: text,
        Placeholders: listedPlaceholders,
      };
      return { key: clauseKey(name, language), cells };
    }),
  );
  return fillRows(clauses, usual, text => {
    const language = readLanguage('Language', text('Language'));
    return typeof language === 'string' ? clauseKey(foldName(text('Clause')), language) : undefined;
  });
}

/** Adds the usual texts where a row or a text is missing, never touching what somebody typed; gives how many. */
export function fillTemplates(templates: OpenTab): number {
  const usual = languages.flatMap(language =>
    mailKinds.map(kind => ({ key: templateKey(kind, language), cells: rowOf(kind, language) })),
  );
  return fillRows(templates, usual, text => {
    const kind = mailKinds.find(each => each === foldName(text('Level')));
    const language = readLanguage('Language', text('Language'));
    return kind && typeof language === 'string' ? templateKey(kind, language) : undefined;
  });
}

function rowOf(kind: MailKind, language: Language): Record<string, string> {
  const texts = usualTexts(kind, language);
  const parts = mailParts.map(part => [part, texts[part]]);
  return {
    Level: kind,
    Language: languageName(language),
    ...Object.fromEntries(parts),
    Placeholders: placeholdersFor(kind),
  };
}

/** Name, multiplier, and whether it is billable. */
export type WorkType = readonly [string, number, boolean];

/** The usual work types, for a workbook that has none; gives how many. */
export function fillWorkTypes(open: OpenTab, workTypes: readonly WorkType[]): number {
  if (open.rows.slice(1).some(isFilledRow)) return 0;
  const columns = ['Work type', 'Multiplier', 'Billable'].map(open.column);
  appendRows(
    open,
    workTypes.map(values => values.map((value, at) => ({ column: columns[at] as number, value }))),
  );
  return workTypes.length;
}
