import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { saleFields } from '../../src/ledger/selling/typed-sale';

const folder = fileURLToPath(new URL('../../src/dialogs/', import.meta.url));
const files = (ending: string) =>
  readdirSync(folder)
    .filter(name => name.endsWith(ending))
    .map(name => ({ name, text: readFileSync(folder + name, 'utf8') }));

/** What a person sees; the other file only holds what set up writes into the workbook. */
const pages = files('.html').filter(({ name }) => name !== 'workbook-words.html');

it('looks at pages, scripts and calls of the server', () => {
  expect(pages.length).toBeGreaterThan(20);
  expect(files('.ts').filter(({ text }) => /google\.script\.run/.test(text)).length).toBeGreaterThan(0);
});

it.each(files('.ts'))('$name never reads text from the sheet as HTML', ({ text }) => {
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment/);
});

it.each(files('.ts'))('$name says in words when a call fails', ({ text }) => {
  for (const [call] of text.matchAll(/google\.script\.run[^;]*;/g))
    expect(call).toContain('.withFailureHandler(');
});

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
