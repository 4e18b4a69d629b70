import type { LanguageWords } from '../language-words';
import { italianAgreement } from './agreement';
import { italianClauses } from './clauses';
import { italianFigures } from './figures';
import { italianName } from './language';
import { italianMail } from './mail';

export const italian: LanguageWords = {
  language: italianName,
  figures: italianFigures,
  mail: italianMail,
  agreement: italianAgreement,
  clauses: italianClauses,
};
