import type { LanguageName } from '../language-words';

export const spanishName: LanguageName = {
  code: 'es',
  name: 'Spanish',
  known: 'spanish spanisch español espanol castellano espagnol spaans spagnolo espanhol',
};
