/** Prints pages beside the server: two at once, the others in line. */

import pLimit from 'p-limit';
import { type PrintOptions, printBeside } from './print-pdf';

export interface PrinterOptions extends Omit<PrintOptions, 'signal'> {
  readonly atOnce?: number;
  readonly mostWaiting?: number;
}

export interface Printer {
  /** Takes no more for now. */
  isBusy(): boolean;
  /** Gives nothing where it fails; `signal` fires when nobody waits for it any more. */
  print(html: () => Promise<string | undefined>, signal: AbortSignal): Promise<Uint8Array | null>;
  /** Ends whatever is being printed. */
  stop(): void;
}

export function createPrinter({ atOnce = 2, mostWaiting = 8, ...options }: PrinterOptions = {}): Printer {
  const line = pLimit(atOnce);
  const stopped = new AbortController();
  let accepted = 0;
  return {
    isBusy: () => accepted >= atOnce + mostWaiting,
    async print(html, gone) {
      accepted++;
      try {
        const text = await html();
        const signal = AbortSignal.any([gone, stopped.signal]);
        if (text === undefined) return null;
        return await line(() => (signal.aborted ? null : printBeside(text, { ...options, signal })));
      } finally {
        accepted--;
      }
    },
    stop: () => stopped.abort(),
  };
}
