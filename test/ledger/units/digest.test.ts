import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { createDigest, digestOf } from '../../../src/ledger/units/digest';

type Part = string | number | boolean | undefined;

function digestOfParts(parts: readonly Part[]): string {
  const digest = createDigest();
  for (const part of parts) digest.takePart(part);
  return digest.hex();
}

it('of a text stays what it was, for archives are sealed with it', () => {
  expect(digestOf('')).toMatchInlineSnapshot(`"50e4bdc968bf6c2f"`);
  expect(digestOf('Mended the printer')).toMatchInlineSnapshot(`"32f368ccd01d1eb6"`);
});

it('of parts stays what it was, or every stamp would change', () => {
  expect(digestOfParts(['acme', 20_780, -1, 0.5, true, undefined, ''])).toMatchInlineSnapshot(
    `"adf793e753e7bc96"`,
  );
});

it.each<[string, readonly Part[], readonly Part[]]>([
  ['a number and its text', [1], ['1']],
  ['a truth and its text', [true], ['true']],
  ['nothing and blank', [undefined], ['']],
  ['nothing and no part', [undefined], []],
  ['where a text ends', ['ab', 'c'], ['a', 'bc']],
  ['large numbers with the same end', [2 ** 40 + 7], [2 ** 41 + 7]],
  ['a sign', [-5], [5]],
  ['a fraction', [0.25], [0.5]],
  ['order', [1, 2], [2, 1]],
  ['a letter that ends like a length', ['\ufffe\u0002'], ['\ufffe', 2]],
])('tells %s apart', (_, one, other) => {
  expect(digestOfParts(one)).not.toBe(digestOfParts(other));
});

test('has 64 bits, each of which every part can move', () => {
  const part = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(undefined));
  const seen = new Map<string, string>();
  const ones = new Array<number>(64).fill(0);
  let drawn = 0;
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), parts => {
      const digest = digestOfParts(parts);
      const said = JSON.stringify(parts.map(each => [typeof each, Object.is(each, -0) ? '0' : String(each)]));
      expect(digest).toMatch(/^[0-9a-f]{16}$/);
      expect(seen.get(digest) ?? said).toBe(said);
      seen.set(digest, said);
      drawn++;
      const bits = BigInt(`0x${digest}`).toString(2).padStart(64, '0');
      for (const [place, bit] of [...bits].entries()) if (bit === '1') ones[place] = (ones[place] ?? 0) + 1;
    }),
    { numRuns: 2000 },
  );
  for (const count of ones) expect(Math.abs(count / drawn - 0.5)).toBeLessThan(0.2);
});
