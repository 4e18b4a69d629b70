import { closeSync, openSync, readSync } from 'node:fs';

/** A buffer that is read again and again costs a tenth of one as large as the file. */
const usualBytes = 64 * 1024;

/** The text of a file in pieces that end with a line, or with the file; `bytes` at a time, more for a longer line. */
export function* wholeLines(path: string, bytes = usualBytes): Generator<string> {
  const file = openSync(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(bytes);
    let filled = 0;
    for (;;) {
      const read = readSync(file, buffer, filled, buffer.length - filled, null);
      if (read === 0) break;
      filled += read;
      const cut = buffer.lastIndexOf('\n', filled - 1) + 1;
      if (cut > 0) yield buffer.toString('utf8', 0, cut);
      buffer.copyWithin(0, cut, filled);
      filled -= cut;
      if (filled === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(filled)]);
    }
    if (filled > 0) yield buffer.toString('utf8', 0, filled);
  } finally {
    closeSync(file);
  }
}
