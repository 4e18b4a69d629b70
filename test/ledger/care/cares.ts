/** Care as a person would type it, for tests. */
import type { Care } from '../../../src/ledger/model/care';
import type { Issue } from '../../../src/ledger/model/issue';
import {
  type CareReading,
  readCareLog,
  readCarePlan,
  readSmallThings,
} from '../../../src/ledger/reading/read-care';
import { type Row, tabCells } from '../builders';

export interface CareRows {
  readonly plan?: readonly Row[];
  readonly things?: readonly Row[];
  readonly log?: readonly Row[];
}

const known = new Map([['acme', { row: 2 }]]);

export function readAll({ plan = [], things = [], log = [] }: CareRows): {
  readonly care: Care;
  readonly messages: readonly string[];
} {
  const all: Issue[] = [];
  const reading: CareReading = { issues: { all, broken: new Map(), fatal: [] }, clients: known };
  const care = {
    tasks: readCarePlan(tabCells('Care plan', plan), reading),
    things: readSmallThings(tabCells('Small things', things), reading),
    log: readCareLog(tabCells('Care log', log), reading),
  };
  return { care, messages: all.map(({ tab, row, message }) => `${tab} ${row}: ${message}`) };
}

export function careIn(rows: CareRows): Care {
  return readAll(rows).care;
}

/** A row of Care plan. */
export function task(name: string, more: Row = {}): Row {
  return { Client: 'Acme', Task: name, ...more };
}

export function thing(what: string, more: Row = {}): Row {
  return { Client: 'Acme', What: what, ...more };
}

/** A row of Care log. */
export function times(date: string, name: string, more: Row = {}): Row {
  return { Date: date, Client: 'Acme', Task: name, ...more };
}
