import type { Block } from '../model/block';
import type { ClientTerms } from '../model/settings';
import type { TimeEntry } from '../model/time-entry';
import type { Step } from '../rules/account';
import type { CalendarDate } from '../units/calendar-date';
import type { Seconds } from '../units/seconds';
import type { MovementWords } from '../words/movement-words';
import { changeOf, createTermTeller, noTerms, plusTerms, type Terms } from './terms';

/** One line of a client's account: a piece of work, or hours that come or go. */
export interface Movement {
  readonly date: CalendarDate;
  /** In words for the client. */
  readonly what: string;
  /** Nothing where it is no work. */
  readonly worked: Seconds | undefined;
  readonly charged: Seconds | undefined;
  /** Of the balance. */
  readonly change: Seconds;
  readonly left: Seconds;
}

/** A movement with what it adds to the account's terms. */
export interface ToldMovement extends Movement {
  readonly terms: Terms;
}

/** Gathers the steps of a replay into one line for each piece of work, each block that comes and each row that takes. */
export function createMovements(blocks: readonly Block[], terms: ClientTerms, words: MovementWords) {
  const termsOf = createTermTeller(terms);
  const rows = new Map(blocks.map(block => [block.row, block]));
  const all: ToldMovement[] = [];
  let last: unknown;
  const tell = (step: Step): void => {
    const own = termsOf(step);
    // It changes neither the balance nor what the client was told of these hours.
    if (step.kind === 'gives back') return;
    const cause = causeOf(step, rows);
    const before = cause === last ? all.pop() : undefined;
    last = cause;
    const sums = plusTerms(before ? before.terms : noTerms, own);
    all.push({
      date: step.date,
      what: before ? before.what : describe(step, cause, words),
      worked: step.entry?.entry.worked,
      charged: step.entry?.charged,
      change: changeOf(sums),
      left: step.left,
      terms: sums,
    });
  };
  return { all, tell };
}

/** What a step comes from: the entry, or the row of Blocks; whatever else happens to a block is told by itself. */
function causeOf({ kind, entry, block, row }: Step, rows: ReadonlyMap<number, Block>): object | undefined {
  if (entry) return entry;
  if (kind === 'takes out') return rows.get(row as number);
  return kind === 'uncovered' || kind === 'invoices' ? block : { kind };
}

const longestWords = 500;

function describe(
  { kind, entry, block }: Step,
  minusRow: object | undefined,
  { came, taken, expired, invoiced, work }: MovementWords,
): string {
  if (entry) return entryWords(entry.entry, work);
  const { number, kind: blockKind } = block as Block;
  switch (kind) {
    case 'usable':
      return `${came[blockKind] ?? came.Purchase} (${number})`;
    case 'expires':
      return `${expired} (${number})`;
    case 'invoices':
      return `${invoiced} (${number})`;
    default:
      return taken[((minusRow || block) as Block).kind] ?? taken.Purchase;
  }
}

function entryWords({ what, workType }: TimeEntry, work: string): string {
  return (what || workType.name || work).replace(/\s+/g, ' ').trim().slice(0, longestWords);
}
