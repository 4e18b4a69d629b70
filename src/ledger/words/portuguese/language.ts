import type { LanguageName } from '../language-words';

export const portugueseName: LanguageName = {
  code: 'pt',
  name: 'Portuguese',
  known: 'portuguese portugiesisch portugués portugues portugais portugees portoghese português',
};
