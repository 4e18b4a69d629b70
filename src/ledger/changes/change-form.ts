import type { Client } from '../model/client';
import { issueText } from '../model/issue';
import type { Ledger } from '../model/ledger';
import { deferredRevenue } from '../rules/open-block';
import { balanceOf, overageOf, type SettledClient, settleLedger } from '../rules/settle';
import { isoDate } from '../units/calendar-date';
import type { Currency, MinorUnits } from '../units/money';
import { foldName } from '../units/names';
import type { Seconds } from '../units/seconds';
import type { ClientEffect } from './effect';
import type { ChangeProblem } from './typed-change';

/** A block with hours left, as a dialog offers it. */
export interface HeldBlock {
  readonly number: string;
  readonly left: Seconds;
  readonly value: MinorUnits;
  readonly currency: Currency;
  readonly hasExpired: boolean;
}

/** A client as the dialogs offer it. */
export interface Holder {
  readonly name: string;
  readonly left: Seconds;
  readonly overage: Seconds;
  /** Overage that no later block covers. */
  readonly toInvoice: Seconds;
  readonly currency: Currency;
  readonly blocks: readonly HeldBlock[];
  /** The row that cannot be counted, so that no figure is known. */
  readonly problem?: string;
}

/** What *Correct*, *Refund*, *Transfer* and *Settle hours beyond the blocks* open with. */
export interface ChangeForm {
  readonly today: string;
  readonly clients: readonly Holder[];
  /** Client and block of the row that is selected; blank where there is none. */
  readonly selected: string;
  readonly block: string;
}

/** What would be written, and what it does; `rows` says it in words. */
export interface ChangePreview {
  readonly says: readonly string[];
  readonly effects: readonly ClientEffect[];
  /** Whether anything is written at all. */
  readonly writes: boolean;
}

/** What the page hears when it has sent a change. */
export type ChangeAnswer =
  | { readonly problems: readonly ChangeProblem[] }
  /** The ledger has moved since the page showed its figures: these hold now, and nothing was written. */
  | { readonly moved: ChangePreview }
  | { readonly done: ChangePreview };

export function changeForm(ledger: Ledger, selected: string, block: string): ChangeForm {
  const settled = settleLedger(ledger, ledger.settings.today);
  const clients = [...settled.values()].map(each => holderOf(each, ledger));
  const own = clients.find(({ name }) => foldName(name) === foldName(selected));
  const isHeld = own?.blocks.some(({ number }) => number === block);
  return {
    today: isoDate(ledger.settings.today),
    clients,
    selected: own?.name ?? '',
    block: isHeld ? block : '',
  };
}

function holderOf(settled: SettledClient, ledger: Ledger): Holder {
  const { client, account } = settled;
  const held = account.opened.filter(
    ({ state, left }) => left > 0 && state !== 'later' && state !== 'invoice',
  );
  const problem = brokenRow(ledger, client);
  return {
    name: client.name,
    left: balanceOf(settled),
    overage: overageOf(settled),
    toInvoice: account.toInvoice.total,
    currency: client.terms.currency,
    blocks: held.map(open => ({
      number: open.block.number,
      left: open.left,
      value: deferredRevenue(open),
      currency: open.block.currency,
      hasExpired: open.state === 'expired',
    })),
    ...(problem && { problem }),
  };
}

/** The first row that keeps a client's figures from being right. */
export function brokenRow({ broken, fatal }: Ledger, { key }: Client): string | undefined {
  const [first] = [...fatal, ...(broken.get(key) || [])];
  return first && issueText(first);
}
