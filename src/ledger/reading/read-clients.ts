import type { Client } from '../model/client';
import type { IssueList } from '../model/issue';
import { renewalChoices, type Settings } from '../model/settings';
import { isBlank, quoted } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { alikeNames } from '../units/names';
import { readClientLanguage } from './read-language';
import { type RowReader, readNamedRows } from './rows';
import { readTerms } from './terms';
import { choiceOf, readDate, readText, readYesNo } from './values';

const readRenewal = choiceOf(renewalChoices);

/** Clients by folded name, in the order of the tab. */
export function readClients(cells: TabCells, settings: Settings, issues: IssueList): Map<string, Client> {
  return readNamedRows(cells, issues, 'Client', (row, name, key) => {
    row.clientKey = key;
    return readClient(row, name, key, settings);
  });
}

function readClient(row: RowReader, name: string, key: string, { terms }: Settings): Client {
  // A word in Notices that cannot be read was meant to change something, so no mail goes out by itself.
  const initial = isBlank(row.cell('Notices')) ? terms : { ...terms, notices: 'Review' as const };
  return {
    key,
    name,
    row: row.number,
    active: row.take('Active', readYesNo, true),
    contact: row.take('Contact', readText, ''),
    email: row.take('Email', readText, ''),
    copyTo: row.take('Copy to', readText, ''),
    address: row.take('Address', readText, ''),
    taxId: row.take('Tax id', readText, ''),
    language: row.take('Language', readClientLanguage, 'en'),
    renewal: row.take('Renewal', readRenewal, 'ask'),
    monthlyStatement: row.take('Monthly statement', readYesNo),
    agreementSigned: row.take('Agreement signed', readDate),
    terms: readTerms(row.take, initial),
  };
}

/** Names that look the same but are written with other letters are different clients; say so. */
export function noteLookalikes(clients: ReadonlyMap<string, Client>, issues: IssueList): void {
  for (const found of alikeNames(clients.values())) {
    const places = found
      .map(({ name, row }) => `${quoted(name)} (${row ? `row ${row}` : 'not in Clients'})`)
      .join(' and ');
    const row = Math.max(...found.map(client => client.row), 1);
    const message = `${places} look alike but are spelt with different letters, so they are different clients. Type the name anew.`;
    issues.all.push({ tab: 'Clients', row, message });
  }
}
