import type { Issue } from '../model/issue';
import type { Settings } from '../model/settings';
import { addTo } from '../units/groups';
import type { Doubt, ReadRows } from './doubt';
import { freePurchases, unreadPayments } from './doubtful-blocks';
import { doubtfulWork } from './doubtful-work';
import { equalRows } from './equal-rows';
import { strayDates } from './stray-dates';

/** What is said of rows that are hardly meant so, and whose figures wait for a person's look by it. */
export interface Doubts {
  readonly issues: readonly Issue[];
  /** By folded client name. */
  readonly doubtful: ReadonlyMap<string, readonly Issue[]>;
}

/** The one look at what was read: typing, the check, the run and the states in cells all rest on it. */
export function doubtsOf(read: ReadRows, { unpaidBlocks }: Pick<Settings, 'unpaidBlocks'>): Doubts {
  const payments = unreadPayments(read.blocks, unpaidBlocks);
  const doubts: Doubt[] = [
    ...freePurchases(read.blocks),
    ...payments.filter(({ spoils }) => spoils),
    ...strayDates(read),
    ...doubtfulWork(read),
    ...equalRows(read),
  ];
  const doubtful = new Map<string, Issue[]>();
  for (const { clientKey, issue } of doubts) addTo(doubtful, clientKey, issue);
  const others = payments.filter(({ spoils }) => !spoils);
  return { issues: [...doubts, ...others].map(({ issue }) => issue), doubtful };
}
