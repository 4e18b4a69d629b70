import type { Issue } from '../model/issue';
import type { Ledger } from '../model/ledger';
import type { Signing } from '../model/signing';
import { type OpenAgreement, openAgreements } from '../reading/agreement-states';
import type { TypedClauses } from '../reading/read-clauses';
import { newestSigned } from '../reading/signings';
import { termsOf } from '../rules/agreement-terms';
import type { SettledClient } from '../rules/settle';
import { quoted } from '../sheet/cell';
import { dateText } from '../units/calendar-date';
import type { Agreement } from './agreement';
import { clausesFor } from './clauses-for';
import { termDifferences } from './term-differences';

/** The rows of Agreements, with what each says where that is as it was made. */
export interface KeptAgreements {
  readonly signings: readonly Signing[];
  /** By row. */
  readonly agreements: ReadonlyMap<number, Agreement>;
}

/**
 * Advice on agreements: sold without one, or on other terms than were signed. It keeps no figure from being shown.
 *
 * Nothing is said where the firm has made none yet, so that nobody who does not use them is flooded.
 */
export function agreementIssues(
  ledger: Ledger,
  settled: Iterable<SettledClient>,
  { signings, agreements }: KeptAgreements,
): Issue[] {
  const signed = newestSigned(signings);
  const issues: Issue[] = [];
  for (const each of settled) {
    if (!each.client.active) continue;
    for (const open of openAgreements(each, ledger.agreements)) {
      const signing = signed.get(open.block.number.toUpperCase());
      const agreed = signing && agreements.get(signing.row);
      const message = messageFor(open, each, ledger, signing, agreed);
      if (message) issues.push({ tab: 'Blocks', row: open.block.row, message });
    }
  }
  return issues;
}

function messageFor(
  { block, state }: OpenAgreement,
  { client }: SettledClient,
  ledger: Ledger,
  signing: Signing | undefined,
  agreed: Agreement | undefined,
): string | undefined {
  const name = quoted(client.name);
  if (state === 'not signed')
    return `${block.number} was sold to ${name} without a signed agreement. Make it with Agreement…, and mark it there when it is signed.`;
  if (state === 'signed' || signing?.signed === undefined) return undefined;
  const differences = agreed ? termDifferences(agreed.terms, termsOf(block, client, ledger)) : [];
  const what = differences.length > 0 ? `: ${shortList(differences)}` : '';
  return `${block.number} has other terms than ${name} signed on ${dateText(signing.signed)}${what}. Put them back, or make the agreement anew with Agreement….`;
}

const mostShown = 3;

function shortList(all: readonly string[]): string {
  const more = all.length > mostShown ? `; and ${all.length - mostShown} more` : '';
  return all.slice(0, mostShown).join('; ') + more;
}

/**
 * Which clauses have been written anew since clients with hours left signed them; each once, in the row of Agreements.
 *
 * What was signed stands, so a mended comma is no reason to call the terms changed.
 */
export function clauseIssues(
  settled: Iterable<SettledClient>,
  states: Ledger['agreements'],
  { signings, agreements }: KeptAgreements,
  typed: TypedClauses,
): Issue[] {
  const signed = newestSigned(signings);
  const changed = new Map<string, { row: number; count: number }>();
  for (const each of settled)
    for (const { block } of openAgreements(each, states)) {
      const signing = signed.get(block.number.toUpperCase());
      const agreed = signing && agreements.get(signing.row);
      for (const name of agreed ? changedClauses(agreed, typed) : []) {
        const known = changed.get(name);
        const row = Math.min(known?.row ?? Number.MAX_SAFE_INTEGER, signing?.row ?? 1);
        changed.set(name, { row, count: (known?.count ?? 0) + 1 });
      }
    }
  return [...changed].map(([name, { row, count }]) => ({
    tab: 'Agreements',
    row,
    message: `The clause ${quoted(name)} has changed since ${count === 1 ? 'this agreement was' : `this and ${count - 1} more agreements were`} signed. What was signed stands; make the agreement anew if the new text is to hold.`,
  }));
}

/** By their templates: what a clause says with another contact or price is no other clause. */
export function changedClauses({ clauses, language }: Agreement, typed: TypedClauses): string[] {
  const now = new Map(clausesFor(typed, language).clauses.map(each => [each.name, each.text]));
  const gone = clauses.filter(({ name, text }) => now.get(name) !== text).map(({ name }) => name);
  const added = [...now.keys()].filter(name => !clauses.some(each => each.name === name));
  return [...gone, ...added];
}
