import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addFirstMenu, addMenu } from '../../src/google/menu';

interface Entry {
  readonly caption: string;
  readonly functionName?: string;
  readonly items?: readonly Entry[];
}

/** The menu that a function of ours adds. */
function menuOf(add: (ui: GoogleAppsScript.Base.Ui) => void): Entry {
  const added: Entry[] = [];
  const createMenu = (caption: string) => {
    const items: Entry[] = [];
    const withEntry = (entry: Entry) => {
      items.push(entry);
      return menu;
    };
    const menu: Entry & Record<string, unknown> = {
      items,
      caption,
      addItem: (own: string, functionName: string) => withEntry({ caption: own, functionName }),
      addSeparator: () => menu,
      addSubMenu: (sub: Entry) => withEntry(sub),
      addToUi: () => void added.push(menu),
    };
    return menu;
  };
  add({ createMenu } as unknown as GoogleAppsScript.Base.Ui);
  return added[0] as Entry;
}

const pathsOf = ({ items = [] }: Entry, above = ''): string[] =>
  items.flatMap(each => {
    const path = `${above}${each.caption.replace('…', '')}`;
    return [path, ...pathsOf(each, `${path} > `)];
  });

/** What people read: texts of the script and of its pages. */
const texts = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(ts|html)$/.test(name))
  .flatMap(name => [
    ...readFileSync(`src/${name}`, 'utf8')
      .replace(/&gt;/g, '>')
      .matchAll(/[^\n'`]* > [^\n'`]*/g),
  ])
  .map(([text]) => text.replace(/<\/?\w+>/g, ''));

it('has at most eight entries at the top, what is chosen daily first', () => {
  const { items = [] } = menuOf(addMenu);

  expect(items.length).toBeLessThanOrEqual(8);
  expect(items.filter(each => each.functionName).map(({ caption }) => caption)).toEqual([
    'Sell a block…',
    'Log time / Client card',
    'Import hours…',
    'Statement…',
    'Check workbook',
  ]);
});

it('has one thing to do in a workbook that keeps no ledger yet, and all of it in the whole menu', () => {
  const [first, ...others] = menuOf(addFirstMenu).items ?? [];
  expect([first?.caption, ...others.map(({ caption }) => caption)]).toEqual(['Get started', 'Help']);
});

it('leads to every entry by the path that texts name', () => {
  const paths = pathsOf(menuOf(addMenu));
  const openers = paths.filter(path => paths.some(other => other.startsWith(`${path} > `)));
  const captions = openers.map(path => path.split(' > ').at(-1));
  const named = texts.flatMap(text => [
    ...text.matchAll(new RegExp(`(?:[A-Z][a-z ]+ > )*\\b(?:${captions.join('|')}) > [A-Z][a-z ]*`, 'g')),
  ]);
  const isThere = (path: string) =>
    paths.some(known => path.replace(/^.*?(?=\b(?:More|Notices|Blocks) > )/, '').startsWith(known));

  expect(named.length).toBeGreaterThan(20);
  expect(named.map(([path]) => path.trim()).filter(path => !isThere(path))).toEqual([]);
});
