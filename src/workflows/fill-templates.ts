import { type Language, languageNames, languages, readLanguage } from '../ledger/language';
import { type MailKind, mailKinds, mailParts } from '../ledger/notices/templates/mail-kinds';
import { placeholdersFor } from '../ledger/notices/templates/placeholders';
import { templateKey, usualTexts } from '../ledger/notices/templates/templates';
import { foldName } from '../ledger/reading/names';
import { fillRows } from './fill-rows';
import type { OpenTab } from './open-tabs';

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
