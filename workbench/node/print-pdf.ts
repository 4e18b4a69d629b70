/** Prints a page into a PDF with a browser of this machine, as Google does on its own: in a process that may fail. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findBrowser } from './find-browser';

const longest = 60_000;
const mostBytes = 64 * 1024 * 1024;
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const printing = ['--import', loader, fileURLToPath(new URL('./print-child.ts', import.meta.url))];

export interface PrintOptions {
  /** What Node runs to print. */
  readonly program?: readonly string[];
  /** Milliseconds after which the process is killed. */
  readonly longest?: number;
  /** Kills the process. */
  readonly signal?: AbortSignal;
}

/** Waits for the PDF; gives nothing where there is no browser, or where it fails. */
export function printPdf(html: string): Uint8Array | null {
  if (!findBrowser()) return null;
  const folder = ownFolder();
  const options = { ...inside(folder), input: html, timeout: longest, maxBuffer: mostBytes };
  const { status, stdout } = spawnSync(process.execPath, printing, { ...options, killSignal: 'SIGKILL' });
  remove(folder);
  return status === 0 ? new Uint8Array(stdout) : null;
}

/** The same, while other work goes on. */
export async function printBeside(html: string, options: PrintOptions = {}): Promise<Uint8Array | null> {
  if (!options.program && !findBrowser()) return null;
  const folder = ownFolder();
  const child = spawn(process.execPath, options.program ?? printing, {
    ...inside(folder),
    killSignal: 'SIGKILL',
    timeout: options.longest ?? longest,
    ...(options.signal && { signal: options.signal }),
  });
  const answer = answerOf(child);
  // One that ends before it has read everything says so by its code.
  child.stdin?.on('error', () => undefined).end(html);
  return answer.finally(() => remove(folder));
}

function answerOf(child: ChildProcess): Promise<Uint8Array | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  child.stdout?.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > mostBytes) child.kill('SIGKILL');
    else pieces.push(piece);
  });
  return new Promise(resolve => {
    child.on('exit', code => code !== 0 && resolve(null));
    child.on('close', () => resolve(new Uint8Array(Buffer.concat(pieces))));
    // One that was killed on our word ends like any other, above.
    child.on('error', ({ name }) => name !== 'AbortError' && resolve(null));
  });
}

/** What a killed browser leaves behind is in here, and goes with it. */
function ownFolder(): string {
  return mkdtempSync(join(tmpdir(), 'block-ledger-print-'));
}

function inside(folder: string) {
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  return { env, stdio: ['pipe' as const, 'pipe' as const, 'ignore' as const], windowsHide: true };
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
