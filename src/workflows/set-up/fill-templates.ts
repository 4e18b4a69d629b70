import { type MailKind, mailKinds, mailParts } from '../../ledger/model/levels';
import { readLanguage } from '../../ledger/reading/read-language';
import { type Language, languageNames, languages } from '../../ledger/units/language';
import { foldName } from '../../ledger/units/names';
import { placeholdersFor } from '../../ledger/words/mail-placeholders';
import { templateKey, usualTexts } from '../../ledger/words/templates';
import type { OpenTab } from '../../workbook/tabs';
import { fillRows } from './fill-rows';

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
    Language: languageNames[language],
    ...Object.fromEntries(parts),
    Placeholders: placeholdersFor(kind),
  };
}
