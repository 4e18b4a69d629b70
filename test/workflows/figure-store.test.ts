import { expect, it } from 'vitest';
import type { ClientFigures } from '../../src/ledger/reports/figures';
import type { Currency } from '../../src/ledger/units/money';
import { noTime } from '../../src/ledger/units/seconds';
import { type Cache, findFigures, keepFigures } from '../../src/workflows/figure-store';

/** Google's cache: a value may have 100 KB. */
function documentCache() {
  const values = new Map<string, string>();
  const cache: Cache = {
    getAll: keys =>
      Object.fromEntries(keys.flatMap(key => (values.has(key) ? [[key, values.get(key) ?? '']] : []))),
    putAll: put => {
      for (const [key, value] of Object.entries(put)) {
        if (Buffer.byteLength(value) > 100 * 1024) throw new Error('Argument too large: value');
        values.set(key, value);
      }
    },
  };
  return { cache, values };
}

const figures = (name: string, broken?: string): ClientFigures => ({
  name,
  balance: noTime,
  overage: noTime,
  used: noTime,
  money: [],
  currency: 'USD' as Currency,
  runOut: { kind: 'used up' },
  state: 'fine',
  lastNotice: undefined,
  rowsLeftOut: 0,
  broken,
});
const stampOf = (clients: number) => ({ text: '', digest: '8f3a2c1d90b18f3a', clients });

it('splits what is over 100 KB, and puts it together again letter by letter', () => {
  const { cache, values } = documentCache();
  const clients = Array.from({ length: 30 }, (_, index) => figures(`Größe 🏠 ${index}`, 'ä🏠'.repeat(3_000)));

  keepFigures(cache, stampOf(30), {}, clients);

  expect(values.size).toBeGreaterThan(1);
  const found = findFigures(cache, stampOf(30), {}, ['größe 🏠 7']);
  expect(found?.get('größe 🏠 7')).toEqual(JSON.parse(JSON.stringify(clients[7])));
});

it('finds nothing where the cache has lost a piece, and nothing under another stamp or date', () => {
  const { cache, values } = documentCache();
  keepFigures(cache, stampOf(2), {}, [figures('Acme'), figures('Beta', 'x'.repeat(150_000))]);

  expect(findFigures(cache, { ...stampOf(2), digest: '0000000000000000' }, {}, ['acme'])).toBeUndefined();
  expect(findFigures(cache, stampOf(2), { asOf: 20_000 as never }, ['acme'])).toBeUndefined();
  values.delete([...values.keys()].at(-1) ?? '');
  expect(findFigures(cache, stampOf(2), {}, ['beta'])).toBeUndefined();
});
