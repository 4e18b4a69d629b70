import type { LanguageWords } from '../language-words';
import { germanAgreement } from './agreement';
import { germanClauses } from './clauses';
import { germanFigures } from './figures';
import { germanName } from './language';
import { germanMail } from './mail';

export const german: LanguageWords = {
  language: germanName,
  figures: germanFigures,
  mail: germanMail,
  agreement: germanAgreement,
  clauses: germanClauses,
};
