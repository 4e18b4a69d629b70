import type { Client } from '../client';
import {
  type ClientTerms,
  noticesChoices,
  overageChoices,
  roundPerChoices,
  type Settings,
} from '../settings';
import { isBlank } from './cell';
import { addBroken, type IssueList } from './issue';
import { foldName, lookalikeNames } from './names';
import { choiceOf, readMinutes, readRate, readThreshold } from './read-settings';
import { type RowReader, readRows, type TabCells } from './tab-cells';
import { readCurrency, readShare, readText, readYesNo } from './values';

const longestName = 200;

/** Clients by folded name, in the order of the tab; of two rows with one name the first counts. */
export function readClients(cells: TabCells, settings: Settings, issues: IssueList): Map<string, Client> {
  const clients = new Map<string, Client>();
  readRows(cells, row => {
    const name = row.take('Client', readText) ?? '';
    const key = foldName(name);
    const earlier = clients.get(key);
    const client = readClient(row, name, key, settings);
    if (key === '' && !row.broken()) row.fail('Client is blank. Type the name, or clear the row.');
    if (earlier)
      row.note(
        `"${earlier.name.slice(0, 40)}" stands in row ${earlier.row} already, and that row counts. Delete one.`,
      );
    if (key.length > longestName) row.note(`The name has ${key.length} characters. Shorten it in every tab.`);
    const { notes, failures } = row.problems();
    issues.all.push(...notes, ...failures);
    if (key === '' || earlier) return;
    for (const failure of failures) addBroken(issues, key, failure);
    clients.set(key, client);
  });
  return clients;
}

/** A client that is only named in Blocks or Time: the terms of Settings hold, and nothing can be mailed. */
export function unlistedClient(key: string, name: string, settings: Settings): Client {
  return { key, name, row: 0, active: true, contact: '', email: '', copyTo: '', terms: settings.terms };
}

/** Names that look the same but are written with other letters are different clients; say so. */
export function noteLookalikes(clients: ReadonlyMap<string, Client>, issues: IssueList): void {
  for (const group of lookalikeNames([...clients.keys()])) {
    const found = group
      .map(key => clients.get(key))
      .filter((client): client is Client => client !== undefined);
    const places = found
      .map(({ name, row }) => `"${name}" (${row ? `row ${row}` : 'not in Clients'})`)
      .join(' and ');
    const row = Math.max(...found.map(client => client.row), 1);
    const message = `${places} look alike but are written with different letters, so they are different clients. Type the name anew.`;
    issues.all.push({ tab: 'Clients', row, message });
  }
}

function readClient(row: RowReader, name: string, key: string, settings: Settings): Client {
  return {
    key,
    name,
    row: row.number(),
    active: row.take('Active', readYesNo) ?? true,
    contact: row.takeAside('Contact', readText) ?? '',
    email: row.takeAside('Email', readText) ?? '',
    copyTo: row.takeAside('Copy to', readText) ?? '',
    terms: readTerms(row, settings.terms),
  };
}

function readTerms(row: RowReader, initial: ClientTerms): ClientTerms {
  return {
    normalRate: row.take('Normal rate', readRate) ?? initial.normalRate,
    currency: row.take('Currency', readCurrency) ?? initial.currency,
    tax: row.takeAside('Tax (%)', readShare) ?? initial.tax,
    roundUpTo: row.take('Round up to (min)', readMinutes) ?? initial.roundUpTo,
    minimum: row.take('Minimum (min)', readMinutes) ?? initial.minimum,
    roundPer: row.take('Round per', choiceOf(roundPerChoices)) ?? initial.roundPer,
    overage: row.take('Overage', choiceOf(overageChoices)) ?? initial.overage,
    warnAt: row.take('Warn at (h)', readThreshold) ?? initial.warnAt,
    warnAtShare: row.take('Warn at (%)', readShare) ?? initial.warnAtShare,
    // A word that cannot be read was meant to change something, so no mail goes out by itself.
    notices:
      row.takeAside('Notices', choiceOf(noticesChoices)) ??
      (isBlank(row.cell('Notices')) ? initial.notices : 'Review'),
  };
}
