import { type Cell, cellText, type Parse, parser } from '../sheet/cell';
import type { Language } from '../units/language';
import { foldName } from '../units/names';
import { languageOf, typeLanguage } from '../words/languages';

const typed = (cell: Cell) => languageOf(foldName(cellText(cell)));

/** Reads `de`, `de-AT` or a name such as `German` or `Deutsch`. */
export const readLanguage: Parse<Language> = parser(typeLanguage, typed);

/** The same of a client, who is written to in English until it is mended. */
export const readClientLanguage: Parse<Language> = parser(
  `${typeLanguage} Until then English is used.`,
  typed,
);
