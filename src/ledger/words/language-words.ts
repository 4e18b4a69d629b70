import type { Language } from '../units/language';
import type { AgreementWords } from './agreement-words';
import type { ClauseTexts } from './clause';
import type { FigureRules } from './figure-rules';
import type { MailWords } from './mail-words';

/** What a language is called. */
export interface LanguageName {
  readonly code: Language;
  /** For people who choose one. */
  readonly name: string;
  /** What people type for it, apart by blanks: its own name, and what the others call it. */
  readonly known: string;
}

/** Everything that is said to a client in one language; its folder holds nothing else. */
export interface LanguageWords {
  readonly language: LanguageName;
  /** Nothing for English, whose figures the sheet shows too. */
  readonly figures?: FigureRules;
  /** Notices and what they are made of, care and kinds of work among it. */
  readonly mail: MailWords;
  readonly agreement: AgreementWords;
  readonly clauses: ClauseTexts;
}
