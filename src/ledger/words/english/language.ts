import type { LanguageName } from '../language-words';

export const englishName: LanguageName = {
  code: 'en',
  name: 'English',
  known: 'english englisch inglés ingles anglais inglese inglês engels',
};
