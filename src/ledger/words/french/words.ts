import type { LanguageWords } from '../language-words';
import { frenchAgreement } from './agreement';
import { frenchClauses } from './clauses';
import { frenchFigures } from './figures';
import { frenchName } from './language';
import { frenchMail } from './mail';
import { frenchPapers } from './papers';

export const french: LanguageWords = {
  language: frenchName,
  figures: frenchFigures,
  mail: frenchMail,
  papers: frenchPapers,
  agreement: frenchAgreement,
  clauses: frenchClauses,
};
