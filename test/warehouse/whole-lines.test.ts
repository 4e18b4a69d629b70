import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholeLines } from '../../workbench/warehouse/whole-lines';

it('gives the whole text in pieces that end with a line, however little is read at a time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lines-'));
  const file = join(folder, 'time.ndjson');
  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '語', '🦷', '\n'), maxLength: 60 });
  try {
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, bytes) => {
        writeFileSync(file, text);
        const pieces = [...wholeLines(file, bytes)];
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/\n$/);
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
