/** Opens and saves .xlsx files in a worker. */

import type { BookContent } from '../engine/content';
import type { Order, Reply } from './xlsx-worker';

const LOCALE = 'en_US';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Throws an error for a person if there is no readable workbook. */
export function contentOfFile(bytes: ArrayBuffer): Promise<BookContent> {
  return ask<BookContent>({ kind: 'read', bytes, locale: LOCALE });
}

export async function fileOfContent(content: BookContent): Promise<Blob> {
  return new Blob([await ask<Uint8Array<ArrayBuffer>>({ kind: 'write', content, locale: LOCALE })], {
    type: TYPE,
  });
}

/** A worker for each file: what it used of memory goes with it. */
function ask<Result>(order: Order): Promise<Result> {
  const worker = new Worker('xlsx-worker.js', { type: 'module' });
  return new Promise<Result>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Reply<Result>>) =>
      'error' in data ? reject(new Error(data.error)) : resolve(data.result);
    worker.onerror = ({ message }) => reject(new Error(message || 'The file could not be read.'));
    worker.postMessage(order);
  }).finally(() => worker.terminate());
}
