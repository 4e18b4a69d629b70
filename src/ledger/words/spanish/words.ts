import type { LanguageWords } from '../language-words';
import { spanishAgreement } from './agreement';
import { spanishClauses } from './clauses';
import { spanishFigures } from './figures';
import { spanishName } from './language';
import { spanishMail } from './mail';

export const spanish: LanguageWords = {
  language: spanishName,
  figures: spanishFigures,
  mail: spanishMail,
  agreement: spanishAgreement,
  clauses: spanishClauses,
};
