/** Prints a page into a PDF with a browser of this machine, as Google does on its own. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './find-browser';

const longest = 60_000;
const quiet = ['gpu', 'quic', 'background-networking', 'component-update', 'sync', 'extensions'];

/** Gives nothing where there is no browser, or where it fails. */
export function printPdf(html: string): Uint8Array | null {
  const browser = findBrowser();
  if (!browser) return null;
  const folder = mkdtempSync(join(tmpdir(), 'print-'));
  const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
  try {
    writeFileSync(page, html);
    const options = ['--headless', '--no-sandbox', '--no-first-run', '--no-pdf-header-footer'];
    const args = [...options, ...quiet.map(each => `--disable-${each}`), `--user-data-dir=${folder}/profile`];
    execFileSync(browser, [...args, `--print-to-pdf=${pdf}`, pathToFileURL(page).href], {
      stdio: 'ignore',
      timeout: longest,
    });
    return new Uint8Array(readFileSync(pdf));
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
