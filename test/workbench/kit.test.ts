import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../workbench/engine/engine';
import { type KitTexts, kitTexts } from '../../workbench/kit/one-file';
import { openWorkbook } from '../../workbench/runtime';
import { createBundle } from '../../workbench/services/bundle';
import { dist } from '../journeys/firm';

const dialogs = fileURLToPath(new URL('../../src/dialogs', import.meta.url));
/** Declared at the top, where Google finds them. */
const entryPoints = (script: string) => script.match(/^function \w+\([^)]*\) \{ return App_\.\w+/gm);

let texts: KitTexts;
beforeAll(async () => {
  texts = await kitTexts();
}, 120_000);

describe('the one file that is pasted', () => {
  const opened = async () => {
    const bundle = createBundle({ code: texts.script, manifest: JSON.parse(texts.manifest) });
    const engine = createEngine({ timeZone: 'Etc/UTC', locale: 'en_US' });
    return openWorkbook({ engine, bundle, now: '2026-11-23T07:00' });
  };

  it('declares the entry points and functions in cells that clasp pushes', () => {
    const pushed = readFileSync(`${dist}/Code.js`, 'utf8');
    expect(entryPoints(texts.script)).toEqual(entryPoints(pushed));
    const { customFunctions } = createBundle({ code: texts.script, manifest: {} });
    expect(customFunctions).toEqual(createBundle({ code: pushed, manifest: {} }).customFunctions);
    expect(customFunctions).toContain('BLOCKBALANCE');
  });

  it('keeps itself to one spreadsheet, for no manifest is pasted with it', () => {
    expect(texts.script.slice(0, 200)).toMatch(/^\/\*\*[^/]*@OnlyCurrentDoc\n \*\//);
  });

  it('holds each page, and asks for no file beside it', () => {
    const held = JSON.parse(/^var Pages_ = (.*);$/m.exec(texts.script)?.[1] ?? '{}');
    const pages = readdirSync(dialogs).filter(name => name.endsWith('.html'));
    expect(Object.keys(held).sort()).toEqual(pages.map(name => name.slice(0, -'.html'.length)).sort());
    expect(texts.script).not.toContain('createHtmlOutputFromFile');
  });

  it('sets a workbook up, shows its windows, and answers in cells', async () => {
    const book = await opened();
    await book.call('setUpWorkbook');
    await book.call('showHelp');
    expect(book.dialogs.at(-1)).toMatchObject({ kind: 'sidebar', title: expect.stringContaining('help') });
    await book.call('sellBlock');
    expect(book.dialogs.at(-1)).toMatchObject({ html: expect.stringContaining('<script>') });
    await book.edit('Clients!A2', 'Acme');
    await book.edit('Blocks!B2:F2', [['2026-11-02', 'Acme', '20', '100', '10']]);
    expect(await book.formula('=BLOCKBALANCE("Acme")')).toBe(20);
  });
});

it('hands over the web app of clients’ pages as a file of its own, with no other function in it', () => {
  const names = [...texts.clientPage.matchAll(/^function (\w+)/gm)].map(([, name]) => name);
  expect(names).toEqual(['doGet', 'acceptOffer']);
  expect(texts.clientPage.slice(0, 200)).toMatch(/^\/\*\*[^/]*@OnlyCurrentDoc\n \*\//);
});

describe('the page that says how to install', () => {
  it('hands over the very script, whatever is in it', () => {
    const shown = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(texts.page)?.[1] ?? '';
    const copied = shown.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
    expect(copied).toBe(texts.script);
  });

  it('fills in every blank and needs at most six steps', () => {
    expect(texts.page.replace(/<textarea[\s\S]*?<\/textarea>/, '')).not.toMatch(/\{\{\w+\}\}/);
    const steps = /<ol class="steps">([\s\S]*?)<\/ol>/.exec(texts.page)?.[1] ?? '';
    expect(steps.match(/<li>/g)?.length).toBeLessThanOrEqual(6);
  });
});
