/** A dialog in a browser, whose calls go to a workbook that is open in the process of the test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Workbook } from '../../workbench/runtime';
import { dist } from '../journeys/firm';

/** Opens it; errors of its scripts are put into `problems`. */
export async function openDialog(
  browser: Browser,
  book: Workbook,
  name: string,
  problems: string[],
): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-US', acceptDownloads: true })).newPage();
  page.on('pageerror', error => problems.push(String(error)));
  await page.exposeFunction('callScript', async (called: string, given: unknown[]) => {
    try {
      return { answer: await book.callFromDialog(called, ...given) };
    } catch (error) {
      return { failure: (error as Error).message };
    }
  });
  await page.addInitScript(`{
    const runner = (done, failed) => new Proxy({}, { get: (_, name) =>
      name === 'withSuccessHandler' ? next => runner(next, failed)
      : name === 'withFailureHandler' ? next => runner(done, next)
      : (...given) => void callScript(name, given).then(({ answer, failure }) =>
          failure === undefined ? done(answer) : failed(new Error(failure))) });
    globalThis.google = { script: { run: runner(), host: { close() { document.title = 'closed'; } } } };
  }`);
  const html = readFileSync(join(dist, `${name}.html`), 'utf8');
  await page.route('http://page.test/', route => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://page.test/');
  return page;
}
