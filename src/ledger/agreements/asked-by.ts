import type { Client } from '../model/client';
import type { Issue } from '../model/issue';
import type { Ledger } from '../model/ledger';
import { readDate } from '../reading/values';
import { cellText, quoted } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { addDays, dateText } from '../units/calendar-date';
import { foldName } from '../units/names';

/** Older work is nobody's concern any more. */
const newestDays = 90;

/** Work that someone other than the contact asked for, of one client and name. */
interface WorkAskedFor {
  readonly client: Client;
  readonly name: string;
  row: number;
  count: number;
}

/**
 * Who asked for work without being the contact of a client that has signed for a single one.
 *
 * Contact may name several, with commas or semicolons between them.
 */
export function askedByIssues(time: TabCells, ledger: Ledger, signedClients: ReadonlySet<string>): Issue[] {
  const from = addDays(ledger.settings.today, -newestDays);
  const found = new Map<string, WorkAskedFor>();
  const column = (header: string) => time.columns.get(header) ?? [];
  const [dates, clients, names] = ['date', 'client', 'asked by'].map(column);
  for (let index = 0; index < time.rows; index++) {
    const [date, name] = [readDate('Date', dates?.[index] ?? ''), cellText(names?.[index] ?? '')];
    if (name === '' || typeof date !== 'number' || date <= from || date > ledger.settings.today) continue;
    const client = ledger.clients.get(foldName(cellText(clients?.[index] ?? '')));
    if (!client || !signedClients.has(client.key) || isContact(client, name)) continue;
    const key = `${client.key}\n${foldName(name)}`;
    const known = found.get(key);
    if (known) known.count++;
    else found.set(key, { client, name, row: index + 2, count: 1 });
  }
  return [...found.values()].map(each => ({
    tab: 'Time',
    row: each.row,
    message: messageFor(each, dateText(addDays(from, 1))),
  }));
}

/** Without a contact in Clients nobody can be another one. */
function isContact({ contact }: Client, name: string): boolean {
  const contacts = contact
    .split(/[,;\n]/)
    .map(foldName)
    .filter(Boolean);
  return contacts.length === 0 || contacts.includes(foldName(name));
}

function messageFor({ client, name, count }: WorkAskedFor, since: string): string {
  const times = count === 1 ? 'once' : `${count} times`;
  return `${quoted(name)} asked for work ${times} since ${since}, but the contact of ${quoted(client.name)} is ${quoted(client.contact)}. Ask the contact, or add the name to Contact in Clients, with a comma.`;
}

/** Clients that have signed an agreement: by the date in Clients, or by a signed row of Agreements. */
export function clientsWhoSigned({ clients, blocks, agreements, settings }: Ledger): Set<string> {
  const inClients = [...clients.values()].filter(
    ({ agreementSigned }) => agreementSigned !== undefined && agreementSigned <= settings.today,
  );
  const byRow = blocks.filter(({ number }) => {
    const state = agreements.get(number.toUpperCase());
    return state === 'signed' || state === 'terms changed';
  });
  return new Set([...inClients.map(({ key }) => key), ...byRow.map(({ clientKey }) => clientKey)]);
}
