/**
 * Who may see which page: a client's token stands in its row of Clients, so that its link can be copied again, and an
 * emptied cell takes it back. Whoever may read the cell may read the whole ledger anyway.
 */

import type { Client } from '../../ledger/model/client';
import type { Ledger } from '../../ledger/model/ledger';
import { foldName } from '../../ledger/units/names';
import { type Book, openBook } from '../../workbook/open-book';
import { type Place, selectedClient } from '../../workbook/selected-client';
import { type OpenTab, openTab } from '../../workbook/tabs';
import { writeCells } from '../../workbook/write-cells';
import { writeIntoRows } from '../../workbook/write-into-rows';
import { soundTab } from '../../workbook/write-rows';

/** Made by the first link. */
const header = 'Client page';

/** 128 bits: whoever tries a million a second needs longer than the sun lasts. */
const form = /^[0-9a-f]{32}$/;

export function tokenIn(given: unknown): string {
  const text = typeof given === 'string' ? given : '';
  return form.test(text) ? text : '';
}

/** Whose page each token opens; one that stands twice, as in a copied row, opens none. Every row is looked at. */
function clientsByToken(ledger: Ledger, clients: OpenTab): ReadonlyMap<string, Client | undefined> {
  const found = new Map<string, Client | undefined>();
  const [name, page] = ['Client', header].map(clients.column) as [number, number];
  if (page === 0) return found;
  for (const row of clients.rows.slice(1)) {
    const token = tokenIn(row[page - 1]);
    const isTwice = token === '' || found.has(token);
    found.set(token, isTwice ? undefined : ledger.clients.get(foldName(String(row[name - 1]))));
  }
  return found;
}

export function clientOfToken(ledger: Ledger, clients: OpenTab, token: string): Client | undefined {
  return clientsByToken(ledger, clients).get(token);
}

/** The addresses of the pages that can be opened, by the clients' keys: mails bring them along. */
export function pageAddresses(ledger: Ledger, clients: OpenTab | undefined): ReadonlyMap<string, string> {
  const { clientPage } = ledger.settings;
  const tokens = clients && clientPage !== '' ? [...clientsByToken(ledger, clients)] : [];
  return new Map(
    tokens.flatMap(([token, client]) =>
      client?.active ? [[client.key, linkOf(clientPage, token)] as const] : [],
    ),
  );
}

/** What making a link means, or why none can be made. */
export type LinkAsked = { readonly client: string; readonly question: string } | { readonly refusal: string };

const howToDeploy =
  'Client pages are off: "Client page address" in Settings is blank. The guide says how to make the web app that shows them (a script of its own, so that nobody outside reaches anything else). Type its address there, then choose this again.';

export function askForLink(book: Book, place: Place): LinkAsked {
  const { ledger } = openBook(book);
  const { clientPage } = ledger.settings;
  if (clientPage === '') return { refusal: howToDeploy };
  const client = ledger.clients.get(foldName(selectedClient(book.workbook, place)));
  if (!client || client.row === 0)
    return { refusal: 'Stand on the row of the client in Clients, and choose this again.' };
  const clients = openTab(book.workbook, 'Clients');
  const token = tokenIn(clients?.rows[client.row - 1]?.[(clients.column(header) || 0) - 1]);
  const reach = `Whoever has the link sees the hours, prices and work of ${client.name}, and can say yes to an offer.`;
  return {
    client: client.name,
    question: token
      ? `The link of ${client.name}:\n\n${linkOf(clientPage, token)}\n\nMake a new one? The old one shows nothing any more. To take it back without a new one, cancel and empty its cell "${header}" in Clients.`
      : `Make a link to a page of its own for ${client.name}? ${reach}`,
  };
}

function linkOf(address: string, token: string): string {
  return `${address}?token=${token}`;
}

/** Writes a new token into the client's row, wherever it is by now, and gives the link. */
export function makeLink(book: Book, name: string, token: string): string {
  const opened = openBook(book);
  const client = opened.ledger.clients.get(foldName(name));
  if (!client || client.row === 0)
    throw new Error(`${name} is no longer in Clients, so nothing was changed.`);
  soundTab(opened, 'Clients');
  const clients = withColumn(book);
  writeIntoRows(
    clients,
    [{ row: client.row, column: clients.column(header), value: token, format: '@' }],
    ['Client'],
  );
  return linkOf(opened.ledger.settings.clientPage, token);
}

function withColumn({ workbook }: Book): OpenTab {
  const open = () => openTab(workbook, 'Clients') as OpenTab;
  const clients = open();
  if (clients.column(header) > 0) return clients;
  const column = Math.max(...clients.rows.map(row => row.length)) + 1;
  clients.tab.grow(clients.headerRow + 2, column);
  writeCells(clients.tab, [{ row: clients.headerRow, column, value: header }]);
  return open();
}
