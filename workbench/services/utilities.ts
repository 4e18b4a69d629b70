/** `Utilities`, `Session` and `Logger`. */

import { createHash, randomUUID } from 'node:crypto';
import { format } from 'node:util';
import { formatInstant, parseInstant } from './date-pattern';
import type { ActiveRun } from './execution';
import { type Emulates, enumeration, expose, own } from './expose';
import { isZone } from './zone';

type Google = GoogleAppsScript.Utilities.Utilities;
type Blob = GoogleAppsScript.Base.Blob;

export class UtilitiesService implements Emulates<Google, UtilitiesService> {
  readonly DigestAlgorithm: Google['DigestAlgorithm'];
  readonly Charset: Google['Charset'];

  constructor(private readonly run: ActiveRun) {
    this.DigestAlgorithm = enumeration(
      run,
      'DigestAlgorithm',
      'MD5',
      'SHA_1',
      'SHA_256',
      'SHA_384',
      'SHA_512',
    );
    this.Charset = enumeration(run, 'Charset', 'UTF_8', 'US_ASCII');
  }

  formatDate = (date: unknown, zone: string, pattern: string) =>
    formatInstant((date as Date).getTime(), javaZone(zone), pattern);
  parseDate = (text: string, zone: string, pattern: string) =>
    new Date(parseInstant(text, javaZone(zone), pattern));
  getUuid = () => randomUUID();
  base64Encode = (data: unknown) => bytesOf(data).toString('base64');

  sleep(milliseconds: number): void {
    if (milliseconds > 300_000) throw new Error('Invalid argument: milliseconds');
    this.run.world.clock.advance(milliseconds);
    this.run.checkTime();
  }

  /** Signed bytes, as Java has them. */
  computeDigest(algorithm: unknown, data: unknown, _charset?: unknown): number[] {
    const digest = createHash(String(algorithm).toLowerCase().replace('_', ''))
      .update(bytesOf(data))
      .digest();
    return [...new Int8Array(digest)];
  }

  newBlob = (data: unknown, contentType = 'text/plain', name = ''): Blob =>
    expose(this.run, 'Blob', new BlobService(bytesOf(data), contentType, name));
}

function bytesOf(data: unknown): Buffer {
  const inner = own<unknown>(data);
  if (inner instanceof BlobService) return Buffer.from(inner.getBytes());
  return typeof inner === 'string' ? Buffer.from(inner, 'utf8') : Buffer.from(inner as number[]);
}

/** Java takes an unknown zone for GMT without a word, which hides mistakes: here it is refused. */
function javaZone(zone: string): string {
  const offset = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?00)?$/.exec(zone);
  const name = offset
    ? `Etc/GMT${offset[1] === '+' ? '-' : '+'}${Number(offset[2])}`
    : zone.replace(/^GMT$/, 'UTC');
  if (!isZone(name)) throw new Error(`Invalid argument: timeZone. Should be of type: String`);
  return name;
}

export class BlobService implements Emulates<Blob, BlobService> {
  constructor(
    private readonly bytes: Buffer,
    private type: string,
    private name: string,
  ) {}

  getDataAsString = () => this.bytes.toString('utf8');
  getBytes = () => [...new Int8Array(this.bytes)];
  getContentType = () => this.type;
  getName = () => this.name;

  setName(name: string): Blob {
    this.name = name;
    return this as unknown as Blob;
  }

  /** Not of Google's, and not before the bundle: what a mail takes with it. */
  attachment() {
    return { name: this.name, type: this.type, bytes: this.bytes };
  }
}

export class SessionService implements Emulates<GoogleAppsScript.Base.Session, SessionService> {
  constructor(private readonly run: ActiveRun) {}
  getScriptTimeZone = () => this.run.world.bundle.timeZone;
  getActiveUserLocale = () => this.run.world.engine.locale.slice(0, 2);
}

export class LoggerService {
  constructor(private readonly run: ActiveRun) {}
  log(text: unknown, ...args: unknown[]): LoggerService {
    const { world, options } = this.run;
    world.log.push({
      level: 'log',
      text: format(typeof text === 'string' ? text : String(text), ...args),
      run: options.name,
    });
    return this;
  }
}
