import type { Language } from '../units/language';
import type { AgreementWords } from './agreement-words';
import { english } from './english/agreement';
import { french } from './french/agreement';
import { german } from './german/agreement';
import { spanish } from './spanish/agreement';

const all: Readonly<Record<Language, AgreementWords>> = {
  en: english,
  de: german,
  es: spanish,
  fr: french,
};

export function agreementWords(language: Language): AgreementWords {
  return all[language];
}
