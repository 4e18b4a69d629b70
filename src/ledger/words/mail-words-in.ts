import type { Language } from '../units/language';
import { english } from './english/mail';
import { french } from './french/mail';
import { german } from './german/mail';
import type { MailWords } from './mail-words';
import { spanish } from './spanish/mail';

const all: Readonly<Record<Language, MailWords>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
};

export function wordsIn(language: Language): MailWords {
  return all[language];
}
