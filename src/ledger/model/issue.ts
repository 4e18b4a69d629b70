import { addTo } from '../units/groups';
import { type TabName, tabNames } from './tab-names';

/** A problem in the user's workbook, placed so that they can find and mend it. */
export interface Issue {
  readonly tab: TabName;
  readonly row: number;
  readonly message: string;
  /** The column in which it is mended, where it is one cell. */
  readonly header?: string;
  /** What can be written at one click. */
  readonly mends?: readonly Mend[];
}

/** A way to mend an issue that a person chooses with one click. */
export interface Mend {
  /** Such as `Write 1.5`. */
  readonly label: string;
  /** All of one tab. */
  readonly cells: readonly MendedCell[];
}

/** A cell that a mend writes; a day is its number in the sheet. */
export interface MendedCell {
  readonly tab: TabName;
  readonly row: number;
  readonly header: string;
  readonly value: string | number;
}

/** In the order of the tabs, then of the rows. */
export function compareIssues(a: Issue, b: Issue): number {
  return tabNames.indexOf(a.tab) - tabNames.indexOf(b.tab) || a.row - b.row;
}

/** `Time row 7: Hours "abc" cannot be read. …` */
export function issueText(issue: Issue): string {
  return `${issue.tab} row ${issue.row}: ${issue.message}`;
}

/** Gathers the issues of one reading, and which of them keep a client's figures from being right. */
export interface IssueList {
  readonly all: Issue[];
  /** By folded client name: rows that cannot be counted. */
  readonly broken: Map<string, Issue[]>;
  /** What keeps every figure of the workbook from being right. */
  readonly fatal: Issue[];
  /** What only the books need and that cannot be read, by folded client name; blank: it may be anybody's. */
  readonly unbooked?: Map<string, Issue[]>;
}

export function addBroken(issues: IssueList, clientKey: string, issue: Issue): void {
  addTo(issues.broken, clientKey, issue);
}
