import { type Language, languageNames, languages, readLanguage } from '../ledger/language';
import { type MailKind, mailKinds, mailParts } from '../ledger/notices/templates/mail-kinds';
import { placeholdersFor } from '../ledger/notices/templates/placeholders';
import { templateKey, usualTexts } from '../ledger/notices/templates/templates';
import { foldName } from '../ledger/reading/names';
import { lastFilledRow, type OpenTab } from './open-tabs';
import { type CellWrite, writeCells } from './write-cells';

/** Adds the usual texts where a row or a text is missing, never touching what somebody typed; gives how many. */
export function fillTemplates({ tab, rows, column }: OpenTab): number {
  const known = rowsByKey(rows, column);
  let last = lastFilledRow(rows);
  const writes = languages.flatMap(language =>
    mailKinds.flatMap(kind => {
      const row = known.get(templateKey(kind, language)) ?? ++last;
      const cells = rows[row - 1] ?? [];
      return Object.entries(rowOf(kind, language)).flatMap(([header, value]): CellWrite[] => {
        const at = column(header);
        const isFilled = at === 0 || String(cells[at - 1] ?? '').trim() !== '';
        return isFilled || value === '' ? [] : [{ row, column: at, value, format: '@' }];
      });
    }),
  );
  if (writes.length > 0) tab.grow(last, 1);
  writeCells(tab, writes);
  return writes.length;
}

/** Where each level and language stands; of two equal rows the first counts. */
function rowsByKey(rows: OpenTab['rows'], column: OpenTab['column']): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, cells] of rows.entries()) {
    const text = (header: string) => String(cells[column(header) - 1] ?? '');
    const kind = mailKinds.find(each => each === foldName(text('Level')));
    const language = readLanguage('Language', text('Language'));
    if (!kind || typeof language !== 'string') continue;
    const key = templateKey(kind, language);
    if (!found.has(key)) found.set(key, index + 1);
  }
  return found;
}

function rowOf(kind: MailKind, language: Language): Record<string, string> {
  const texts = usualTexts(kind, language);
  const parts = mailParts.map(part => [part, texts[part]]);
  return {
    Level: kind,
    Language: languageNames[language],
    ...Object.fromEntries(parts),
    Placeholders: placeholdersFor(kind),
  };
}
