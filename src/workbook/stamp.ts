import type { PassingLedger } from '../ledger/model/ledger';
import { fingerprint } from '../ledger/reports/fingerprint';
import { entriesOf } from '../ledger/rules/archive';
import { createDigest } from '../ledger/units/digest';
import { counted } from '../ledger/units/local-text';

/** The `Ledger` cell: what the ledger holds, and a digest by which every function knows whether it has changed. */
export interface Stamp {
  readonly text: string;
  readonly digest: string;
  readonly clients: number;
}

const stampPattern = /^(\d+) clients?, \d+ blocks?, \d+ entr(?:y|ies) · ([0-9a-f]{16})$/;

/** Fed part by part, with our own digest: a large workbook would make one text of megabytes for Google's. */
export function stampOf(ledger: PassingLedger): Stamp {
  const parts = createDigest();
  fingerprint(ledger, parts.takePart);
  const digest = parts.hex();
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
