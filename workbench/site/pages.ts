/** README and docs as pages that any web server can host. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked, type Tokens } from 'marked';
import { dialogColours } from '../node/dialog-colours';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(path, 'utf8');

export interface SitePage {
  /** Below the site's folder. */
  readonly path: string;
  readonly html: string;
}

/** As people come to need them; a page that is not named stands at the end. */
const order = [
  'README',
  'docs/guide',
  'docs/coming-from-another-tool',
  'docs/accountant',
  'docs/agreement-and-care',
  'docs/install',
  'docs/template',
  'docs/publish',
  'docs/rules',
  'docs/bigquery',
  'docs/developers',
];
const placeOf = (file: string) => order.indexOf(file.replace(/\.md$/, '')) + 1 || order.length + 1;

interface Source {
  /** In the repository. */
  readonly file: string;
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

/** Every page of the site but the demo, which lies under `try/`. */
export function sitePages(): readonly SitePage[] {
  const sources = ['README.md', ...readdirSync(`${root}/docs`).map(name => `docs/${name}`)]
    .filter(file => file.endsWith('.md'))
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map(sourceOf);
  const style = dialogColours() + read(fileURLToPath(new URL('./site.css', import.meta.url)));
  return sources.map(source => ({ path: source.path, html: pageOf(source, sources, style) }));
}

function sourceOf(file: string): Source {
  const text = read(`${root}/${file}`);
  const title =
    file === 'README.md' ? 'Block Ledger' : (/^# (.*)$/m.exec(text)?.[1] ?? basename(file, '.md'));
  return { file, path: pathOf(file), title, text };
}

/** Where a file of the repository stands in the site. */
function pathOf(file: string): string {
  if (file === 'README.md') return 'index.html';
  return file.replace(/\.md(?=#|$)/, '.html').replace(/^workbench\/pictures\//, 'pictures/');
}

function pageOf(source: Source, sources: readonly Source[], style: string): string {
  const up = source.path.includes('/') ? '../' : '';
  const entry = ({ path, title }: Source) =>
    `<li><a href="${up}${path}"${path === source.path ? ' aria-current="page"' : ''}>${title}</a></li>`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${source.title}</title>
    <style>${style}</style>
  </head>
  <body>
    <div class="site">
      <nav aria-label="Pages"><ul>${sources.map(entry).join('')}<li><a href="${up}try/">Try it here</a></li></ul></nav>
      <main>${bodyOf(source)}</main>
    </div>
  </body>
</html>
`;
}

function bodyOf({ file, text }: Source): string {
  const headings = new Map<string, number>();
  const markdown = new Marked({
    walkTokens(token) {
      if (token.type === 'link' || token.type === 'image') token.href = hrefIn(file, token.href);
    },
    renderer: {
      heading({ tokens, depth, text: heading }: Tokens.Heading) {
        const inside = this.parser.parseInline(tokens);
        return `<h${depth} id="${anchorOf(heading, headings)}">${inside}</h${depth}>\n`;
      },
    },
  });
  return markdown.parse(text, { async: false });
}

/** As GitHub makes them, so that links work in both. */
function anchorOf(heading: string, headings: Map<string, number>): string {
  const plain = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
  const times = headings.get(plain) ?? 0;
  headings.set(plain, times + 1);
  return times === 0 ? plain : `${plain}-${times}`;
}

/** A link of the repository as one of the site; addresses elsewhere stay. */
function hrefIn(file: string, href: string): string {
  if (/^(\w+:|#)/.test(href)) return href;
  const isInDocs = file.startsWith('docs/');
  const target = isInDocs && !href.startsWith('../') ? `docs/${href}` : href.replace(/^\.\.\//, '');
  return `${isInDocs ? '../' : ''}${pathOf(target)}`;
}
