/** Pages printed with a browser of this machine; what they ask for on the way is none of theirs to have. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../../workbench/node/find-browser';
import { printBeside, printPdf } from '../../../workbench/node/print-pdf';

/** Whatever is let in makes the page many pages long. */
const tall =
  '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="9000"><rect width="9" height="9"/></svg>';
const taller = 'body { height: 9000px }';

let folder: string;
let server: Server;
let asked: string[];
let other: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'print-test-'));
  writeFileSync(join(folder, 'tall.svg'), tall);
  writeFileSync(join(folder, 'tall.css'), taller);
  asked = [];
  server = createServer(({ url }, response) => {
    asked.push(url ?? '');
    response.end();
  });
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening));
  other = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const pagesOf = (pdf: Uint8Array | null) =>
  [
    ...Buffer.from(pdf ?? [])
      .toString('latin1')
      .matchAll(/\/Type \/Page\b/g),
  ].length;

describe.skipIf(!findBrowser())('a browser of this machine', { timeout: 180_000 }, () => {
  it('makes a PDF of a page', () => {
    const pdf = printPdf('<!doctype html><title>One</title><p>Hours left: 13.5');
    expect(Buffer.from(pdf ?? []).toString('latin1', 0, 5)).toBe('%PDF-');
    expect(pagesOf(pdf)).toBe(1);
  });

  it('shows the pictures and the style that a page brings along', async () => {
    const picture = `<img src="data:image/svg+xml;base64,${Buffer.from(tall).toString('base64')}">`;
    expect(pagesOf(await printBeside(`<style>img { height: 9000px }</style>${picture}`))).toBeGreaterThan(3);
    expect(pagesOf(await printBeside(`<style>${taller}</style><p>x`))).toBeGreaterThan(3);
  });

  it('runs no script, and reads no file', async () => {
    const file = (name: string) => pathToFileURL(join(folder, name)).href;
    const html = [
      `<link rel="stylesheet" href="${file('tall.css')}">`,
      `<style>@import url("${file('tall.css')}");</style>`,
      `<img src="${file('tall.svg')}"><iframe src="${file('tall.svg')}" height="300"></iframe>`,
      '<script>document.body.style.height = "9000px"</script>',
      '<p onclick="" id="p">x<img src="x" onerror="p.style.height = \'9000px\'">',
      `<meta http-equiv="refresh" content="0;url=${file('tall.svg')}">`,
    ];
    expect(pagesOf(await printBeside(`<!doctype html><body>${html.join('')}`))).toBe(1);
  });

  it('asks no server for anything', async () => {
    const html = [
      `<link rel="stylesheet" href="${other}/style"><link rel="preload" as="image" href="${other}/preload">`,
      `<link rel="preconnect" href="${other}"><link rel="prefetch" href="${other}/prefetch">`,
      `<img src="${other}/image"><iframe src="${other}/frame"></iframe><object data="${other}/object"></object>`,
      `<iframe srcdoc="<img src=${other}/inner>"></iframe><video src="${other}/video" poster="${other}/poster">`,
      `</video><p style="background: url(${other}/background)">x</p>`,
      `<script>fetch("${other}/fetch"); new Image().src = "${other}/script";</script>`,
      `<meta http-equiv="refresh" content="0;url=${other}/refresh">`,
    ];
    expect(pagesOf(await printBeside(`<!doctype html><body>${html.join('')}`))).toBe(1);
    expect(asked).toEqual([]);
  });
});

it('kills what hangs, and says that nothing was printed', async () => {
  const started = Date.now();
  expect(await printBeside('', { program: ['-e', 'setInterval(() => {}, 1000)'], longest: 500 })).toBe(null);
  expect(Date.now() - started).toBeLessThan(20_000);
});

it('prints nothing where the process fails', async () => {
  expect(
    await printBeside('', { program: ['-e', 'process.stdout.write("%PDF"); process.exitCode = 1'] }),
  ).toBe(null);
});
