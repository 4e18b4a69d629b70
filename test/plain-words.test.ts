/** What the script says (issues, mails, toasts, answers, its menu) in words that an office manager knows. */
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, it } from 'vitest';
import { readSources } from '../workbench/house/sources';
import { unexplained } from './office-terms';

const sources = readSources(fileURLToPath(new URL('..', import.meta.url)), 'src');

/** The texts in a source; what is worked out stands in them as `…`. */
function textsIn(path: string, source: string): readonly string[] {
  const texts: string[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.push(value);
    },
    TemplateLiteral: ({ quasis }) => {
      texts.push(quasis.map(({ value }) => value.cooked ?? '').join('…'));
    },
  }).visit(parseSync(path, source).program);
  return texts;
}

/** Fewer words are a name that code looks for: of a kind of row, a setting, a memo of Journal. */
const fewestWords = 4;

const wordsIn = (text: string) => text.match(/\p{L}*\p{Ll}{2,}/gu)?.length ?? 0;

/** Names in a row, such as the accounts that a new workbook has, and where a file lies. */
const isList = (text: string) => /\|/.test(text) || /^(?:\d{4} |\.+\/)/.test(text);

/** A setting that a text sends people to says itself what it does. */
const withoutPlaces = (text: string) =>
  text.replace(/Settings > [A-Z]\w+(?: [a-z]+)?|see [A-Z]\w+(?: [a-z]+)? in Settings/g, '');

const sentences = sources.flatMap(({ path, text }) =>
  textsIn(path, text)
    .filter(each => wordsIn(each) >= fewestWords && !isList(each))
    .map(each => [path, each] as const),
);

it('issues, mails and answers explain their terms', () => {
  expect(sentences.length).toBeGreaterThan(500);
  expect(sentences.filter(([, text]) => unexplained(withoutPlaces(text)).length > 0)).toEqual([]);
});

it('no entry of the menu needs a word to be known', () => {
  const [menu] = sources.filter(({ path }) => path === 'src/google/menu.ts');
  const entries = textsIn(menu?.path ?? '', menu?.text ?? '');
  expect(entries).toContain('Sell a block…');
  expect(entries.filter(text => unexplained(text).length > 0)).toEqual([]);
});

it.each([
  'The daily digest waits for tomorrow',
  'Overage to be invoiced on Monday',
  'The same log again brings them in',
])('the term in "%s" is noticed', text => {
  const found = textsIn('a.ts', `say(\`${text}\`)`);
  expect(found.flatMap(each => unexplained(withoutPlaces(each)))).toHaveLength(1);
});
