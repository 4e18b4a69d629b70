import type { Client } from '../../ledger/model/client';
import type { Ledger } from '../../ledger/model/ledger';
import { moneyOf } from '../../ledger/rules/money';
import { balanceOf, settleOne } from '../../ledger/rules/settle';
import { moneyText } from '../../ledger/units/money';
import { foldName } from '../../ledger/units/names';
import { hoursText } from '../../ledger/units/seconds';
import { type Book, openBook } from '../../workbook/open-book';
import { changedCellsIn, writeAsSeen } from '../../workbook/seen-form';
import { type Place, selectedClient } from '../../workbook/selected-client';
import { soundTab } from '../../workbook/write-rows';

/** What archiving the selected client means, or why there is nothing to archive. */
export type Archiving = { readonly client: string; readonly question: string } | { readonly refusal: string };

export function askToArchive(book: Book, place: Place): Archiving {
  const name = selectedClient(book.workbook, place);
  const { ledger } = openBook(book);
  const client = ledger.clients.get(foldName(name));
  if (name.trim() === '' || !client)
    return {
      refusal: 'Stand on a row that names the client, such as its row in Clients, and choose this again.',
    };
  if (client.row === 0) return { refusal: `${client.name} is not in Clients, so there is no box to untick.` };
  if (!client.active)
    return { refusal: `${client.name} is archived already: Active is not ticked in Clients.` };
  const meaning = `${client.name} gets no more notices. It stays in the books, and no figure changes.`;
  return {
    client: client.name,
    question: `${meaning}\n\n${whatIsLeft(client, ledger)}\n\nUntick Active of ${client.name}?`,
  };
}

/** Whoever archives a client with hours left should know it. */
function whatIsLeft(client: Client, ledger: Ledger): string {
  if (ledger.fatal.length > 0 || ledger.broken.has(client.key))
    return 'A row of it cannot be counted, so nobody knows what is left: see Check workbook.';
  const settled = settleOne(ledger, client);
  const worth = moneyOf(settled).map(({ deferred, currency }) => moneyText(deferred, currency));
  const left = `It has ${hoursText(balanceOf(settled))} left`;
  return worth.length > 0 ? `${left}; ${worth.join(' and ')} are still owed in work.` : `${left}.`;
}

/** Unticks Active; by name, for the rows may have moved while the question stood there. */
export function archiveClient(book: Book, name: string): void {
  const opened = openBook(book);
  const clients = soundTab(opened, 'Clients');
  const client = opened.ledger.clients.get(foldName(name));
  const column = clients.column('Active');
  if (!client || client.row === 0)
    throw new Error(`${name} is no longer in Clients, so nothing was changed.`);
  if (column === 0)
    throw new Error('Clients has no column "Active". Run More > Set up > Set up workbook, then try again.');
  const unticked = { row: client.row, column, value: false };
  const writing = changedCellsIn(clients, ['Client'], [unticked]);
  const planned = { ...writing, what: client.name, done: undefined };
  writeAsSeen({ book, title: 'Archive a client', attempt: '', plan: () => planned });
}
