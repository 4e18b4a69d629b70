import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import { isBilled } from '../rules/receivables';
import { minus, plus, sumOf } from '../units/amounts';
import { addDays, type CalendarDate } from '../units/calendar-date';
import { type MinorUnits, noMoney } from '../units/money';
import { postLedger } from './journals';

/** What a client has not paid of a row of Blocks; below zero what it is still to get. */
export interface UnpaidBlock {
  readonly client: Client;
  readonly block: Block;
  /** With tax. */
  readonly open: MinorUnits;
  readonly due: CalendarDate;
  /** Days past its due day; 0 while it is not. */
  readonly late: number;
}

/** By the receivables of the books, so that parts, refunds and write-offs count; the longest overdue first. */
export function unpaidBlocks(ledger: Ledger, asOf: CalendarDate): UnpaidBlock[] {
  const open = new Map<string, MinorUnits>();
  postLedger(ledger, asOf, ({ amount, debit, credit }) => {
    if (debit.role === 'receivable') open.set(debit.block, plus(open.get(debit.block) ?? noMoney, amount));
    if (credit.role === 'receivable')
      open.set(credit.block, minus(open.get(credit.block) ?? noMoney, amount));
  });
  const found = ledger.blocks.flatMap((block): UnpaidBlock[] => {
    const [amount, client] = [open.get(block.number) ?? noMoney, ledger.clients.get(block.clientKey)];
    if (amount === 0 || !client) return [];
    const due = dueOf(block, ledger.settings);
    return [{ client, block, open: amount, due, late: Math.max(0, asOf - due) }];
  });
  return found.sort((a, b) => b.late - a.late || a.block.order - b.block.order);
}

/** By days past the due day. */
export const lateSpans = ['Not due', '1–30 days', '31–60 days', '61–90 days', 'over 90'] as const;

/** In which of these spans an amount stands. */
export function spanOf({ late }: UnpaidBlock): number {
  return late === 0 ? 0 : Math.min(4, Math.ceil(late / 30));
}

/** What is open in each span; of one currency. */
export function lateSums(unpaid: readonly UnpaidBlock[]): readonly MinorUnits[] {
  return lateSpans.map((_, at) => sumOf(unpaid.filter(each => spanOf(each) === at).map(({ open }) => open)));
}

/** What the client is to get back is no bill of its own. */
export function isAsked({ open, block }: UnpaidBlock): boolean {
  return open > 0 && isBilled(block);
}

/** Until when a block is to be paid. */
export function dueOf({ date }: Block, { paymentTerms }: Ledger['settings']): CalendarDate {
  return addDays(date, paymentTerms);
}

/** The money of one row of Blocks as the books have it. */
export interface RowMoney {
  /** With tax, still to be paid; nothing where it does not stand in the books yet. */
  readonly open: MinorUnits | undefined;
  /** Taken back with what a refund gives back. */
  readonly taxBack: MinorUnits;
}

export function moneyOfRow(ledger: Ledger, { number, clientKey }: Block, asOf: CalendarDate): RowMoney {
  let [open, taxBack, isBooked] = [noMoney, noMoney, false];
  postLedger(ofClients(ledger, new Set([clientKey])), asOf, ({ amount, debit, credit }) => {
    if (debit.block === number || credit.block === number) isBooked = true;
    if (debit.role === 'receivable' && debit.block === number) open = plus(open, amount);
    if (credit.role === 'receivable' && credit.block === number) open = minus(open, amount);
    if (debit.role === 'tax' && debit.block === number) taxBack = plus(taxBack, amount);
    if (credit.role === 'tax' && credit.block === number) taxBack = minus(taxBack, amount);
  });
  return { open: isBooked ? open : undefined, taxBack };
}

/** What is not paid today; only the books know, and they need archived work as well: `whole` gives the ledger with it. */
export function unpaidIn(ledger: Ledger, whole: () => Ledger): readonly UnpaidBlock[] {
  const { today } = ledger.settings;
  const owing = withUnpaid(ledger, today);
  if (owing.clients.size === 0) return [];
  const isWhole = !ledger.archive || ledger.archive.isRead;
  return unpaidBlocks(isWhole ? owing : ofClients(whole(), new Set(owing.clients.keys())), today);
}

/** Clients with a bill that is not paid by its day: only of these anything may be open. */
function withUnpaid(ledger: Ledger, asOf: CalendarDate): Ledger {
  const isOpen = (block: Block) =>
    isBilled(block) && block.price > 0 && (block.paidOn === undefined || block.paidOn > asOf);
  return ofClients(ledger, new Set(ledger.blocks.filter(isOpen).map(({ clientKey }) => clientKey)));
}

function ofClients(ledger: Ledger, keys: ReadonlySet<string>): Ledger {
  const isTheirs = ({ clientKey }: { readonly clientKey: string }) => keys.has(clientKey);
  return {
    ...ledger,
    clients: new Map([...ledger.clients].filter(([key]) => keys.has(key))),
    blocks: ledger.blocks.filter(isTheirs),
    entries: ledger.entries.filter(isTheirs),
  };
}
