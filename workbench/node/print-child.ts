/**
 * A process of its own that prints one page: HTML in at standard input, a PDF out at standard output.
 *
 * What it is given is hostile: no script of it runs, and nothing that it asks for is fetched, from nowhere.
 */

import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser';

/** Answered here; nobody is asked where it is. */
const address = 'http://page.invalid/';
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox";
/** Should a request get past everything else, it finds neither a name nor a way. */
const nowhere = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
];
const quiet = ['gpu', 'quic', 'background-networking', 'component-update', 'sync', 'extensions'];

async function print(html: string): Promise<Uint8Array> {
  const browser = await chromium.launch({
    executablePath: findBrowser() ?? '',
    args: ['--no-sandbox', '--no-first-run', ...quiet.map(each => `--disable-${each}`), ...nowhere],
  });
  const context = await browser.newContext({ javaScriptEnabled: false, serviceWorkers: 'block' });
  const page = await context.newPage();
  let isFirst = true;
  await context.route('**', route => {
    if (!isFirst) return route.abort();
    isFirst = false;
    const headers = { 'content-security-policy': policy };
    return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8', headers });
  });
  await page.goto(address);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, margin: sides('1cm') });
  await browser.close();
  return pdf;
}

function sides(width: string) {
  return { top: width, right: width, bottom: width, left: width };
}

const pieces: Buffer[] = [];
for await (const piece of process.stdin) pieces.push(piece);
process.stdout.write(await print(Buffer.concat(pieces).toString('utf8')));
