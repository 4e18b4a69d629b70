/** `npm start`: builds the page and serves it to this machine only; see the README. */

import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import openBrowser from 'open';
import { buildPage } from './build-page';
import { type PageServer, servePage } from './page-server';

/** The same port each time: a browser keeps what was done under it. */
const usualPort = 8321;

/** Serves at the usual port, or where that is taken at another, and says in plain words who has it. */
export async function serveBeside(
  folder: string,
  port: number,
  book: string | undefined,
  say: (text: string) => void,
): Promise<PageServer> {
  try {
    return await servePage(folder, port, book);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    const who = (await isWorkbench(port)) ? 'A workbench' : 'Another program';
    say(
      `${who} runs already at http://localhost:${port}/. This one runs beside it and keeps work of its own.`,
    );
    return servePage(folder, 0, book);
  }
}

async function isWorkbench(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/`, { signal: AbortSignal.timeout(2000) });
    return (await answer.text()).includes('<title>Block Ledger workbench</title>');
  } catch {
    // Whatever does not answer as a web server is none of ours.
    return false;
  }
}

const usage = `Usage: npm start -- [BOOK.xlsx] [options]

Opens the workbench in your browser, with a sample firm or with your own workbook
(a Google Sheet downloaded as .xlsx). What you do there stays in the browser.

  --port N    serve at this port (${usualPort}); a browser keeps what was done under each apart
  --help      this text
`;

export interface StartOptions {
  readonly help: boolean;
  readonly port: number;
  readonly book: string | undefined;
}

/** Throws in words for a person. */
export function readStartOptions(args: readonly string[]): StartOptions {
  const options = { port: { type: 'string' }, help: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { port = String(usualPort), help = false } = values;
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)
    throw new Error(`--port ${port}: give a number from 1 to 65535.`);
  const [book, ...more] = positionals;
  if (more.length > 0) throw new Error(`One workbook at a time: ${positionals.join(', ')}.`);
  if (book !== undefined && !statSync(book, { throwIfNoEntry: false })?.isFile())
    throw new Error(`There is no file ${book}.`);
  return { help, port: Number(port), book };
}

async function main({ help, port, book }: StartOptions): Promise<void> {
  if (help) {
    console.log(usage);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'block-ledger-page-'));
  await buildPage(folder);
  const { url } = await serveBeside(folder, port, book, console.log);
  // The server has read it.
  rmSync(folder, { recursive: true });
  console.log(`Block Ledger's workbench: ${url}\nCtrl+C stops it.`);
  if (process.env.CI || process.env.BROWSER === 'none') return;
  // Without a browser at hand the address above is enough.
  const browser = await openBrowser(url);
  browser.on('error', () => console.log('Open that address in a browser.'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const options = readStartOptions(process.argv.slice(2));
    main(options).catch((error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    process.exitCode = 2;
  }
}
