import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
// @ts-expect-error The build is plain JavaScript.
import { pageOf } from '../../build-pages.mjs';
import { saleFields } from '../../src/ledger/selling/typed-sale';

const folder = fileURLToPath(new URL('../../src/dialogs/', import.meta.url));
const files = (ending: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map(name => ({ name, text: readFileSync(folder + name, 'utf8') }));

/** What a person sees; the other file only holds what set up writes into the workbook. */
const pages = files('.html')
  .filter(({ name }) => name !== 'workbook-words.html')
  .map(({ name, text }): { name: string; text: string } => ({ name, text: pageOf(text, name) }));

it('looks at pages, scripts and calls of the server', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(files('.ts').filter(({ text }) => /google\.script\.run/.test(text)).length).toBeGreaterThan(0);
});

it.each(files('.ts'))('$name never reads text from the sheet as HTML', ({ text }) => {
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment/);
});

// The linter sees to it that whoever asks hears of a failure (noFloatingPromises).
it.each(files('.ts').filter(({ name }) => name !== 'ask.ts'))(
  '$name asks the script only by ask',
  ({ text }) => {
    expect(text).not.toMatch(/\bgoogle\b/);
  },
);

it.each(files('.ts').filter(({ name }) => name !== 'page.ts'))(
  '$name leaves it to page.ts to put a failure into words',
  ({ text }) => {
    expect(text).not.toMatch(/\berror\.message\b|\bthat did not work\b/i);
  },
);

it.each(pages)('$name loads nothing from elsewhere and speaks its language', ({ text }) => {
  expect(text).not.toMatch(/https?:|\/\/[\w.]+\.\w+/);
  expect(text).toContain('<html lang="en">');
  expect(text).toMatch(/<title>.+<\/title>/);
});

it.each(pages.filter(({ text }) => text.includes('<script')))(
  '$name says aloud how things stand',
  ({ text }) => {
    expect(text).toContain('<p id="status" role="status" aria-live="polite"');
  },
);

it.each(pages)('$name gives every field a visible label', ({ text }) => {
  for (const [, id = ''] of text.matchAll(/<(?:input|select|textarea) id="(\w+)"/g))
    expect(text).toContain(`<label for="${id}">`);
  expect(text).not.toMatch(/<(input|select|textarea)(?! id=)/);
});

it('Sell a block has a field for everything that a sale is made of', () => {
  const page = pages.find(({ name }) => name === 'sell-block.html');
  for (const field of saleFields) expect(page?.text).toContain(`id="${field}"`);
});
