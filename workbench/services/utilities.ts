/** `Utilities`: dates in zones, digests, and waiting. */

import { sha256 } from '@noble/hashes/sha2.js';
import { isZone } from '../engine/zone';
import { formatInstant, parseInstant } from './date-pattern';
import type { ActiveRun } from './execution';
import { type Emulates, enumeration } from './expose';

type Google = GoogleAppsScript.Utilities.Utilities;

export class UtilitiesService implements Emulates<Google, UtilitiesService> {
  readonly DigestAlgorithm: Google['DigestAlgorithm'];
  readonly Charset: Google['Charset'];

  constructor(private readonly run: ActiveRun) {
    this.DigestAlgorithm = enumeration(run, 'DigestAlgorithm', 'SHA_256');
    this.Charset = enumeration(run, 'Charset', 'UTF_8');
  }

  formatDate = (date: unknown, zone: string, pattern: string) =>
    formatInstant((date as Date).getTime(), checkedZone(zone), pattern);
  parseDate = (text: string, zone: string, pattern: string) =>
    new Date(parseInstant(text, checkedZone(zone), pattern));

  sleep(milliseconds: number): void {
    if (milliseconds > 300_000) throw new Error('Invalid argument: milliseconds');
    this.run.world.clock.advance(milliseconds);
    this.run.checkTime();
  }

  /** Signed bytes, as Java has them. */
  computeDigest = (_sha256: unknown, text: unknown, _utf8?: unknown): number[] => [
    ...new Int8Array(sha256(new TextEncoder().encode(String(text))).buffer),
  ];
}

/** Java takes an unknown zone for GMT without a word, which hides mistakes: here it is refused. */
function checkedZone(zone: string): string {
  if (!isZone(zone)) throw new Error('Invalid argument: timeZone. Should be of type: String');
  return zone;
}
