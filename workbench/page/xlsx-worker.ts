/** Reads and writes .xlsx files beside the page, so that a large one does not stop it. */

import type { BookContent } from '../engine/content';
import { readXlsx, writeXlsx } from '../engine/xlsx';

export type Order =
  | { readonly kind: 'read'; readonly bytes: ArrayBuffer; readonly locale: string }
  | { readonly kind: 'write'; readonly content: BookContent; readonly locale: string };
export type Reply<Result> = { readonly result: Result } | { readonly error: string };

addEventListener('message', async ({ data }: MessageEvent<Order>) => {
  try {
    const result =
      data.kind === 'read'
        ? await readXlsx(data.bytes, data.locale)
        : await writeXlsx(data.content, data.locale);
    postMessage({ result });
  } catch (error) {
    postMessage({ error: (error as Error).message });
  }
});
