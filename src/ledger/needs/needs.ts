import type { Care } from '../model/care';
import type { Ledger } from '../model/ledger';
import type { NoticeRow } from '../model/notice-row';
import type { TabName } from '../model/tab-names';
import type { SettledClient } from '../rules/settle';
import type { CalendarDate } from '../units/calendar-date';
import { careNeeds } from './care-needs';
import { hourNeeds } from './hour-needs';

/** Why a client needs the firm, the worst first. */
export const needKinds = [
  'no answer',
  'overdue',
  'no contact',
  'expires',
  'small thing',
  'no plan',
  'size',
  'agreement',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** One reason, with the row that it is about. */
export interface Need {
  readonly kind: NeedKind;
  readonly text: string;
  readonly tab: TabName;
  readonly row: number;
  /** Of two of a kind the heavier one comes first: days, or hours. */
  readonly weight: number;
}

/** A client with everything that there is to say of it, the worst first. */
export interface NeedyClient {
  readonly name: string;
  /** In Clients; 0 for a name that is not there. */
  readonly row: number;
  readonly needs: readonly Need[];
}

export interface NeedsInput {
  readonly ledger: Ledger;
  readonly settled: ReadonlyMap<string, SettledClient>;
  readonly notices: readonly NoticeRow[];
  readonly care: Care;
  /** By folded name: the last day on which somebody asked for work, and after how many days to check in. */
  readonly asked: ReadonlyMap<string, CalendarDate>;
  readonly checkIns: ReadonlyMap<string, number>;
}

/** Everybody who needs the firm, the worst first; a client about whom there is nothing to say is not in it. */
export function whoNeedsUs(input: NeedsInput): readonly NeedyClient[] {
  const { ledger, settled, care } = input;
  const names = new Map<string, { readonly name: string; readonly row: number }>();
  for (const { client } of settled.values())
    if (client.active) names.set(client.key, { name: client.name, row: client.row });
  for (const { clientKey, client } of [...care.tasks, ...care.things])
    if (!ledger.clients.has(clientKey)) names.set(clientKey, { name: client, row: 0 });
  const found = [...names].map(([key, named]) => ({ ...named, needs: needsOf(key, input) }));
  return found.filter(({ needs }) => needs.length > 0).sort(compareClients);
}

function needsOf(key: string, input: NeedsInput): readonly Need[] {
  const settled = input.settled.get(key);
  // Hours of a client with a row that cannot be counted are not known.
  const isKnown = settled && !input.ledger.broken.has(key) && input.ledger.fatal.length === 0;
  const needs = [...careNeeds(key, input), ...(isKnown ? hourNeeds(settled, input) : [])];
  return needs.sort(compareNeeds);
}

function compareNeeds(a: Need, b: Need): number {
  return needKinds.indexOf(a.kind) - needKinds.indexOf(b.kind) || b.weight - a.weight || a.row - b.row;
}

function compareClients(a: NeedyClient, b: NeedyClient): number {
  return compareNeeds(a.needs[0] as Need, b.needs[0] as Need) || (a.name < b.name ? -1 : 1);
}

/** How many active clients have bought and have no plan: said once, where nobody has begun with plans yet. */
export function clientsWithoutPlan({ settled, care }: NeedsInput): number {
  if (care.tasks.length > 0) return 0;
  return [...settled.values()].filter(({ client, account }) => client.active && account.usable > 0).length;
}
