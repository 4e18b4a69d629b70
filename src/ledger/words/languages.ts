import type { Language } from '../units/language';
import { dutchName } from './dutch/language';
import { dutch } from './dutch/words';
import { englishName } from './english/language';
import { english } from './english/words';
import { frenchName } from './french/language';
import { french } from './french/words';
import { germanName } from './german/language';
import { german } from './german/words';
import { italianName } from './italian/language';
import { italian } from './italian/words';
import type { LanguageName, LanguageWords } from './language-words';
import { portugueseName } from './portuguese/language';
import { portuguese } from './portuguese/words';
import { spanishName } from './spanish/language';
import { spanish } from './spanish/words';

/**
 * The languages in which clients are written to: whoever adds one adds its folder, and its two names here.
 *
 * Two lists, for a function in a cell reads a client's language without a word of it.
 */
const names: readonly LanguageName[] = [
  englishName,
  germanName,
  spanishName,
  frenchName,
  dutchName,
  italianName,
  portugueseName,
];
const words: readonly LanguageWords[] = [english, german, spanish, french, dutch, italian, portuguese];

export const languages: readonly Language[] = names.map(({ code }) => code);

/** What to do where a cell holds no language. */
export const typeLanguage = `Type ${languages.slice(0, -1).join(', ')} or ${languages[languages.length - 1]}.`;

/** The language that somebody means by `de`, `de-AT`, `German` or `Deutsch`; nothing where there is none. */
export function languageOf(folded: string): Language | undefined {
  const [code] = folded.split(/[-_]/);
  return names.find(each => each.code === code || each.known.split(' ').includes(folded))?.code;
}

/** For people who choose one, or look at rows. */
export function languageName(language: Language): string {
  return names.find(({ code }) => code === language)?.name ?? language;
}

export function wordsOf(language: Language): LanguageWords {
  const found = words.find(each => each.language.code === language);
  if (!found) throw new Error(`No words in ${language}.`);
  return found;
}
