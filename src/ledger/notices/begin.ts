import type { UnpaidBlock } from '../books/unpaid';
import { isPeriod } from '../model/block';
import type { Ledger } from '../model/ledger';
import { type NoticeLevel, noticeLevels } from '../model/levels';
import { type NoticeRow, noticeKey, ownerBlock } from '../model/notice-row';
import { addressText, recipientsOf } from '../reading/address';
import type { SettledClient } from '../rules/settle';
import { standingOf } from '../rules/standing';
import { dateText } from '../units/calendar-date';
import { hoursText } from '../units/seconds';
import { type DueLevel, dueLevels, type NoticeLookup, type Route, routeOf } from './due';
import { dueStatement } from './monthly';
import { dueReminders, dueUnpaid } from './reminders';

/** Whoever turns thanks on does not thank for what was bought long ago. */
const thankedWithin = 14;

/** Thanks for the newest purchase, where the firm thanks at all; one that waits for its payment is thanked for then. */
export function dueThanks(
  settled: SettledClient,
  { settings }: Pick<Ledger, 'settings'>,
  told: NoticeLookup = () => false,
): DueLevel[] {
  if (!settings.thankYou) return [];
  const { newest } = standingOf(settled, settings);
  // A period that came by itself was no decision of the client's.
  if (newest?.kind !== 'Purchase' || isPeriod(newest) || told(newest.number, 'thank you')) return [];
  const waits = settings.unpaidBlocks === 'wait' && newest.price > 0;
  const since = waits ? newest.paidOn : newest.date;
  if (since === undefined || since > settled.asOf || settled.asOf - since > thankedWithin) return [];
  const why = `${hoursText(newest.hours)} bought on ${dateText(newest.date)}`;
  return [{ level: 'thank you', block: newest.number, why }];
}

export interface PlanInput {
  readonly ledger: Ledger;
  /** What is not paid by its day; asked for only where reminders to pay are on. */
  readonly unpaid?: readonly UnpaidBlock[] | undefined;
  readonly settled: ReadonlyMap<string, SettledClient>;
  readonly rows: readonly NoticeRow[];
  /** What was told according to memory outside the sheet. */
  readonly told: NoticeLookup;
  /** What has left for certain according to the same memory. */
  readonly left: NoticeLookup;
  /** Keys whose mail may have gone out in a run that did not end. */
  readonly interrupted: readonly string[];
  /** Now, as a day number of the sheet with its time. */
  readonly now: number;
  /** What a person has just given the OK: then nobody else's notices begin or go out. */
  readonly approved?: readonly Approval[] | undefined;
}

/** A person's OK of a notice, by its key, with the state that the person saw. */
export interface Approval {
  readonly key: string;
  readonly seen: string;
}

/** Begins the reason of a row that a run skipped; what a person skipped stays skipped, this comes back when due. */
export const notDue = 'Not due: ';
/** Begins the reason of a row whose mail Google did not take. */
export const refusedText = 'The mail was refused: ';
export type FindRow = (key: string) => NoticeRow | undefined;
export type FindSettled = (of: Pick<NoticeRow, 'block'>) => SettledClient | undefined;
export type Change = (row: NoticeRow, to: Partial<NoticeRow>) => void;

/** Mails that a run was sending when it stopped, and whose rows are gone. */
export function lostRows({ rows, interrupted }: PlanInput, clientOf: FindSettled): NoticeRow[] {
  const lost = interrupted.filter(key => !rows.some(row => row.key === key));
  return lost.map(key => {
    const level = noticeLevels.find(each => key.endsWith(` ${each}`)) || 'low';
    const block = blockOf(key);
    return newRow(block, level, clientOf({ block }));
  });
}

/** Everybody, or only those whose notices were given the OK. */
function wantedClients({
  approved,
  ledger,
}: Pick<PlanInput, 'approved' | 'ledger'>): (of: SettledClient) => boolean {
  if (!approved) return () => true;
  const numbers = new Set(approved.map(({ key }) => ownerBlock(blockOf(key))));
  const owners = new Set(
    ledger.blocks.filter(({ number }) => numbers.has(number.toUpperCase())).map(({ clientKey }) => clientKey),
  );
  return ({ client }) => owners.has(client.key);
}

/** The number of the block that a key names. */
function blockOf(key: string): string {
  const level = noticeLevels.find(each => key.endsWith(` ${each}`)) || '';
  return key.slice(0, -level.length - 1);
}

/** Everything that a client is to be told, in the order in which a mail names it. */
export function allDue(
  settled: SettledClient,
  { ledger, unpaid, rowOf }: Pick<PlanInput, 'ledger' | 'unpaid'> & { readonly rowOf: FindRow },
  told?: NoticeLookup,
): DueLevel[] {
  const due = [
    ...dueLevels(settled, ledger, told),
    ...dueReminders(settled, ledger, rowOf, told),
    ...dueThanks(settled, ledger, told),
    ...dueUnpaid(settled, ledger, { unpaid, rowOf }, told),
    ...dueStatement(settled, ledger, told),
  ];
  const place = ({ level }: DueLevel) => noticeLevels.indexOf(level);
  return due.sort((a, b) => place(a) - place(b));
}

function newRow(block: string, level: NoticeLevel, settled: SettledClient | undefined): NoticeRow {
  const client = settled ? settled.client.name : '';
  const blank = { to: '', queuedAt: undefined, sentAt: undefined, error: '', outcome: '' };
  return { row: 0, key: noticeKey(block, level), client, block, level, state: 'Sending', ...blank };
}

/** Begins a notice for every level that is due and was not told; gives the new rows, worst first. */
export function beginDue(input: PlanInput, rowOf: FindRow, change: Change): NoticeRow[] {
  const { ledger, settled, now } = input;
  const isWanted = wantedClients(input);
  const told: NoticeLookup = (block, level) => {
    const row = rowOf(noticeKey(block, level));
    return input.told(block, level) || (row !== undefined && !wasSkippedByRun(row));
  };
  const begun: NoticeRow[][] = [];
  for (const each of settled.values()) {
    const route = routeOf(each, ledger);
    if (route.kind === 'off' || !isWanted(each)) continue;
    const own = allDue(each, { ...input, rowOf }, told).map(({ block, level }) => {
      const row = rowOf(noticeKey(block, level)) || newRow(block, level, each);
      change(row, { ...stateBy(route, now), to: addressText(recipientsOf(each.client)) });
      return row;
    });
    begun.push(own.filter(({ row }) => row === 0));
  }
  return noticeLevels.flatMap(worst => begun.filter(([first]) => first && first.level === worst).flat());
}

export function stateBy({ kind, reason }: Route, now: number): Partial<NoticeRow> {
  if (kind === 'send') return { state: 'Queued', queuedAt: now, error: '' };
  return { state: 'Review', queuedAt: undefined, error: reason };
}

export function wasSkippedByRun({ state, error }: NoticeRow): boolean {
  return state === 'Skipped' && error.startsWith(notDue);
}
