/** Serves the page to this machine only: its files to whoever asks for them by name, the rest to the page alone. */

import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join, relative, sep } from 'node:path';
import { answer, bodyOf, refuse } from './answers';
import { bodyRefused, ownHosts, pathOf, type Refusal, strangerRefused, tokenRefused } from './gate';
import { createPrinter, type Printer, type PrinterOptions } from './printer';

/** Of a page to print, with its pictures in it. */
const mostBytes = 16 * 1024 * 1024;
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

interface StaticFile {
  readonly type: string;
  readonly bytes: Uint8Array;
}

interface Served {
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly hosts: readonly string[];
  readonly token: string;
  readonly printer: Printer;
  /** The path of the workbook's file. */
  readonly book: string | undefined;
}

export interface PageServer {
  /** With the token, for the page that is to be opened. */
  readonly url: string;
  close(): void;
}

/** Serves the files that `folder` holds now, and one workbook under `book/`. Port 0 takes a free one. */
export async function servePage(
  folder: string,
  port: number,
  book?: string,
  options: PrinterOptions = {},
): Promise<PageServer> {
  const token = randomBytes(32).toString('base64url');
  const printer = createPrinter(options);
  const files = readFiles(folder);
  const hosts: string[] = [];
  const take = (request: IncomingMessage, response: ServerResponse) => {
    answerTo(request, response, { files, hosts, token, printer, book }).catch((error: Error) => {
      console.error(`The page's server could not answer: ${error.message}`);
      response.destroy();
    });
  };
  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, connectionsCheckingInterval: 1000 },
    take,
  );
  // Nobody is asked to send a body before it is known who wants to.
  server.on('checkContinue', take);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const taken = (server.address() as AddressInfo).port;
  hosts.push(...ownHosts(taken));
  const query = book === undefined ? '' : `?book=${encodeURIComponent(basename(book))}`;
  return {
    // What follows the # is sent to nobody.
    url: `http://localhost:${taken}/${query}#token=${token}`,
    close() {
      printer.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

function readFiles(folder: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const type = types[extname(path)];
    if (!entry.isFile() || type === undefined) continue;
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { type, bytes: readFileSync(path) });
  }
  return files;
}

async function answerTo(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  const { hosts, token, printer, book, files } = served;
  const path = pathOf(request);
  const stranger = strangerRefused(request, hosts);
  if (stranger) return refuse(request, response, stranger);
  if (path === undefined) return refuse(request, response, { status: 400, text: 'This is no address.' });
  if (path === '/print') {
    const refusal =
      methodRefused(request, 'POST') ??
      tokenRefused(request, token) ??
      bodyRefused(request, mostBytes) ??
      (printer.isBusy() ? { status: 503, text: 'Too much is being printed already.' } : undefined);
    return refusal ? refuse(request, response, refusal) : print(request, response, printer);
  }
  const refusal = methodRefused(request, 'GET', 'HEAD');
  if (refusal) return refuse(request, response, refusal);
  if (path.startsWith('/book/')) {
    const stop = tokenRefused(request, token);
    if (stop) return refuse(request, response, stop);
    const bytes = book === undefined || path !== `/book/${basename(book)}` ? null : await readBook(book);
    return bytes ? answer(response, 200, workbookType, bytes) : refuse(request, response, notHere);
  }
  const file = files.get(path === '/' ? '/index.html' : path);
  return file ? answer(response, 200, file.type, file.bytes) : refuse(request, response, notHere);
}

const notHere: Refusal = { status: 404, text: 'There is nothing here.' };

function methodRefused({ method = '' }: IncomingMessage, ...allowed: readonly string[]): Refusal | undefined {
  return allowed.includes(method) ? undefined : { status: 405, text: `Only ${allowed.join(' and ')} here.` };
}

/** It may have been moved since. */
function readBook(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: Error) => {
    console.error(`${path} could not be read: ${error.message}`);
    return null;
  });
}

async function print(request: IncomingMessage, response: ServerResponse, printer: Printer): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  if (request.headers.expect !== undefined) response.writeContinue();
  const read = async () => (await bodyOf(request, mostBytes))?.toString('utf8');
  const pdf = await printer.print(read, gone.signal);
  if (!gone.signal.aborted) answer(response, pdf ? 200 : 204, 'application/pdf', pdf ?? '');
}
