import type { Block } from '../model/block';
import { type Issue, issueText } from '../model/issue';
import type { JournalLine } from '../model/journal-line';
import type { Ledger } from '../model/ledger';
import { type SettledClient, settleLedger } from '../rules/settle';
import { negative, plus, sumOf } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { addTo, groupsOf, remembering } from '../units/groups';
import { type Currency, type MinorUnits, moneyText, noMoney } from '../units/money';
import { type Month, monthsBetween } from '../units/month';
import { foldName } from '../units/names';
import { type ClientBooks, clientBooks } from './client-books';
import { createSums, inOrder, type Posting } from './posting';

/** What stands beside lines that change a closed month. */
export const lateMemo = 'Late or changed in a closed month';

/** The journals of all months up to one, in their order; a month without lines has an empty one. */
export type Journals = ReadonlyMap<Month, readonly JournalLine[]>;

/**
 * The journal of an open month is what the replay comes to at its end less all earlier months' journals.
 *
 * So closed months stay as they were issued, what came late stands in the first open month, and twelve months add
 * up to the year.
 */
export function journalsUntil(
  last: Month,
  replayed: ReadonlyMap<Month, readonly JournalLine[]>,
  frozen: ReadonlyMap<Month, readonly JournalLine[]>,
  isClosed: (month: Month) => boolean = month => frozen.has(month),
): Journals {
  const journals = new Map<Month, readonly JournalLine[]>();
  const [first] = [...replayed.keys(), ...frozen.keys()].sort();
  if (first === undefined) return journals;
  let owed = createSums();
  for (const month of monthsBetween(first, last)) {
    const own = replayed.get(month) || [];
    if (isClosed(month)) {
      const closed = frozen.get(month) || [];
      for (const line of own) owed.add({ ...line, memo: lateMemo }, line.amount);
      for (const line of closed) owed.add({ ...line, memo: lateMemo }, negative(line.amount));
      journals.set(month, closed);
    } else {
      const late = owed.lines().map(line => ({ ...line, month }));
      journals.set(month, inOrder([...own, ...late]));
      owed = createSums();
    }
  }
  return journals;
}

/** Whether debits and credits are equal in every currency. */
export function isBalanced(lines: readonly JournalLine[]): boolean {
  const sums = new Map<string, number>();
  for (const { currency, amount } of lines) sums.set(currency, (sums.get(currency) || 0) + amount);
  return [...sums.values()].every(sum => sum === 0);
}

/** Hears every posting up to `until`, and gives the settled clients from which they come: one replay tells both. */
export function postLedger(
  ledger: Ledger,
  until: CalendarDate,
  write: (posting: Posting) => void,
): Map<string, SettledClient> {
  const blocks = new Map<string, Block[]>();
  for (const block of ledger.blocks) {
    const own = blocks.get(block.clientKey);
    if (own) own.push(block);
    else blocks.set(block.clientKey, [block]);
  }
  const writeInTime = (posting: Posting) => {
    if (posting.date <= until) write(posting);
  };
  const open: ClientBooks[] = [];
  const settled = settleLedger(ledger, until, client => {
    const books = clientBooks(client, blocks.get(client.key) || [], ledger.settings, writeInTime);
    open.push(books);
    return books;
  });
  for (const books of open) books.payUntil(until);
  return settled;
}

/** What the journals of a month rest on: as they are written, and as they would be from what can be read. */
interface JournalPair {
  readonly written: readonly JournalLine[];
  readonly now: readonly JournalLine[];
}

/**
 * What cannot be read and would change the books of a client with lines in them, or of all, with the amount that it
 * would take back; nothing where a month may be written.
 */
export function unreadIn(ledger: Ledger, { written, now }: JournalPair): string[] {
  const keyOf = remembering(foldName);
  const [old, fresh] = [written, now].map(lines => groupsOf(lines, ({ client }) => keyOf(client)));
  const everybody = [...new Set([...ledger.fatal, ...goneOf(ledger), ...(ledger.unbooked.get('') ?? [])])];
  const texts = everybody.map(issue => told(issue, { written, now }));
  const ofClients = new Map<string, Issue[]>();
  for (const [key, issues] of [...ledger.broken, ...ledger.unbooked])
    if (key !== '') for (const issue of issues) addTo(ofClients, key, issue);
  for (const [key, issues] of ofClients) {
    const own = { written: old?.get(key) ?? [], now: fresh?.get(key) ?? [] };
    if (own.written.length + own.now.length > 0) texts.push(...issues.map(issue => told(issue, own)));
  }
  return [...new Set(texts)];
}

function goneOf({ missing }: Ledger): readonly Issue[] {
  return missing.flatMap(({ stops, issue }) => (stops === 'figures' || stops === 'books' ? [issue] : []));
}

function told(issue: Issue, pair: JournalPair): string {
  const back = takenBack(pair);
  return back === '' ? issueText(issue) : `${issueText(issue)} Without it ${back} would be taken back.`;
}

/** Debits by currency of what would have to be booked to come from the one to the other. */
function takenBack({ written, now }: JournalPair): string {
  const sums = new Map<string, { readonly currency: Currency; readonly amount: MinorUnits }>();
  const add = (lines: readonly JournalLine[], sign: 1 | -1) => {
    for (const { currency, code, client, block, amount } of lines) {
      const key = `${currency}\t${code}\t${client}\t${block}`;
      const known = sums.get(key)?.amount ?? noMoney;
      sums.set(key, { currency, amount: plus(known, sign > 0 ? amount : negative(amount)) });
    }
  };
  if (written.length === 0) return '';
  add(now, 1);
  add(written, -1);
  const debits = groupsOf(sums.values(), ({ currency, amount }) => (amount > 0 ? currency : undefined));
  return [...debits]
    .map(([currency, all]) => moneyText(sumOf(all.map(({ amount }) => amount)), currency))
    .join(' and ');
}
