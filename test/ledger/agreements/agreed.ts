/** Agreements of the first block in a workbook as a person would type it. */
import { type Agreement, draftAgreement } from '../../../src/ledger/agreements/agreement';
import { clausesFor, noClauses } from '../../../src/ledger/agreements/clauses-for';
import type { Block } from '../../../src/ledger/model/block';
import type { Client } from '../../../src/ledger/model/client';
import { type AgreementTerms, termsDigest, termsOf } from '../../../src/ledger/rules/agreement-terms';
import type { Language } from '../../../src/ledger/units/language';
import type { Clause } from '../../../src/ledger/words/clause';
import { type Book, ledgerOf } from '../builders';

function first(book: Book) {
  const ledger = ledgerOf(book);
  const block = ledger.blocks[0] as Block;
  return { ...ledger, block, client: ledger.clients.get(block.clientKey) as Client };
}

export function termsIn(book: Book): AgreementTerms {
  const { block, client, ...ledger } = first(book);
  return termsOf(block, client, ledger);
}

export const digestIn = (book: Book) => termsDigest(termsIn(book));

export function agreementIn(book: Book, language: Language = 'en', clauses?: readonly Clause[]): Agreement {
  return draftAgreement(first(book), clauses ?? clausesFor(noClauses, language).clauses, language);
}

/** The rows of the tables in the section under a heading, as label and value. */
export function rowsUnder(agreement: Agreement, heading: string): (readonly string[])[] {
  const section = agreement.sections.find(each => each.heading === heading);
  return (section?.tables ?? []).flatMap(({ rows }) => rows.map(({ cells }) => cells.map(plain)));
}

/** With hard spaces as plain ones. */
export const plain = (text: string) => text.replace(/\u00a0/g, ' ');
