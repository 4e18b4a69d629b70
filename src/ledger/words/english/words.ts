import type { LanguageWords } from '../language-words';
import { englishAgreement } from './agreement';
import { englishClauses } from './clauses';
import { englishName } from './language';
import { englishMail } from './mail';

export const english: LanguageWords = {
  language: englishName,
  mail: englishMail,
  agreement: englishAgreement,
  clauses: englishClauses,
};
