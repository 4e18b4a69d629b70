import { type MailKind, type MailPart, type MailTexts, mailParts } from '../model/levels';
import type { Language } from '../units/language';
import { wordsOf } from './languages';
import type { PlaceholderValues } from './mail-placeholders';
import type { MailWords } from './mail-words';
import { fillTemplate } from './template';

export function wordsIn(language: Language): MailWords {
  return wordsOf(language).mail;
}

/** What the office manager has written, where it can be used; by `templateKey`. */
export type Templates = ReadonlyMap<string, Partial<MailTexts>>;

const longestSubject = 200;

/** Where nobody has written anything. */
export const noTemplates: Templates = new Map();

export function templateKey(kind: MailKind, language: Language): string {
  return `${kind} ${language}`;
}

/** The texts that hold where the office manager has written nothing, as set up writes them. */
export function usualTexts(kind: MailKind, language: Language): MailTexts {
  const { usual, kinds } = wordsIn(language);
  // Who has just paid is thanked, and sold nothing; nor is who is asked to pay.
  const offer = ['thank you', 'unpaid', 'statement'].includes(kind) ? { Offer: '', 'How to renew': '' } : {};
  return { ...usual, ...offer, ...kinds[kind] };
}

/** The texts of a mail with their values; a subject that comes out blank gives way to the usual one. */
export function fillTexts(
  templates: Templates,
  kind: MailKind,
  language: Language,
  values: PlaceholderValues,
): MailTexts {
  const usual = usualTexts(kind, language);
  const texts = { ...usual, ...templates.get(templateKey(kind, language)) };
  const fill = (part: MailPart) => fillTemplate(texts[part], values);
  const filled = Object.fromEntries(mailParts.map(part => [part, fill(part)])) as Record<MailPart, string>;
  const subject = filled.Subject || fillTemplate(usual.Subject, values);
  // A header is one line, whatever a name or a template holds.
  return { ...filled, Subject: subject.replace(/[\s\p{Cc}]+/gu, ' ').slice(0, longestSubject) };
}
