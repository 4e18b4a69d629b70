import type { LanguageWords } from '../language-words';
import { frenchAgreement } from './agreement';
import { frenchClauses } from './clauses';
import { frenchFigures } from './figures';
import { frenchName } from './language';
import { frenchMail } from './mail';

export const french: LanguageWords = {
  language: frenchName,
  figures: frenchFigures,
  mail: frenchMail,
  agreement: frenchAgreement,
  clauses: frenchClauses,
};
