import type { LanguageWords } from '../language-words';
import { dutchAgreement } from './agreement';
import { dutchClauses } from './clauses';
import { dutchFigures } from './figures';
import { dutchName } from './language';
import { dutchMail } from './mail';

export const dutch: LanguageWords = {
  language: dutchName,
  figures: dutchFigures,
  mail: dutchMail,
  agreement: dutchAgreement,
  clauses: dutchClauses,
};
