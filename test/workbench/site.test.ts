import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { sitePages } from '../../workbench/site/pages';

const root = fileURLToPath(new URL('../..', import.meta.url));
const pages = sitePages();
const idsOf = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
/** What the site has beside its pages. */
const beside = (path: string) =>
  path === 'try/' || existsSync(`${root}/${path.replace(/^pictures\//, 'workbench/pictures/')}`);

describe('the site of README and docs', () => {
  it.each(pages.map(({ path }) => path))('%s leads only to what is there', path => {
    const { html } = pages.find(page => page.path === path) ?? { html: '' };
    const targets = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, target = '']) => target);
    const dead = targets.filter(target => {
      if (/^\w+:/.test(target)) return false;
      const [file = '', anchor] = target.split('#');
      const full = file === '' ? path : posix.join(posix.dirname(path), file);
      const page = pages.find(each => each.path === full);
      if (!page) return !beside(full);
      return anchor !== undefined && !idsOf(page.html).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  it('has each page of docs, and the README stays short', () => {
    expect(pages.map(({ path }) => path)).toContain('docs/guide.html');
    const lines = readFileSync(`${root}/README.md`, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(120);
  });
});
