import { type Agreement, draftAgreement } from '../../ledger/agreements/agreement';
import { clausesFor } from '../../ledger/agreements/clauses-for';
import { termDifferences } from '../../ledger/agreements/term-differences';
import { type Block, hasAgreement } from '../../ledger/model/block';
import type { Client } from '../../ledger/model/client';
import { issueText } from '../../ledger/model/issue';
import type { Ledger } from '../../ledger/model/ledger';
import { recipientsOf } from '../../ledger/reading/address';
import { type CalendarDate, dateText } from '../../ledger/units/calendar-date';
import type { Language } from '../../ledger/units/language';
import { languages } from '../../ledger/words/languages';
import { type Book, type Desk, openBook } from '../../workbook/open-book';
import { agreementDigest, findAgreements, type KeptAgreement } from './agreement-tab';
import { readClausesTab } from './clauses-tab';
import type { LetterAtHand } from './give-paper';

/** What is asked for, of one block. */
interface Request {
  readonly block: string;
  /** Nothing: the client's own. */
  readonly language: Language | undefined;
  /** The digest of one that was made before; blank: as the sheet stands now. */
  readonly version: string;
}

/** A page may send anything; throws in words. */
function readRequest(given: unknown): Request {
  const { block, language, version } = Object(given) as Record<string, unknown>;
  const number = String(block ?? '').trim();
  if (number === '') throw new Error('Choose the block.');
  return {
    block: number,
    language: languages.find(each => each === language),
    version: String(version ?? ''),
  };
}

/** An agreement as it would be given out now. */
export interface AgreementAtHand extends LetterAtHand {
  readonly shown: Agreement;
  /** What is shown, where it was made before. */
  readonly kept: KeptAgreement | undefined;
  readonly earlier: readonly KeptAgreement[];
}

/** Of the tabs only those that tell of blocks, clients and rules. */
export function openSold(book: Book): Ledger {
  return openBook(book, undefined, ['Clients', 'Blocks', 'Work types', 'Settings', 'Notices', 'Agreements'])
    .ledger;
}

/** The agreement that is asked for: one that was made, or what the sheet says now. */
export function layAgreement(desk: Desk, given: unknown): AgreementAtHand {
  const { block: number, language, version } = readRequest(given);
  const ledger = openSold(desk.book);
  const block = soldBlock(ledger, number);
  const client = soundTerms(ledger, block);
  const { clauses, issues } = readClausesTab(desk.book);
  const chosen = language ?? client.language;
  const { clauses: own, missing } = clausesFor(clauses, chosen);
  const draft = draftAgreement({ block, client, ...ledger }, own, chosen);
  const found = findAgreements(desk.book, desk.hash);
  const earlier = found.kept.filter(({ agreement }) => isAbout(agreement.block, block)).reverse();
  const wanted = version || agreementDigest(draft, desk.hash);
  const kept = earlier.find(({ digest }) => digest === wanted);
  if (version && !kept) throw new Error('That agreement is not in Agreements any more. Look at it again.');
  const damaged = found.damaged.filter(each => isAbout(each.block, block));
  return {
    ledger,
    client,
    shown: kept ? kept.agreement : draft,
    digest: wanted,
    kept,
    earlier,
    recipients: recipientsOf(client),
    standing: [
      ...standingOf(kept, earlier, draft),
      ...damaged.map(
        ({ row }) => `Row ${row} of Agreements was changed, so it cannot be reprinted as it was made.`,
      ),
      ...(version ? [] : [...missing.map(missingText), ...issues.map(issueText)]),
      ...(ledger.settings.firmName
        ? []
        : ['Settings has no Firm name, so yours is left to be written by hand.']),
    ],
  };
}

function isAbout(number: string, block: Block): boolean {
  return number.toUpperCase() === block.number.toUpperCase();
}

function missingText(name: string): string {
  return `The clause "${name.slice(0, 40)}" has no text that can be used in this language, so it is left out. Add a row to Clauses.`;
}

/** How the shown one stands; of a block on other terms than were signed, what is different. */
function standingOf(
  kept: KeptAgreement | undefined,
  earlier: readonly KeptAgreement[],
  now: Agreement,
): readonly string[] {
  const signed = newestOf(earlier.filter(each => each.signed !== undefined));
  const other = signed && signed !== kept ? signed : undefined;
  const differences = other ? termDifferences(other.agreement.terms, now.terms) : [];
  return [
    kept ? stateOf(kept) : '',
    other?.signed === undefined ? '' : `Another one was signed on ${dateText(other.signed)}.`,
    ...differences.map(each => `Changed since: ${each}`),
  ].filter(line => line !== '');
}

function newestOf(all: readonly KeptAgreement[]): KeptAgreement | undefined {
  return [...all].sort((a, b) => (b.signed ?? 0) - (a.signed ?? 0) || b.made - a.made || b.row - a.row)[0];
}

function stateOf({ made, sent, sentTo, signed }: KeptAgreement): string {
  const steps: [string, CalendarDate | undefined][] = [
    ['Made on', made],
    [`mailed to ${sentTo} on`, sent],
    ['signed on', signed],
  ];
  const told = steps.flatMap(([what, date]) => (date === undefined ? [] : [`${what} ${dateText(date)}`]));
  return `${told.join(', ')}.`;
}

function soldBlock({ blocks }: Ledger, number: string): Block {
  const block = blocks.find(each => isAbout(number, each));
  if (!block) throw new Error(`Block ${number.slice(0, 20)} is not in Blocks. Choose another.`);
  if (hasAgreement(block)) return block;
  throw new Error(`${block.number} is a ${block.kind}, and only hours that were sold have an agreement.`);
}

/** The block's client; its terms and the kinds of work must be readable, or the paper would say something wrong. */
function soundTerms({ clients, broken, workTypes, issues }: Ledger, block: Block): Client {
  const wrong = (broken.get(block.clientKey) ?? []).find(({ tab }) => tab === 'Clients');
  const isUnread = [...workTypes.values()].includes(undefined);
  const unread = isUnread ? issues.find(({ tab, row }) => tab === 'Work types' && row > 1) : undefined;
  const problem = wrong ?? unread;
  if (problem) throw new Error(issueText(problem));
  return clients.get(block.clientKey) as Client;
}
