import { careOf, type DueTask } from '../care/care-of';
import { dateText } from '../units/calendar-date';
import { counted } from '../units/local-text';
import { shortened } from '../units/plain-json';
import { lastContact } from './contact';
import { hourNeeds } from './hour-needs';
import { type Need, type NeedsInput, needKinds } from './need';

const longestText = 120;
const brief = (text: string) => shortened(text.replace(/\s+/g, ' '), longestText);

/** What the tabs of care say of a client: tasks that are behind, no contact, small things that press. */
export function careNeeds(key: string, input: NeedsInput): readonly Need[] {
  const { care, ledger } = input;
  const { overdue, things } = careOf(key, care, ledger.settings.today);
  const pressing = things.filter(({ priority }) => priority === 'high');
  return [
    ...overdue.map(overdueNeed),
    ...contactNeed(key, input),
    ...pressing.map(({ row, what, foundOn }): Need => {
      const since = foundOn === undefined ? '' : `, found on ${dateText(foundOn)}`;
      const weight = foundOn === undefined ? 0 : ledger.settings.today - foundOn;
      return { kind: 'small thing', text: `${brief(what)}${since}.`, tab: 'Small things', row, weight };
    }),
  ];
}

function overdueNeed({ task, on, daysLate }: DueTask): Need {
  const days = `${counted(daysLate, 'day')} ago`;
  const last = task.lastDone === undefined ? 'not done yet' : `last done on ${dateText(task.lastDone)}`;
  const text = `${brief(task.task)}: due on ${dateText(on)}, ${days}; ${last}.`;
  return { kind: 'overdue', text, tab: 'Care plan', row: task.row, weight: daysLate };
}

function contactNeed(key: string, { care, asked, checkIns, settled, ledger }: NeedsInput): readonly Need[] {
  const every = checkIns.get(key);
  const client = ledger.clients.get(key);
  if (!every || !client) return [];
  const { today } = ledger.settings;
  const last = lastContact(key, care, asked, settled.get(key), today);
  const days = last === undefined ? every + 1 : today - last;
  if (days <= every) return [];
  const since =
    last === undefined ? 'No contact is noted yet' : `No contact since ${dateText(last)}, ${days} days ago`;
  const text = `${since}; check in every ${every} days.`;
  return [{ kind: 'no contact', text, tab: 'Clients', row: client.row, weight: days }];
}

/** A client with everything that there is to say of it, the worst first. */
export interface NeedyClient {
  readonly name: string;
  /** In Clients; 0 for a name that is not there. */
  readonly row: number;
  readonly needs: readonly Need[];
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
