import type { LanguageName } from '../language-words';

export const frenchName: LanguageName = {
  code: 'fr',
  name: 'French',
  known: 'french französisch franzoesisch francés frances français francais frans francese francês',
};
