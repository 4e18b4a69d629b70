/** Builds the page once for all tests in a browser. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildPage } from '../../workbench/node/build-page';
import { findBrowser } from '../../workbench/node/find-browser';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built page. */
    readonly builtPage: string;
  }
}

export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'block-ledger-page-'));
  if (findBrowser()) await buildPage(folder);
  project.provide('builtPage', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
