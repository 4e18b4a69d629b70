/** `Protection`: who may edit a tab or some of its cells. Until its editors are changed, all who may edit the workbook. */

import type { Area, TabEngine } from '../engine/spreadsheet';
import type { Protection } from '../engine/tab-limits';
import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';
import { mayEdit } from './guards';
import { type RangeService, rangeOf } from './range';

type Google = GoogleAppsScript.Spreadsheet.Protection;
type User = GoogleAppsScript.Base.User;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A tab is protected once: asking again gives the protection that is there. */
export function protectTab(run: ActiveRun, tab: TabEngine): Google {
  const known = tab.limits.protections.find(({ area }) => area === null);
  return protectionOf(run, tab, known ?? newProtection(run, tab, null));
}

/** Cells may be protected several times over; whoever any of them keeps out may not edit. */
export function protectCells(run: ActiveRun, tab: TabEngine, area: Area): Google {
  return protectionOf(run, tab, newProtection(run, tab, area));
}

/** `type` is a `ProtectionType`. */
export function protectionsOf(run: ActiveRun, tabs: readonly TabEngine[], type: unknown): Google[] {
  return tabs.flatMap(tab =>
    tab.limits.protections
      .filter(({ area }) => (area === null) === (type === 'SHEET'))
      .map(protection => protectionOf(run, tab, protection)),
  );
}

function newProtection(run: ActiveRun, tab: TabEngine, area: Area | null): Protection {
  const editors = [...run.world.editors];
  return tab.limits.protect({ area, unprotected: [], description: '', isWarningOnly: false, editors });
}

function protectionOf(run: ActiveRun, tab: TabEngine, protection: Protection): Google {
  return expose(run, 'Protection', new ProtectionService(run, tab, protection));
}

class ProtectionService implements Emulates<Google, ProtectionService> {
  constructor(
    private readonly run: ActiveRun,
    readonly tab: TabEngine,
    readonly protection: Protection,
  ) {}

  getDescription = () => this.protection.description;
  isWarningOnly = () => this.protection.isWarningOnly;
  canEdit = () => mayEdit(this.run.world, this.protection);
  /** Consumer accounts have no domain. */
  canDomainEdit = () => false;
  getProtectionType = () => (this.protection.area ? 'RANGE' : 'SHEET') as unknown as Type;
  getRange = () => rangeOf(this.run, this.tab, this.protection.area ?? wholeOf(this.tab));
  getUnprotectedRanges = () => this.protection.unprotected.map(area => rangeOf(this.run, this.tab, area));
  /** Without the owner. */
  getEditors = (): User[] =>
    this.protection.editors.map(email => expose<User>(this.run, 'User', { getEmail: () => email }));

  setDescription = (description: string) => this.with({ description });
  setWarningOnly = (isWarningOnly: boolean) => this.with({ isWarningOnly });
  setUnprotectedRanges = (ranges: Range[]) =>
    this.with({ unprotected: (ranges as unknown as RangeService[]).map(({ area }) => area) });

  addEditor = (user: string | User) => this.addEditors([emailOf(user)]);
  addEditors = (emails: string[]) =>
    this.with({ editors: [...new Set([...this.protection.editors, ...emails])] });
  removeEditor = (user: string | User) => this.removeEditors([emailOf(user)]);
  /** Whoever does it stays. */
  removeEditors(users: readonly (string | User)[]): Google {
    const gone = new Set(users.map(emailOf));
    gone.delete(this.run.world.user);
    return this.with({ editors: this.protection.editors.filter(email => !gone.has(email)) });
  }

  remove = () => this.tab.limits.unprotect(this.protection);

  private with(change: Partial<Protection>): Google {
    Object.assign(this.protection, change);
    return this as unknown as Google;
  }
}

type Type = GoogleAppsScript.Spreadsheet.ProtectionType;

function emailOf(user: string | User): string {
  return typeof user === 'string' ? user : user.getEmail();
}

function wholeOf(tab: TabEngine): Area {
  return { row: 1, column: 1, rows: tab.maxRows(), columns: tab.maxColumns() };
}
