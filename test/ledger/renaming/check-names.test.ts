import { describe, expect, it } from 'vitest';
import { checkNames, type KnownNames, lookalikeWords } from '../../../src/ledger/renaming/check-names';

const clients = new Map([
  ['acme', { name: 'Acme' }],
  ['beta', { name: 'Beta' }],
]);
const known: KnownNames = {
  clients,
  unfinished: undefined,
  placeOf: key =>
    clients.has(key) ? 'row 2 of Clients' : key === 'gone' ? 'row 9 of Statements' : undefined,
};
const check = (client: string, name: string, more: Partial<KnownNames> = {}) =>
  checkNames({ client, name }, { ...known, ...more });

describe('the names of a renaming', () => {
  it('are the client as it is written now, and the new name without needless blanks', () => {
    expect(check(' aCME ', '  New \t Name ')).toEqual({ from: 'Acme', to: 'New Name' });
  });

  it('may differ in case and blanks alone', () => {
    expect(check('Acme', 'ACME')).toEqual({ from: 'Acme', to: 'ACME' });
  });

  it('may be of a client that only old rows name', () => {
    expect(check('Gone', 'New')).toEqual({ from: 'Gone', to: 'New' });
  });

  it('may not be those of two clients, wherever the other is named', () => {
    expect(check('Acme', 'BETA')).toEqual([
      { field: 'name', message: expect.stringContaining('another client already: see row 2 of Clients') },
    ]);
    expect(check('Acme', 'gone')).toEqual([
      { field: 'name', message: expect.stringContaining('see row 9 of Statements') },
    ]);
  });

  it('may be as long as other dialogs take, and no longer', () => {
    expect(check('Acme', 'x'.repeat(200))).toMatchObject({ to: 'x'.repeat(200) });
    expect(check('Acme', 'x'.repeat(201))).toMatchObject([{ field: 'name' }]);
  });
});

describe('a renaming that stopped half way', () => {
  const unfinished = { from: 'Old', to: 'Beta' };

  it('goes on with the same names, although nobody has the one any more and the other stands there', () => {
    expect(check('old', ' Beta ', { unfinished })).toBe(unfinished);
  });

  it('comes before any other', () => {
    for (const [client, name] of [
      ['Acme', 'New'],
      ['Beta', 'beta'],
      ['Acme', 'Beta'],
    ] as const)
      expect(check(client, name, { unfinished })).toEqual([
        { field: 'name', message: expect.stringContaining('"Old" to "Beta" stopped half way') },
      ]);
  });
});

describe('a name that only looks like another client’s', () => {
  it('is told, but not one that looks like the client itself', () => {
    expect(lookalikeWords({ from: 'Acme', to: 'Веta' }, clients)).toEqual([
      expect.stringContaining('looks like the client "Beta"'),
    ]);
    expect(lookalikeWords({ from: 'Acme', to: 'Аcme' }, clients)).toEqual([]);
    expect(lookalikeWords({ from: 'Acme', to: 'New' }, clients)).toEqual([]);
  });
});
