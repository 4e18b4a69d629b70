import type { Block } from '../model/block';
import { compareIssues, type Issue, type IssueList } from '../model/issue';
import type { FormerTab, Ledger, MissingInput, PassingLedger } from '../model/ledger';
import { noticeLevels } from '../model/levels';
import type { SentNotice } from '../model/notice-row';
import type { TabName } from '../model/tab-names';
import type { TimeEntry } from '../model/time-entry';
import type { SeeEntry } from '../plausible/doubt';
import { lookForDoubts } from '../plausible/doubts';
import { strangerIssues } from '../plausible/strangers';
import { countedEntries, entriesOf } from '../rules/archive';
import { createWorkDigest } from '../rules/work-digest';
import { cellText, isMoment } from '../sheet/cell';
import { checkHeaders, type TabCells } from '../sheet/tab-cells';
import { type CalendarDate, later } from '../units/calendar-date';
import { addTo } from '../units/groups';
import type { RowSequence } from '../units/passing-rows';
import { agreementStates } from './agreement-states';
import type { ClientBook } from './client-rows';
import { type GoneInput, missingInputs, ownerUnread, twoTabs } from './missing-inputs';
import { numberBlocks } from './number-blocks';
import { digested, readArchive } from './read-archive';
import { readBlocks } from './read-blocks';
import { noteLookalikes, readClients } from './read-clients';
import { readSettings } from './read-settings';
import { readTime, readTimeInPassing } from './read-time';
import { readWorkTypes } from './read-work-types';
import { readRows } from './rows';
import { readSignings } from './signings';

/** The tabs that a ledger is read from. */
export const ledgerTabs = ['Clients', 'Blocks', 'Time', 'Work types', 'Settings', 'Notices'] as const;
/** Those that BLOCKLEDGER takes, where they are there: of the archive only what is kept beside it. */
export const stampTabs = [...ledgerTabs, 'Agreements', 'Archive state'] as const;
export type LedgerTab = (typeof stampTabs)[number];

export interface LedgerSource {
  /** With `Archive state` there is an archive; without `Time archive` it was not read. */
  /** A tab that is missing in the workbook is missing here. */
  readonly tabs: ReadonlyMap<TabName, TabCells>;
  /** Used where Settings has no Today. */
  readonly clockToday: CalendarDate;
  /** The highest block number ever given, as far as it is remembered outside the tabs. */
  readonly highestBlock?: number;
  /** What was there before, as far as it is remembered; of tabs that are read only. */
  readonly seen?: readonly FormerTab[] | undefined;
  /** Where nobody may write Today, the cell falls behind the clock; then the clock counts. */
  readonly neverBehind?: boolean;
}

/** Reads the workbook with suspicion: good rows count, bad ones become issues, and nothing throws. */
export function readLedger(source: LedgerSource): Ledger {
  return readWith(source, readTime);
}

/** The same, without a list of all work. */
export function readInPassing(source: LedgerSource): PassingLedger {
  const digest = createWorkDigest();
  const ledger = readWith(source, readTimeInPassing, digest.see);
  return { ...ledger, workDigest: digest.hex() };
}

function readWith<Work extends RowSequence<TimeEntry>>(
  { tabs, clockToday, highestBlock = 0, seen = [], neverBehind }: LedgerSource,
  readWork: (...given: Parameters<typeof readTime>) => Work,
  seeToo: SeeEntry = () => {},
) {
  const unbooked = new Map<string, Issue[]>();
  const issues: IssueList = { all: [], broken: new Map(), fatal: [], unbooked };
  const open = (tab: LedgerTab): TabCells => {
    const cells = tabs.get(tab) || { tab, rows: 0, columns: new Map() };
    checkHeaders(
      cells,
      issues,
      seen.some(each => each.tab === tab && each.headers.length > 0),
    );
    return cells;
  };
  const [blockCells, noticeCells] = [open('Blocks'), open('Notices')];
  const typed = readSettings(open('Settings'), clockToday, issues);
  const settings = neverBehind ? { ...typed, today: later(typed.today, clockToday) } : typed;
  const clients = readClients(open('Clients'), settings, issues);
  const types = readWorkTypes(open('Work types'), issues);
  const numbers = numberBlocks(blockCells, noticeCells.columns.get('block') || [], highestBlock);
  const strangers: NonNullable<ClientBook['strangers']> = new Map();
  const book = { clients, settings, issues, strangers };
  const blocks = readBlocks(blockCells, numbers, book);
  const timeCells = open('Time');
  const state = tabs.get('Archive state');
  const { archive, archived } = readArchive(state, tabs.get('Time archive'), types, book);
  const look = lookForDoubts({ clients, blocks, today: settings.today }, settings, timeCells.rows);
  const inTime = readWork(timeCells, types, book, (entry, at, entryAt) => {
    look.see(entry, at, entryAt);
    seeToo(entry, at, entryAt);
  });
  const counted = countedEntries(archived, inTime, archive?.seal?.moving);
  const entries = counted.length > 0 ? [...counted, ...inTime] : inTime;
  const doubts = look.found(inTime);
  const used = strangers.size > 0 ? [...blocks, ...entries].map(({ clientKey }) => clientKey) : [];
  issues.all.push(...doubts.issues, ...strangerIssues([...strangers.values()], clients, new Set(used)));
  noteLookalikes(clients, issues);
  const sentNotices = readSentNotices(noticeCells, blocks, issues);
  const agreementCells = tabs.get('Agreements');
  const signings = agreementCells ? readSignings(agreementCells, blocks, settings.today, issues) : [];
  const agreements = agreementStates(signings, { blocks, clients, settings, workTypes: types });
  for (const { tab, elsewhere } of seen) if (elsewhere !== undefined) noteTwoTabs(tab, elsewhere, issues);
  const counts = { clients, blocks, entries: entriesOf({ entries, archive }) };
  const missing = noteMissing(missingInputs({ ...counts, cells: tab => tabs.get(tab) }, seen), issues);
  issues.all.sort(compareIssues);
  const { all, broken, fatal } = issues;
  const archiveRead = archive?.isRead ? digested(archive, counted) : archive;
  const read = { settings, clients, blocks, entries, archive: archiveRead, workTypes: types };
  const lastNotices = new Map([...sentNotices].map(([key, sent]) => [key, newestOf(sent)]));
  const found = { issues: all, broken, doubtful: doubts.doubtful, fatal, unbooked, missing };
  return { ...read, numbers, lastNotices, sentNotices, agreements, ...found };
}

function noteTwoTabs(tab: TabName, elsewhere: string, { all, fatal }: IssueList): void {
  const issue = twoTabs(tab, elsewhere);
  all.push(issue);
  fatal.push(issue);
}

/** Gives those that stop something; the others are only told. */
function noteMissing(gone: readonly GoneInput[], { all, fatal }: IssueList): readonly MissingInput[] {
  return gone.flatMap(({ issue, stops }) => {
    // In place of what its row says of itself.
    const own = all.findIndex(
      ({ tab, row, message }) => tab === issue.tab && row === issue.row && message.startsWith(ownerUnread),
    );
    all.splice(own < 0 ? all.length : own, own < 0 ? 0 : 1, issue);
    if (stops === 'figures') fatal.push(issue);
    return stops === 'nothing' ? [] : [{ issue, stops }];
  });
}

/** The mails that went out by client, found through the number of the block that each was about. */
function readSentNotices(
  cells: TabCells,
  blocks: readonly Block[],
  issues: IssueList,
): Map<string, SentNotice[]> {
  const notices = new Map<string, SentNotice[]>();
  const clientOf = new Map(blocks.map(block => [block.number.toUpperCase(), block.clientKey]));
  readRows(cells, issues, row => {
    const block = cellText(row.cell('Block'));
    const client = clientOf.get(block.toUpperCase());
    const sent = row.cell('Sent at');
    const level = noticeLevels.find(each => each === cellText(row.cell('Level')).toLowerCase());
    if (client === undefined || !isMoment(sent)) return;
    addTo(notices, client, { block, level, sentAt: sent.date });
  });
  return notices;
}

function newestOf(sent: readonly SentNotice[]): CalendarDate {
  return sent.map(({ sentAt }) => sentAt).reduce(later);
}
