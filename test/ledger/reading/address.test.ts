import { describe, expect, it } from 'vitest';
import { recipientsOf } from '../../../src/ledger/reading/address';
import { ledgerOf, type Row, work } from '../builders';

function recipients(client: Row) {
  const acme = ledgerOf({ clients: [{ Client: 'Acme', ...client }] }).clients.get('acme');
  if (!acme) throw new Error('No Acme');
  return recipientsOf(acme);
}
const problem = (client: Row) => recipients(client).problem;
const noAddress = (found: string) => `"${found}" in Clients row 2 is no mail address. Correct it there.`;

describe('the recipients of a client', () => {
  it('are those of Email, with a copy to those of Copy to', () => {
    expect(recipients({ Email: 'ann@acme.example', 'Copy to': 'boss@acme.example' })).toEqual({
      to: ['ann@acme.example'],
      cc: ['boss@acme.example'],
      problem: undefined,
    });
  });

  it('stand in one cell with commas, semicolons or line breaks between them', () => {
    const { to, problem: none } = recipients({ Email: ' a@x.example ,b@x.example;\nc@x.example;' });
    expect([to, none]).toEqual([['a@x.example', 'b@x.example', 'c@x.example'], undefined]);
  });

  it('need an Email: a copy alone is no mail', () => {
    const missing = 'No Email in Clients row 2. Type the address there.';
    expect([problem({}), problem({ Email: ' ; ' }), problem({ 'Copy to': 'b@x.example' })]).toEqual([
      missing,
      missing,
      missing,
    ]);
  });

  it('of a name that is not in Clients are none', () => {
    const bolt = ledgerOf({ time: [work('2026-02-01', 1, { Client: 'Bolt' })] }).clients.get('bolt');
    expect(bolt && recipientsOf(bolt)).toEqual({
      to: [],
      cc: [],
      problem: '"Bolt" is not in Clients, so there is no address. Add it there.',
    });
  });

  it.each([
    'ann',
    'ann@acme',
    '@acme.example',
    'ann@@acme.example',
    'ann@acme..example',
    'ann@.example',
    'ann lee@acme.example',
    'Ann <ann@acme.example>',
    '"ann"@acme.example',
    'ann@acme.example:25',
    'test@-iana.org',
    'test@iana-.org',
    'test@iana.-org',
    'test@iana.org-',
  ])('are no addresses such as %s', found => {
    expect(problem({ Email: found })).toBe(noAddress(found));
    expect(problem({ Email: 'a@x.example', 'Copy to': found })).toBe(noAddress(found));
  });

  it.each(['a.b+c@mail.acme.example', "o'neil@acme.example", 'süd@büro.example', 'x@my-firm.example'])(
    'may be %s',
    found => {
      expect(problem({ Email: found })).toBeUndefined();
    },
  );

  it.each(['\0', '\u0007', '\u007f', '\u200b', '\u202e', '\u0085'])(
    'hold no character such as %j, which nobody sees',
    character => {
      for (const found of [`pa${character}t@acme.example`, `pat@ac${character}me.example`])
        expect(problem({ Email: found })).toBe(
          '"pat@acme.example" in Clients row 2 holds a character that nobody sees. Clear the cell and type the address anew.',
        );
    },
  );

  it('are at most 254 characters long, and the mend shows the first 60', () => {
    const long = (length: number) => `${'a'.repeat(length - 10)}@x.example`;
    expect(problem({ Email: long(254) })).toBeUndefined();
    expect(problem({ Email: long(255) })).toBe(noAddress('a'.repeat(60)));
  });

  it('are 50 at most, copies too', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, each) => `c${each}@x.example`).join(',');
    expect(problem({ Email: many(49), 'Copy to': 'b@x.example' })).toBeUndefined();
    expect(problem({ Email: many(50), 'Copy to': 'b@x.example' })).toBe(
      'More than 50 addresses in Clients row 2. Take some out.',
    );
  });
});
