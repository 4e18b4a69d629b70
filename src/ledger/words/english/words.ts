import type { LanguageWords } from '../language-words';
import { englishAgreement } from './agreement';
import { englishClauses } from './clauses';
import { englishName } from './language';
import { englishMail } from './mail';
import { englishPapers } from './papers';

export const english: LanguageWords = {
  language: englishName,
  mail: englishMail,
  papers: englishPapers,
  agreement: englishAgreement,
  clauses: englishClauses,
};
