import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import { needWholeLedger } from '../rules/archive';
import { deferredInBooks } from '../rules/deferred';
import { deferredRevenue, never, type OpenBlock } from '../rules/open-block';
import { byClient, settleClient } from '../rules/settle';
import { standingOf } from '../rules/standing';
import type { SheetCell } from '../sheet/sheet-cell';
import type { CalendarDate } from '../units/calendar-date';
import { amountNumber } from '../units/money';
import { hoursOf } from '../units/seconds';

const headers =
  'Block,Client,Bought (h),Price,Currency,Left (h),Value,First use,Last use,Expires,State'.split(',');

/** The days on which work drew from a block. */
interface Use {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/**
 * A row a block, of one client or of all, as of a date: clients in their order, blocks in that of the sheet.
 *
 * Rows that take hours out are none; what they took is gone from the blocks.
 */
export function blockListRows(ledger: Ledger, asOf: CalendarDate, only?: Client | undefined): SheetCell[][] {
  needWholeLedger(ledger);
  const [blocks, entries] = [byClient(ledger.blocks), byClient(ledger.entries)];
  const clients = only ? [only] : [...ledger.clients.values()];
  const rows = clients.flatMap(client => {
    const own = { blocks: blocks.get(client.key) ?? [], entries: entries.get(client.key) ?? [] };
    return own.blocks.length > 0 ? rowsOf(client, own, ledger, asOf) : [];
  });
  return [headers, ...rows];
}

function rowsOf(
  client: Client,
  own: Parameters<typeof settleClient>[1],
  ledger: Ledger,
  asOf: CalendarDate,
): SheetCell[][] {
  const uses = new Map<string, Use>();
  const settled = settleClient(client, own, ledger.settings, asOf, {
    tell: ({ entry, block, date }) => {
      if (entry && block)
        uses.set(block.number, { first: uses.get(block.number)?.first ?? date, last: date });
    },
  });
  const { expiring } = standingOf(settled, ledger.settings);
  const isBroken = ledger.broken.has(client.key);
  const shown = settled.account.opened.filter(({ state }) => state !== 'later');
  return shown.map(open => {
    const { number, hours, price, currency } = open.block;
    const use = uses.get(number);
    const value =
      open.state === 'expired' ? deferredInBooks(open, ledger.settings, asOf) : deferredRevenue(open);
    return [
      number,
      client.name,
      hoursOf(hours),
      amountNumber(price, currency),
      currency,
      hoursOf(open.left),
      amountNumber(value, currency),
      dayOf(use?.first),
      dayOf(use?.last),
      dayOf(open.expires === never ? undefined : open.expires),
      isBroken ? 'check' : stateOf(open, expiring),
    ];
  });
}

function dayOf(date: CalendarDate | undefined): SheetCell {
  return date === undefined ? '' : { date };
}

function stateOf(open: OpenBlock, expiring: readonly OpenBlock[]): string {
  const { state, left, firstUsable } = open;
  if (state === 'invoice') return 'invoiced';
  if (state === 'sold') return firstUsable === never ? 'waits for payment' : 'not yet usable';
  if (left === 0) return 'used up';
  if (state === 'expired') return 'expired';
  return expiring.includes(open) ? 'expiring' : 'open';
}
