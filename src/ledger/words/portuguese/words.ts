import type { LanguageWords } from '../language-words';
import { portugueseAgreement } from './agreement';
import { portugueseClauses } from './clauses';
import { portugueseFigures } from './figures';
import { portugueseName } from './language';
import { portugueseMail } from './mail';

export const portuguese: LanguageWords = {
  language: portugueseName,
  figures: portugueseFigures,
  mail: portugueseMail,
  agreement: portugueseAgreement,
  clauses: portugueseClauses,
};
