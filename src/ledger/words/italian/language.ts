import type { LanguageName } from '../language-words';

export const italianName: LanguageName = {
  code: 'it',
  name: 'Italian',
  known: 'italian italienisch italiano italien italiaans',
};
