import type { Block } from '../model/block';
import { type Issue, issueText } from '../model/issue';
import type { JournalLine } from '../model/journal-line';
import type { Ledger } from '../model/ledger';
import { type SettledClient, settleLedger } from '../rules/settle';
import { greater, lesser, minus, negative, plus, sumOf } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { addTo, groupsOf, remembering } from '../units/groups';
import { moneyText, noMoney } from '../units/money';
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
  const everybody = [...new Set([...ledger.fatal, ...goneOf(ledger), ...(ledger.unbooked.get('') ?? [])])];
  const texts = everybody.map(issue => told(issue, { written, now }));
  const ofClients = new Map<string, Issue[]>();
  for (const [key, issues] of [...ledger.broken, ...ledger.unbooked])
    if (key !== '') for (const issue of issues) addTo(ofClients, key, issue);
  // Its block counts, as unpaid; the books would take its money back.
  for (const { clientKey, row, paidUnread } of ledger.blocks) {
    const message = `Paid on ${paidUnread} cannot be read. Type a date such as 2026-11-23.`;
    if (paidUnread !== undefined) addTo(ofClients, clientKey, { tab: 'Blocks', row, message });
  }
  if (ofClients.size === 0) return [...new Set(texts)];
  const keyOf = remembering(foldName);
  const byClient = (lines: readonly JournalLine[]) => groupsOf(lines, ({ client }) => keyOf(client));
  const [old, fresh] = [byClient(written), byClient(now)];
  for (const [key, issues] of ofClients) {
    const own = { written: old.get(key) ?? [], now: fresh.get(key) ?? [] };
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

/** By currency, what is written on one side and would not stand there any more; what would be new takes nothing back. */
function takenBack({ written, now }: JournalPair): string {
  const keyOf = ({ currency, code, client, block }: JournalLine) =>
    `${currency}\t${code}\t${client}\t${block}`;
  const sumsOf = (lines: readonly JournalLine[]) =>
    new Map([...groupsOf(lines, keyOf)].map(([key, own]) => [key, sumOf(own.map(({ amount }) => amount))]));
  const [before, after] = [sumsOf(written), sumsOf(now)];
  const gone = (lines: readonly JournalLine[], side: 1 | -1) =>
    [...new Set(lines.map(keyOf))].reduce((sum, key) => {
      const [was, is] = [before.get(key) ?? noMoney, after.get(key) ?? noMoney];
      const lost =
        side > 0
          ? minus(greater(was, noMoney), greater(is, noMoney))
          : minus(lesser(is, noMoney), lesser(was, noMoney));
      return plus(sum, greater(lost, noMoney));
    }, noMoney);
  return [...groupsOf(written, ({ currency }) => currency)]
    .map(([currency, lines]) => [currency, greater(gone(lines, 1), gone(lines, -1))] as const)
    .flatMap(([currency, amount]) => (amount > 0 ? [moneyText(amount, currency)] : []))
    .join(' and ');
}
