import type { LanguageName } from '../language-words';

export const germanName: LanguageName = {
  code: 'de',
  name: 'German',
  known: 'german deutsch alemán aleman allemand duits tedesco alemão alemao',
};
