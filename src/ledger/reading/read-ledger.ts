import type { Block } from '../block';
import type { Client } from '../client';
import type { Ledger } from '../ledger';
import { type TabName, tabNames } from '../tabs';
import type { TimeEntry } from '../time-entry';
import { type CalendarDate, dateText } from '../units/calendar-date';
import { type Cell, isMoment } from './cell';
import { createIssueList, type Issue, type IssueList } from './issue';
import { foldName } from './names';
import { numberBlocks } from './number-blocks';
import { type FindClient, readBlocks } from './read-blocks';
import { noteLookalikes, readClients, unlistedClient } from './read-clients';
import { readSettings } from './read-settings';
import { readTime } from './read-time';
import { readWorkTypes } from './read-work-types';
import { checkHeaders, emptyTab, isVital, type TabCells } from './tab-cells';

/** The tabs that a ledger is read from. */
export const ledgerTabs = ['Clients', 'Blocks', 'Time', 'Work types', 'Settings', 'Notices'] as const;
export type LedgerTab = (typeof ledgerTabs)[number];

export interface LedgerSource {
  /** A tab that is missing in the workbook is missing here. */
  readonly tabs: ReadonlyMap<TabName, TabCells>;
  /** Used where Settings has no Today. */
  readonly clockToday: CalendarDate;
  /** The highest block number ever given, as far as it is remembered outside the tabs. */
  readonly highestBlock?: number;
}

/** Reads the workbook with suspicion: good rows count, bad ones become issues, and nothing throws. */
export function readLedger({ tabs, clockToday, highestBlock = 0 }: LedgerSource): Ledger {
  const issues = createIssueList();
  const tab = (name: LedgerTab): TabCells => tabs.get(name) ?? missingTab(name, issues);
  const [clientCells, blockCells, timeCells] = [tab('Clients'), tab('Blocks'), tab('Time')];
  const [typeCells, settingCells, noticeCells] = [tab('Work types'), tab('Settings'), tab('Notices')];
  for (const cells of tabs.values()) checkHeaders(cells, issues);

  const settings = readSettings(settingCells, clockToday, issues);
  const clients = readClients(clientCells, settings, issues);
  const types = readWorkTypes(typeCells, issues);
  const numbers = numberBlocks(blockCells, noticeCells.columns.get('block') ?? [], highestBlock);
  const find = clientFinder(clients, settings);
  const blocks = readBlocks(blockCells, numbers, find, issues);
  const entries = readTime(timeCells, types, find, issues);
  noteLookalikes(clients, issues);
  noteLaterRows(blocks, entries, settings.today, issues);
  return {
    settings,
    clients,
    blocks,
    entries,
    numbers,
    lastNotices: readLastNotices(noticeCells, blocks),
    issues: issues.all.sort(compareIssues),
    broken: issues.broken,
    fatal: issues.fatal,
  };
}

/** In the order of the tabs, then of the rows. */
function compareIssues(a: Issue, b: Issue): number {
  return tabNames.indexOf(a.tab) - tabNames.indexOf(b.tab) || a.row - b.row;
}

function missingTab(tab: LedgerTab, issues: IssueList): TabCells {
  const issue = { tab, row: 1, message: `The tab "${tab}" is missing. Run Block Ledger > Set up workbook.` };
  issues.all.push(issue);
  if (isVital(tab)) issues.fatal.push(issue);
  return emptyTab(tab);
}

/** Finds clients by name; a name that is not in Clients counts too, and its first row is noted. */
function clientFinder(clients: Map<string, Client>, settings: Ledger['settings']): FindClient {
  const known = new Map<string, Client>();
  return (name, row) => {
    const seen = known.get(name);
    if (seen) return seen;
    const key = foldName(name);
    let client = clients.get(key);
    if (!client) {
      client = unlistedClient(key, name, settings);
      clients.set(key, client);
      row.note(
        `Client "${name.slice(0, 40)}" is not in Clients. Its rows count; add it there, or correct the name.`,
      );
    }
    known.set(name, client);
    return client;
  };
}

/** Rows dated after today do not count yet, which surprises where the date was mistyped. */
function noteLaterRows(
  blocks: readonly Block[],
  entries: readonly TimeEntry[],
  today: CalendarDate,
  issues: IssueList,
): void {
  const note = (tab: TabName, rows: readonly { row: number; date: CalendarDate }[]) => {
    for (const { row, date } of rows) {
      if (date <= today) continue;
      const message = `Dated ${dateText(date)}, later than today (${dateText(today)}), so it does not count yet.`;
      issues.all.push({ tab, row, message });
    }
  };
  note('Blocks', blocks);
  note('Time', entries);
}

/** The day of the newest mail by client, found through the number of the block that it was about. */
function readLastNotices(cells: TabCells, blocks: readonly Block[]): Map<string, CalendarDate> {
  const last = new Map<string, CalendarDate>();
  const column = (header: string): readonly Cell[] => cells.columns.get(header) ?? [];
  const [numbers, sentAt] = [column('block'), column('sent at')];
  const clientOf = new Map(blocks.map(block => [block.number.toUpperCase(), block.clientKey]));
  for (const [index, number] of numbers.entries()) {
    const client = clientOf.get(String(number).trim().toUpperCase());
    const sent = sentAt[index] ?? '';
    if (client === undefined || !isMoment(sent)) continue;
    last.set(client, Math.max(last.get(client) ?? sent.date, sent.date) as CalendarDate);
  }
  return last;
}
