/** `Utilities`: dates in zones, digests, files, and waiting. */

import { sha256 } from '@noble/hashes/sha2.js';
import { isZone } from '../engine/zone';
import { blobOf } from './blob';
import { formatInstant, parseInstant } from './date-pattern';
import type { ActiveRun } from './execution';
import { type Emulates, enumeration } from './expose';

type Google = GoogleAppsScript.Utilities.Utilities;

const encoder = new TextEncoder();
/** As many arguments as a call takes anywhere. */
const chunk = 0x8000;

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
    this.run.pass(milliseconds);
    this.run.checkTime();
  }

  /** Signed bytes, as Java has them. */
  computeDigest = (_sha256: unknown, text: unknown, _utf8?: unknown): number[] => [
    ...new Int8Array(sha256(encoder.encode(String(text))).buffer),
  ];

  getUuid = () => crypto.randomUUID();

  newBlob = (text: unknown, type = 'text/plain', name = '') =>
    blobOf(this.run, encoder.encode(String(text)), type, name);

  /** Of bytes, or of a text in UTF-8. */
  base64Encode(given: unknown): string {
    const bytes = Array.isArray(given) ? Uint8Array.from(given as number[]) : encoder.encode(String(given));
    let text = '';
    for (let start = 0; start < bytes.length; start += chunk)
      text += String.fromCharCode(...bytes.subarray(start, start + chunk));
    return btoa(text);
  }
}

/** Java takes an unknown zone for GMT without a word, which hides mistakes: here it is refused. */
function checkedZone(zone: string): string {
  if (!isZone(zone)) throw new Error('Invalid argument: timeZone. Should be of type: String');
  return zone;
}
