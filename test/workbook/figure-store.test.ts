import { expect, it } from 'vitest';
import type { ClientFigures, FirmFigures } from '../../src/ledger/reports/figures';
import type { Currency } from '../../src/ledger/units/money';
import { foldName } from '../../src/ledger/units/names';
import { noTime } from '../../src/ledger/units/seconds';
import { findFigures, keepFigures } from '../../src/workbook/figure-store';
import type { Cache } from '../../src/workbook/ports';

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
  share: 0,
  overage: noTime,
  used: noTime,
  toInvoice: noTime,
  renewals: { asked: 0, renewed: 0 },
  money: [],
  currency: 'USD' as Currency,
  normalRate: { digits: 100, scale: 0 },
  brokenTerms: undefined,
  runOut: { kind: 'used up' },
  state: 'fine',
  lastNotice: undefined,
  rowsLeftOut: 0,
  agreement: '',
  watch: { isListed: true, margins: [], roundUpTo: noTime, minimum: noTime },
  broken,
});
const firm: FirmFigures = {
  currency: 'USD' as Currency,
  normalRate: { digits: 100, scale: 0 },
  rateCards: [],
  highestMultiplier: 1,
};
const figuresFor = (clients: readonly ClientFigures[]) => ({
  firm,
  clients: new Map(clients.map(each => [foldName(each.name), each])),
});
const stampOf = (clients: number) => ({ text: '', digest: '8f3a2c1d90b18f3a', clients });

it('splits what is over 100 KB, and puts it together again letter by letter', () => {
  const { cache, values } = documentCache();
  const clients = Array.from({ length: 30 }, (_, index) => figures(`Größe 🏠 ${index}`, 'ä🏠'.repeat(3_000)));

  keepFigures(cache, stampOf(30), {}, figuresFor(clients));

  expect(values.size).toBeGreaterThan(1);
  const found = findFigures(cache, stampOf(30), {}, ['größe 🏠 7']);
  expect(found?.clients.get('größe 🏠 7')).toEqual(JSON.parse(JSON.stringify(clients[7])));
});

it('finds nothing where the cache has lost a piece, and nothing under another stamp or date', () => {
  const { cache, values } = documentCache();
  keepFigures(cache, stampOf(2), {}, figuresFor([figures('Acme'), figures('Beta', 'x'.repeat(150_000))]));

  expect(findFigures(cache, { ...stampOf(2), digest: '0000000000000000' }, {}, ['acme'])).toBeUndefined();
  expect(findFigures(cache, stampOf(2), { asOf: 20_000 as never }, ['acme'])).toBeUndefined();
  values.delete([...values.keys()].at(-1) ?? '');
  expect(findFigures(cache, stampOf(2), {}, ['beta'])).toBeUndefined();
});

it('tells of the firm with every client, and where none is asked for', () => {
  const { cache } = documentCache();
  keepFigures(cache, stampOf(90), {}, figuresFor([figures('Acme'), figures('Beta')]));

  for (const keys of [undefined, [], ['acme'], ['beta']]) {
    expect(findFigures(cache, stampOf(90), {}, keys)?.firm).toEqual(firm);
  }
});
