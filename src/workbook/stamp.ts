import type { Ledger } from '../ledger/model/ledger';
import { fingerprint } from '../ledger/reports/fingerprint';
import { entriesOf } from '../ledger/rules/archive';
import { counted } from '../ledger/units/local-text';
import type { Hash } from './ports';

/** The `Ledger` cell: what the ledger holds, and a digest by which every function knows whether it has changed. */
export interface Stamp {
  readonly text: string;
  readonly digest: string;
  readonly clients: number;
}

/** 16 hexadecimal digits: 64 bits. */
const digestDigits = 16;
const stampPattern = /^(\d+) clients?, \d+ blocks?, \d+ entr(?:y|ies) · ([0-9a-f]{16})$/;

export function stampOf(ledger: Ledger, hash: Hash): Stamp {
  const parts: string[] = [];
  // The kind and the length of each part stand before it: ("ab", "c") must differ from ("a", "bc").
  fingerprint(ledger, part => parts.push(`${typeof part}${String(part).length}:${part}`));
  const digest = hash(parts.join('')).slice(0, digestDigits);
  const clients = ledger.clients.size;
  const counts = [
    counted(clients, 'client'),
    counted(ledger.blocks.length, 'block'),
    counted(entriesOf(ledger), 'entry', 'entries'),
  ];
  return { text: `${counts.join(', ')} · ${digest}`, digest, clients };
}

/** Reads the stamp back from a function's last argument. */
export function parseStamp(text: string): Stamp | undefined {
  const [, clients, digest] = stampPattern.exec(text) || [];
  return digest ? { text, digest, clients: Number(clients) } : undefined;
}
