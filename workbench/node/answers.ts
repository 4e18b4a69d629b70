/** How the page's server answers: with headers that keep others out, and never by reading what it has refused. */

import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Refusal } from './gate';

/** The add-on is evaluated in the page, and its dialogs bring scripts along; nothing of it comes from elsewhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const guards: OutgoingHttpHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

/** How long somebody who goes on sending may do so before the connection is cut. */
const patience = 500;

export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  bytes: Uint8Array | string = '',
): void {
  response.writeHead(status, {
    ...guards,
    'content-type': type,
    ...(status !== 204 && { 'content-length': Buffer.byteLength(bytes) }),
  });
  response.end(bytes);
}

/** Says why, lets go unread what is still being sent, and closes the connection. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, text }: Refusal): void {
  const body = `${text}\n`;
  response.writeHead(status, {
    ...guards,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  if (request.complete || request.method === 'GET' || request.method === 'HEAD') {
    response.end(body);
    return;
  }
  response.write(body);
  request.resume();
  // Cut off at once, the answer would be lost on its way.
  const end = () => response.end();
  const timer = setTimeout(end, patience);
  request.once('close', () => clearTimeout(timer)).once('end', end);
}

/** Reads a body of at most so many bytes, whatever length was said; undefined where it is longer or breaks off. */
export async function bodyOf(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      bytes += (piece as Buffer).length;
      if (bytes > mostBytes) return undefined;
      pieces.push(piece as Buffer);
    }
  } catch {
    // Whoever sent it has left.
    return undefined;
  }
  return Buffer.concat(pieces);
}
