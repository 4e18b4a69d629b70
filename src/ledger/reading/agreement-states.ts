import { type Block, hasAgreement } from '../model/block';
import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import { type AgreementState, agreementStateNames, type Signing } from '../model/signing';
import { termsDigest, termsOf } from '../rules/agreement-terms';
import type { SettledClient } from '../rules/settle';
import { newestSigned } from './signings';

/** How each sold block stands, by its number in capitals; nothing where the firm has made no agreement yet. */
export function agreementStates(
  signings: readonly Signing[],
  { blocks, clients, ...ground }: Pick<Ledger, 'blocks' | 'clients' | 'settings' | 'workTypes'>,
): Map<string, AgreementState> {
  const states = new Map<string, AgreementState>();
  if (signings.length === 0) return states;
  const signed = newestSigned(signings);
  for (const block of blocks.filter(hasAgreement)) {
    const number = block.number.toUpperCase();
    const agreed = signed.get(number);
    const terms = () => termsDigest(termsOf(block, clients.get(block.clientKey) as Client, ground));
    // A row that somebody typed for a paper of their own has no digest to compare.
    const holds = agreed && (agreed.terms === '' || agreed.terms === terms());
    states.set(number, agreed ? (holds ? 'signed' : 'terms changed') : 'not signed');
  }
  return states;
}

/** A sold block whose hours can still be used, now or later, with what has become of its agreement. */
export interface OpenAgreement {
  readonly block: Block;
  readonly state: AgreementState;
}

/** Of the sold blocks of a client that have hours left. */
export function openAgreements(
  { account }: Pick<SettledClient, 'account'>,
  states: Ledger['agreements'],
): OpenAgreement[] {
  return account.opened.flatMap(({ block, state: use, left }) => {
    const state = states.get(block.number.toUpperCase());
    const isOpen = left > 0 && (use === 'usable' || use === 'sold');
    return state && isOpen ? [{ block, state }] : [];
  });
}

/** The worst of them; blank for a client of which nothing is asked. */
export function agreementOf(settled: SettledClient, states: Ledger['agreements']): AgreementState | '' {
  if (states.size === 0) return '';
  const open = openAgreements(settled, states);
  return agreementStateNames.find(name => open.some(({ state }) => state === name)) ?? '';
}
