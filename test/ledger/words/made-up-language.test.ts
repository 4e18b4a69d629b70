/** Whoever adds a language adds a folder and names it in one file: the one of this test has marks around every word. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
// @ts-expect-error The build is plain JavaScript.
import { mailDesign } from '../../../build-bundle.mjs';
import type * as EveryText from './every-text';
import { marked, unmarkedWords } from './marks';

const words = fileURLToPath(new URL('../../../src/ledger/words', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/** The folder. */
const folder: Readonly<Record<string, string>> = {
  language: "export const madeUpName = { code: 'xx', name: 'Made-up', known: 'made-up' };",
  words: `import { english } from './english/words';
import { marked } from ${JSON.stringify(join(here, 'marks.ts'))};
import { madeUpName } from './made-up/language';
const months = 'January February March April May June July August September October November December';
const figures = {
  months: months.split(' ').map(month => '⟦' + month + '⟧').join(' '),
  day: (day, month, year) => day + ' ' + month + ' ' + year,
  slash: '/', thousands: '.', apartFrom: 4, signs: { USD: '$' },
};
export const madeUp = { ...marked(english), language: madeUpName, figures };`,
};

/** The one file that names it. */
function named(list: string): string {
  return `import { madeUpName } from './made-up/language';\nimport { madeUp } from './made-up/words';\n${list}`
    .replace(/(const names: [^=]*= \[[^\]]*?),?\s*\]/, '$1, madeUpName]')
    .replace(/(const words: [^=]*= \[[^\]]*?),?\s*\]/, '$1, madeUp]');
}

const withMadeUp: Plugin = {
  name: 'a made-up language',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/made-up\// }, ({ path }) => ({ path: join(words, path) }));
    onLoad({ filter: /words[/\\]made-up[/\\]\w+$/ }, ({ path }) => {
      const contents = folder[path.split(/[/\\]/).at(-1) ?? ''];
      return contents === undefined ? undefined : { contents, resolveDir: words, loader: 'js' };
    });
    onLoad({ filter: /words[/\\]languages\.ts$/ }, ({ path }) => {
      return { contents: named(readFileSync(path, 'utf8')), loader: 'ts' };
    });
  },
};

const built = mkdtempSync(join(tmpdir(), 'block-ledger-made-up-'));
let made: typeof EveryText;

beforeAll(async () => {
  const outfile = join(built, 'every-text.mjs');
  const options = { bundle: true, format: 'esm', platform: 'node', logLevel: 'error' } as const;
  await build({
    ...options,
    entryPoints: [join(here, 'every-text.ts')],
    outfile,
    plugins: [withMadeUp, mailDesign],
  });
  made = await import(pathToFileURL(outfile).href);
});
afterAll(() => rmSync(built, { recursive: true }));

describe('a language that is added', () => {
  it('is one that people may choose, by its code and its names', () => {
    expect(made.languages.at(-1)).toBe('xx');
    expect(['xx', 'xx-yy', 'made-up'].map(made.languageOf)).toEqual(['xx', 'xx', 'xx']);
    expect(made.languageName('xx')).toBe('Made-up');
  });

  it('says everything that goes to a client: no mail, paper or page holds a word of another', () => {
    // Signs of hours, minutes and currencies, and numbers of blocks and papers.
    const known = /^(h|min|USD|[BSPRC]-\d{4})$/;
    const texts = made.everyText('xx');
    const left = texts.flatMap(([name, text]) => {
      const strange = unmarkedWords(text).filter(word => !known.test(word));
      return strange.length > 0 ? [`${name}: ${[...new Set(strange)].join(' ')}`] : [];
    });
    expect(texts.length).toBeGreaterThan(300);
    expect(left).toEqual([]);
  });
});

it('a mark is around every word, and lets out what the word is given', () => {
  const { say, plain } = marked({ say: (name: string) => `Hello ${name}, good day`, plain: 'Yes {{name}}' });
  expect(unmarkedWords(say('Ann'))).toEqual(['Ann']);
  expect(unmarkedWords(say(plain.replace('{{name}}', 'Ann')))).toEqual(['Ann']);
  expect(unmarkedWords(`<p aria-label="left">${plain}</p><style>none</style>`)).toEqual(['name', 'left']);
});
