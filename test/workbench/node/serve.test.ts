/** `npm start`, where the usual port is taken. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePage } from '../../../workbench/node/page-server';
import { readStartOptions, serveBeside } from '../../../workbench/node/serve';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
  writeFileSync(join(folder, 'index.html'), '<title>Block Ledger workbench</title>');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('says where the first one runs, and runs beside it', async () => {
  const first = await servePage(folder, 0);
  const port = Number(new URL(first.url).port);
  const said: string[] = [];
  const second = await serveBeside(folder, port, undefined, text => said.push(text));
  expect(said).toEqual([
    `A workbench runs already at http://localhost:${port}/. This one runs beside it and keeps work of its own.`,
  ]);
  expect(new URL(second.url).port).not.toBe(String(port));
  first.close();
  second.close();
});

it('does not take another program for a workbench', async () => {
  const other = createServer((_, response) => response.end('hello'));
  await new Promise<void>(listening => other.listen(0, '127.0.0.1', listening));
  const said: string[] = [];
  const { port } = other.address() as AddressInfo;
  const beside = await serveBeside(folder, port, undefined, text => said.push(text));
  expect(said[0]).toMatch(/^Another program runs already at/);
  beside.close();
  other.close();
});

it('takes a port and a workbook, and refuses in words what it does not know', () => {
  const usual = { help: false, port: 8321, book: undefined };
  expect(readStartOptions([])).toEqual(usual);
  const book = join(folder, 'index.html');
  expect(readStartOptions(['--port', '9000', book])).toEqual({ ...usual, port: 9000, book });
  expect(readStartOptions(['--help']).help).toBe(true);
  expect(() => readStartOptions(['--port', '80a'])).toThrow('--port 80a: give a number from 1 to 65535.');
  expect(() => readStartOptions(['--port', '70000'])).toThrow('from 1 to 65535');
  expect(() => readStartOptions(['--prot', '9000'])).toThrow("Unknown option '--prot'");
  expect(() => readStartOptions(['missing.xlsx'])).toThrow('There is no file missing.xlsx.');
  expect(() => readStartOptions([book, book])).toThrow('One workbook at a time');
});
