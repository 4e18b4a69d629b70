/** Functions in cells; Sheets shows their documentation while somebody types. */

import { waitedForOther } from '../google/lock';
import { blockQuote } from '../workflows/cells/block-quote';
import * as cells from '../workflows/cells/cell-functions';
import { cellServices, hereInCells } from './services';

/**
 * Hours a client has left; below zero where more was used than bought.
 * @param client A client's name, or a range of names.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Hours left.
 * @customfunction
 */
export function BLOCKBALANCE(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockBalance, [client, as_of, ledger]);
}

/**
 * Money still owed to a client in work: the discounted value of the hours left.
 * @param client A client's name, or a range of names.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Money in the client's currency.
 * @customfunction
 */
export function BLOCKVALUE(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockValue, [client, as_of, ledger]);
}

/**
 * Hours charged for a client's time entries.
 * @param client A client's name, or a range of names.
 * @param from The first day. Blank: from the beginning.
 * @param to The last day. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Hours.
 * @customfunction
 */
export function BLOCKUSED(client: unknown, from?: unknown, to?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockUsed, [client, from, to, ledger]);
}

/**
 * Hours of a client that no block covers, waiting for the next block or to be invoiced.
 * @param client A client's name, or a range of names.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Hours.
 * @customfunction
 */
export function BLOCKOVERAGE(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockOverage, [client, as_of, ledger]);
}

/**
 * What prepaying has saved a client so far.
 * @param client A client's name, or a range of names.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Money in the client's currency.
 * @customfunction
 */
export function BLOCKSAVED(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockSaved, [client, as_of, ledger]);
}

/**
 * The day on which a client's hours run out at the recent pace.
 * @param client A client's name, or a range of names.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A date, or the words "not enough history", "used up", or "repeats" where the hours of each period last until the next.
 * @customfunction
 */
export function BLOCKRUNOUT(client: unknown, ledger?: unknown): unknown {
  return answer(cells.blockRunOut, [client, ledger]);
}

/**
 * Every event behind a client's balance: the last "left after" is the balance.
 * @param client A client's name.
 * @param as_of The last day to show. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKEXPLAIN(client: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockExplain, [client, as_of, ledger]);
}

/**
 * A client's account of a period, which adds up; then what happened, line by line.
 * @param client A client's name.
 * @param from The first day.
 * @param to The last day. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKSTATEMENT(client: unknown, from: unknown, to?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockStatement, [client, from, to, ledger]);
}

/**
 * The overview: a row for each client, the worst first.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKSUMMARY(ledger?: unknown): unknown {
  return answer(cells.blockSummary, [ledger]);
}

/**
 * All clients together: a row for each currency.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers.
 * @customfunction
 */
export function BLOCKTOTALS(ledger?: unknown): unknown {
  return answer(cells.blockTotals, [ledger]);
}

/**
 * The blocks: what was bought, for how much, what is left and worth, when it was used and how it stands.
 * @param client A client's name. Blank: all clients.
 * @param as_of The day for which to answer. Blank: today.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return A table with headers, a row for each block.
 * @customfunction
 */
export function BLOCKLIST(client?: unknown, as_of?: unknown, ledger?: unknown): unknown {
  return answer(cells.blockList, [client, as_of, ledger]);
}

/**
 * The price of a new block by the rate card in Settings, without tax.
 * @param hours The hours of the block, or a range of them.
 * @param client For whose rate and currency. Blank: those of Settings.
 * @param ledger The cell Ledger, which keeps the answer up to date.
 * @return Money in the client's currency.
 * @customfunction
 */
export function BLOCKQUOTE(hours: unknown, client?: unknown, ledger?: unknown): unknown {
  return answer(blockQuote, [hours, client, ledger]);
}

/**
 * The stamp of the ledger. Set up workbook writes this formula; it is not for typing.
 * @param tabs The name of a tab, followed by its columns; then the next tab.
 * @return How much the ledger holds, and a digest of it.
 * @customfunction
 */
export function BLOCKLEDGER(...tabs: unknown[]): string {
  return cells.blockLedger({ book: hereInCells(), ...cellServices() }, tabs);
}

/** Answers a function in a cell; a date becomes the Date that Sheets shows as that day. */
function answer(work: cells.CellFunction, given: readonly unknown[]) {
  const book = hereInCells();
  const waited = () => waitedForOther(LockService.getDocumentLock());
  const result = work({ book, ...cellServices(), waitedForOther: waited }, given);
  return Array.isArray(result) ? result.map(row => row.map(book.fromCell)) : book.fromCell(result);
}
