import { clauseKey } from '../../ledger/reading/read-clauses';
import { readLanguage } from '../../ledger/reading/read-language';
import { languageNames, languages } from '../../ledger/units/language';
import { foldName } from '../../ledger/units/names';
import { agreementWords } from '../../ledger/words/agreement-words';
import { usualClauses } from '../../ledger/words/clause';
import { listedPlaceholders } from '../../ledger/words/clause-placeholders';
import type { OpenTab } from '../../workbook/tabs';
import { fillRows } from './fill-rows';

/** Adds the usual clauses where a row or a text is missing, never touching what somebody typed; gives how many cells. */
export function fillClauses(clauses: OpenTab): number {
  const usual = languages.flatMap(language =>
    usualClauses.map((name, index) => {
      const { heading, text } = agreementWords(language).clauses[name];
      const cells = {
        Clause: name,
        Language: languageNames[language],
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
