import type { Block } from '../model/block';
import type { Client } from '../model/client';
import { type AgreementTerms, type TermsGround, termsOf } from '../rules/agreement-terms';
import { plus } from '../units/amounts';
import type { Language } from '../units/language';
import { taxOn } from '../units/money';
import type { Clause } from '../words/clause';
import { type ClauseValues, shortName } from '../words/clause-placeholders';
import { wordsOf } from '../words/languages';
import { fillTemplate } from '../words/template';
import { agreementText, priceParts } from './figures';
import {
  countingSection,
  type Facts,
  kindsSection,
  priceSection,
  type Section,
  useSection,
} from './sections';

/** One of the two who agree: what it is called in the paper, its name, and who speaks for it. */
export interface Party {
  readonly role: string;
  readonly name: string;
  readonly contact: string;
}

/**
 * An agreement as it was or would be made, every word of it, so that it reprints as it was signed.
 *
 * Nothing in it changes from one day to the next: the same block and clauses give the same agreement.
 */
export interface Agreement {
  readonly language: Language;
  readonly block: string;
  readonly client: string;
  readonly terms: AgreementTerms;
  readonly title: string;
  readonly blockLabel: string;
  /** With its colon. */
  readonly dateLabel: string;
  readonly parties: readonly Party[];
  readonly opening: string;
  readonly sections: readonly Section[];
  readonly signing: { readonly heading: string; readonly lines: readonly string[] };
  /** Names of the clauses, and their texts as they stood in Clauses, with their placeholders. */
  readonly clauses: readonly Pick<Clause, 'name' | 'text'>[];
}

/** Where a name is missing it is written by hand. */
const byHand = '……………………………………';

export interface AgreementGround extends TermsGround {
  readonly block: Block;
  readonly client: Client;
}

export function draftAgreement(
  { block, client, settings, workTypes }: AgreementGround,
  clauses: readonly Clause[],
  language: Language,
): Agreement {
  const words = wordsOf(language).agreement;
  const terms = termsOf(block, client, { settings, workTypes });
  const facts: Facts = {
    terms,
    words,
    text: agreementText(language, terms.currency),
    parts: priceParts(terms),
  };
  const values = valuesOf(facts, block, client, settings.firmName);
  const clauseSections = clauses.map(({ heading, text }) => ({
    heading: fillTemplate(heading, values),
    tables: [],
    paragraphs: paragraphsOf(fillTemplate(text, values)),
  }));
  const contact = client.contact === '' ? '' : `${words.contact}${words.colon}${shortName(client.contact)}`;
  // A tax that was typed, or written with the sale, may be another share of the price than the client's of today.
  const isUsual = block.tax === taxOn(block.price, client.terms.tax);
  const tax = { name: settings.taxName, share: isUsual ? client.terms.tax : undefined };
  return {
    language,
    block: block.number,
    client: client.name,
    terms,
    title: words.title,
    blockLabel: words.block,
    dateLabel: `${words.date}${words.colon}`,
    parties: [
      { role: words.provider, name: shortName(settings.firmName) || byHand, contact: '' },
      { role: words.client, name: shortName(client.name), contact },
    ],
    opening: words.opening,
    sections: [
      priceSection(facts, tax),
      useSection(facts),
      countingSection(facts),
      ...kindsSection(facts),
      ...clauseSections,
    ],
    signing: { heading: words.signatures, lines: [words.name, words.place, words.date, words.signature] },
    clauses: clauses.map(({ name, text }) => ({ name, text })),
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

function valuesOf(
  { terms, text, parts, words }: Facts,
  { number }: Pick<Block, 'number'>,
  { name, contact }: Pick<Client, 'name' | 'contact'>,
  firm: string,
): ClauseValues {
  const { hours, price, tax, starts, expires } = terms;
  const { prepaidRate } = parts;
  return {
    firm: shortName(firm),
    client: shortName(name),
    contact: shortName(contact),
    block: number,
    hours: text.hours(hours),
    'normal rate': text.money(parts.normalRate),
    'prepaid rate': prepaidRate === undefined ? '' : text.money(prepaidRate),
    price: text.money(price),
    tax: tax === 0 ? '' : text.money(tax),
    total: text.money(plus(price, tax)),
    'usable from': terms.oncePaid ? words.fromOncePaid(text.date(starts)) : text.date(starts),
    'usable until': expires === undefined ? '' : text.date(expires),
  };
}
