import { type Cell, cellText, type Parse, parser } from '../sheet/cell';
import { type Language, languages } from '../units/language';
import { foldName } from '../units/names';

/** What people type for each: its own name, and what the others call it. */
const names: Readonly<Record<Language, string>> = {
  en: 'english englisch inglés ingles anglais',
  de: 'german deutsch alemán aleman allemand',
  es: 'spanish spanisch español espanol castellano espagnol',
  fr: 'french französisch franzoesisch francés frances français francais',
};

const codes = 'Type en, de, es or fr.';

/** Reads `de`, `de-AT` or a name such as `German` or `Deutsch`. */
export const readLanguage: Parse<Language> = parser(codes, languageOf);

/** The same of a client, who is written to in English until it is mended. */
export const readClientLanguage: Parse<Language> = parser(`${codes} Until then English is used.`, languageOf);

function languageOf(cell: Cell): Language | undefined {
  const word = foldName(cellText(cell));
  const [code] = word.split(/[-_]/);
  return languages.find(each => each === code || names[each].split(' ').includes(word));
}
