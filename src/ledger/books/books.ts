import type { Block } from '../model/block';
import type { Ledger } from '../model/ledger';
import { type SettledClient, settleLedger } from '../rules/settle';
import type { CalendarDate } from '../units/calendar-date';
import { type ClientBooks, clientBooks } from './client-books';
import type { Posting } from './posting';

/** Hears every posting up to `until`, and gives the settled clients from which they come: one replay tells both. */
export function postLedger(
  ledger: Ledger,
  until: CalendarDate,
  write: (posting: Posting) => void,
): Map<string, SettledClient> {
  const blocks = new Map<string, Block[]>();
  for (const block of ledger.blocks) {
    const own = blocks.get(block.clientKey);
    if (own) own.push(block);
    else blocks.set(block.clientKey, [block]);
  }
  const writeInTime = (posting: Posting) => {
    if (posting.date <= until) write(posting);
  };
  const open: ClientBooks[] = [];
  const settled = settleLedger(ledger, until, client => {
    const books = clientBooks(client, blocks.get(client.key) || [], ledger.settings, writeInTime);
    open.push(books);
    return books;
  });
  for (const books of open) books.payUntil(until);
  return settled;
}
