/** Workbooks of files, opened in an engine and saved from one. */

import { readFile } from 'node:fs/promises';
import { contentOf, engineOf } from '../engine/book-content';
import type { Engine, EngineOptions } from '../engine/engine';
import { readXlsx, writeXlsx } from '../engine/xlsx';

/** A path, or a file's bytes; throws an error for a person if there is no readable workbook. */
export async function openXlsx(
  source: string | Uint8Array,
  options: Omit<EngineOptions, 'tabs'> = {},
): Promise<Engine> {
  const bytes = typeof source === 'string' ? await bytesOf(source) : source;
  return engineOf(await readXlsx(bytes, options.locale ?? 'en_US'), options);
}

export async function xlsxOf(engine: Engine): Promise<Buffer> {
  return Buffer.from(await writeXlsx(contentOf(engine), engine.locale));
}

async function bytesOf(path: string): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? 'There is no such file.' : 'This file cannot be opened.');
  });
}
