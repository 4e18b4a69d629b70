/** Who may ask the page's server for what: looked at before anything of a body is read. */

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header in which the page shows its token. */
const TOKEN_HEADER = 'x-block-ledger-token';

export interface Refusal {
  readonly status: number;
  readonly text: string;
}

/** The path asked for, decoded; undefined where what was sent is no path of a server. */
export function pathOf({ url = '' }: IncomingMessage): string | undefined {
  const [path = ''] = url.split('?', 1);
  if (!/^\/(?!\/)/.test(path)) return undefined;
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') ? undefined : decoded;
  } catch {
    return undefined;
  }
}

/** The names under which a page of this machine reaches a port: another name may be anybody's. */
export function ownHosts(port: number): readonly string[] {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  return [...names.map(name => `${name}:${port}`), ...(port === 80 ? names : [])];
}

/** A name that somebody else has pointed to this machine is no name of ours, and no other page asks here. */
export function strangerRefused(
  { headers, headersDistinct }: IncomingMessage,
  hosts: readonly string[],
): Refusal | undefined {
  const [host = '', ...more] = headersDistinct.host ?? [];
  if (more.length > 0 || !hosts.includes(host.toLowerCase()))
    return { status: 403, text: `This server answers only as ${hosts[0]}.` };
  if (headers.origin !== undefined && headers.origin.toLowerCase() !== `http://${host.toLowerCase()}`)
    return { status: 403, text: 'This server answers only its own page.' };
  return undefined;
}

export function tokenRefused({ headers }: IncomingMessage, token: string): Refusal | undefined {
  if (isSame(String(headers[TOKEN_HEADER] ?? ''), token)) return undefined;
  return { status: 403, text: 'Open the address that npm start has printed: it carries the key to this.' };
}

/** What sends a body must be a page of ours that says so, and says how long it is. */
export function bodyRefused({ headers }: IncomingMessage, mostBytes: number): Refusal | undefined {
  if (headers.origin === undefined) return { status: 403, text: 'This server answers only its own page.' };
  const length = headers['content-length'];
  if (length === undefined || headers['transfer-encoding'] !== undefined)
    return { status: 411, text: 'The length of what is sent must be said first.' };
  if (Number(length) > mostBytes)
    return { status: 413, text: `At most ${mostBytes / 1_048_576} MB are taken.` };
  return undefined;
}

/** Takes as long for a near miss as for any other. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
