import type { LanguageWords } from '../language-words';
import { dutchAgreement } from './agreement';
import { dutchClauses } from './clauses';
import { dutchFigures } from './figures';
import { dutchName } from './language';
import { dutchMail } from './mail';
import { dutchPapers } from './papers';

export const dutch: LanguageWords = {
  language: dutchName,
  figures: dutchFigures,
  mail: dutchMail,
  papers: dutchPapers,
  agreement: dutchAgreement,
  clauses: dutchClauses,
};
