import type { Client } from '../../../src/ledger/model/client';
import type { Ledger } from '../../../src/ledger/model/ledger';
import { accountOf, type PeriodAccount } from '../../../src/ledger/statements/period-account';
import { ledgerOf } from '../builders';
import { type AnyClient, dayAfter } from '../rules/any-client';

/** The ledger of a client with anything in it. */
export function ledgerWith({ blocks, entries, terms, unpaidBlocks }: AnyClient): {
  readonly ledger: Ledger;
  readonly client: Client;
} {
  const empty = ledgerOf({});
  const [acme] = empty.clients.values();
  if (!acme) throw new Error('No client');
  const ledger = { ...empty, blocks, entries: [...entries], settings: { ...empty.settings, unpaidBlocks } };
  return { ledger, client: { ...acme, terms } };
}

export function anyAccount(any: AnyClient, first: number, last: number): PeriodAccount {
  const { ledger, client } = ledgerWith(any);
  return accountOf(ledger, client, { from: dayAfter(first), to: dayAfter(last) });
}
