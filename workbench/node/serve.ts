/** `npm start`: builds the page and serves it to this machine only; see the README. */

import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import openBrowser from 'open';
import sirv from 'sirv';
import { buildPage } from './build-page';
import { printPdf } from './print-pdf';

const folder = fileURLToPath(new URL('../../node_modules/.cache/block-ledger-page', import.meta.url));

/** So that the page knows that this server prints; a static host does not. */
const printsCookie = 'block-ledger-prints=yes; Path=/; SameSite=Strict';

/** Makes a PDF of the page that is sent, for pages of this server only. */
function print(request: IncomingMessage, response: ServerResponse): void {
  const { origin, host } = request.headers;
  const pieces: Buffer[] = [];
  request.on('data', piece => pieces.push(piece));
  request.on('end', () => {
    const pdf = origin === `http://${host}` ? printPdf(Buffer.concat(pieces).toString('utf8')) : null;
    response.writeHead(pdf ? 200 : 204, { 'content-type': 'application/pdf' });
    response.end(pdf ?? undefined);
  });
}

/** Serves `folder`, and one workbook under `book/`; gives the address. Port 0 takes a free one. */
export async function servePage(folder: string, port: number, book?: string) {
  const page = sirv(folder, { dev: true });
  const file = book && sirv(resolve(book, '..'), { dev: true });
  const answer: RequestListener = (request, response) => {
    const wanted = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (file && book && wanted === `/book/${basename(book)}`) {
      request.url = `/${encodeURIComponent(basename(book))}`;
      return file(request, response);
    }
    if (request.method === 'POST' && wanted === '/print') return print(request, response);
    response.setHeader('set-cookie', printsCookie);
    page(request, response);
  };
  const server = createServer(answer);
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', listening);
  });
  const address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  const url = book ? `${address}?book=${encodeURIComponent(basename(book))}` : address;
  return { url, close: () => server.close() };
}

async function main([book]: readonly string[]): Promise<void> {
  if (book !== undefined && !existsSync(book)) throw new Error(`There is no file ${book}.`);
  await buildPage(folder);
  // The same port each time: a browser keeps what was done under it.
  const { url } = await servePage(folder, 8321, book).catch(() => servePage(folder, 0, book));
  console.log(`Block Ledger's workbench: ${url}\nCtrl+C stops it.`);
  if (process.env.CI || process.env.BROWSER === 'none') return;
  // Without a browser at hand the address above is enough.
  const browser = await openBrowser(url);
  browser.on('error', () => console.log('Open that address in a browser.'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main(process.argv.slice(2)).catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
}
