import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { circlesIn, floorsOf } from '../workbench/house/circles';
import {
  castsOf,
  closureOfCells,
  copiedTypes,
  filesOf,
  foldersOf,
  linesOf,
  withOneImporter,
} from '../workbench/house/measures';
import { readSources } from '../workbench/house/sources';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readSources(root, 'src');

it('no file imports itself in a circle, types counted', () => {
  expect(circlesIn(filesOf(sources))).toEqual([]);
});

it('the rules stand on floors: a folder imports only from a lower one', () => {
  const folders = foldersOf(sources, 'src/ledger');
  expect(circlesIn(folders)).toEqual([]);
  expect(floorsOf(folders)).toEqual([
    ['units'],
    ['model', 'pictures'],
    ['papers', 'plausible', 'rules', 'sheet', 'words'],
    ['archive', 'reading'],
    ['books', 'care', 'importing', 'renaming', 'selling', 'start'],
    ['agreements', 'changes', 'notices', 'statements'],
    ['client-page', 'needs', 'reports'],
    ['card'],
  ]);
});

it('a function in a cell needs little of the script', async () => {
  const { cells, all } = await closureOfCells(root);
  expect(cells).toBeGreaterThan(50 * 1024);
  // Aimed at are 150: what is gone or hardly meant so has to be noticed there too, and what was paid in parts counted.
  expect(cells).toBeLessThan(209 * 1024);
  expect(all).toBeGreaterThan(cells);
});

it('no file is so long that nobody reads it', () => {
  expect(linesOf(sources).most).toBeLessThanOrEqual(250);
  expect(linesOf(readSources(root, 'workbench')).most).toBeLessThanOrEqual(250);
});

it('a page copies no type of an answer', () => {
  expect(copiedTypes(sources)).toEqual([]);
});

it('few values get their unit without being checked', () => {
  expect(castsOf(sources)).toBeLessThanOrEqual(15);
});

/** Of all files. It was a third (113 of 345); a sixth is aimed at. Lower it with every merge, and never raise it. */
const mostWithOneImporter = 0.235;

it('few files stand for one other file alone', () => {
  expect(withOneImporter(sources).length / sources.length).toBeLessThanOrEqual(mostWithOneImporter);
});

it('nothing is there that nobody uses', () => {
  const { stdout, status } = spawnSync('npx', ['knip', '--no-progress'], { cwd: root, encoding: 'utf8' });
  expect([stdout.trim(), status]).toEqual(['', 0]);
});
