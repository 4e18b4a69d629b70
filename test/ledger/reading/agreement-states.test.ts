import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/ledger/reports/figures';
import { fingerprint } from '../../../src/ledger/reports/fingerprint';
import { digestIn } from '../agreements/agreed';
import { type Book, block, dateCell, ledgerOf, type Row, settledIn, work } from '../builders';

const blocks = [block(20, { Block: 'B-0001' })];
const terms = digestIn({ blocks });
const signedOn = (iso: string, more: Row = {}): Row => ({
  Block: 'B-0001',
  Made: dateCell('2026-01-01', 9),
  Signed: dateCell(iso),
  Terms: terms,
  ...more,
});

function stateIn(book: Book) {
  const ledger = ledgerOf({ blocks, ...book });
  return figuresOf(settledIn(ledger), ledger).agreement;
}
const stampOf = (book: Book) => {
  const parts: unknown[] = [];
  fingerprint(ledgerOf({ blocks, ...book }), part => parts.push(part));
  return JSON.stringify(parts);
};
const messagesOf = (book: Book) =>
  ledgerOf({ blocks, ...book }).issues.map(({ tab, row, message }) => `${tab} ${row}: ${message}`);

describe('the state of a client’s agreements', () => {
  it('is blank where the firm has made none', () => {
    expect([stateIn({}), stateIn({ agreements: [] })]).toEqual(['', '']);
  });

  it('is not signed, signed, or changed since', () => {
    expect(stateIn({ agreements: [signedOn('2026-01-03', { Signed: '' })] })).toBe('not signed');
    expect(stateIn({ agreements: [signedOn('2026-01-03')] })).toBe('signed');
    const clients = [{ Client: 'Acme', Overage: 'invoice' }];
    expect(stateIn({ clients, agreements: [signedOn('2026-01-03')] })).toBe('terms changed');
  });

  it('is that of the newest signature', () => {
    const older = signedOn('2026-01-03', { Terms: 'other' });
    expect(stateIn({ agreements: [signedOn('2026-02-03'), older] })).toBe('signed');
    expect(stateIn({ agreements: [signedOn('2026-01-02'), older] })).toBe('terms changed');
    // Of two on one day that of the newer paper, and then of the lower row.
    const later = signedOn('2026-01-03', { Made: dateCell('2026-01-01', 10) });
    expect(stateIn({ agreements: [later, older] })).toBe('signed');
    expect(stateIn({ agreements: [older, signedOn('2026-01-03')] })).toBe('signed');
    expect(stateIn({ agreements: [signedOn('2026-01-03'), older] })).toBe('terms changed');
  });

  it('is the worst of the sold blocks with hours left', () => {
    const two = [...blocks, block(10, { Block: 'B-0002', Date: '2026-03-01' })];
    const agreements = [signedOn('2026-01-03')];
    expect(stateIn({ blocks: two, agreements })).toBe('not signed');
    const free = block(10, { Block: 'B-0002', Kind: 'Goodwill', Note: 'x' });
    expect(stateIn({ blocks: [...blocks, free], agreements })).toBe('signed');
    const usedUp = { blocks: two, agreements, time: [work('2026-03-02', 20)] };
    expect(stateIn(usedUp)).toBe('not signed');
    expect(
      stateIn({ ...usedUp, agreements: [{ ...signedOn('2026-03-03'), Block: 'B-0002', Terms: '' }] }),
    ).toBe('signed');
    expect(stateIn({ agreements, time: [work('2026-03-02', 20)] })).toBe('');
    const ended = [block(20, { Block: 'B-0001', Expires: '2026-02-01' })];
    expect(stateIn({ blocks: ended, agreements: [signedOn('2026-01-03', { Signed: '' })] })).toBe('');
  });

  it('counts hours that can be used only later', () => {
    const later = [block(20, { Block: 'B-0001', Starts: '2027-02-01' })];
    expect(stateIn({ blocks: later, agreements: [signedOn('2026-01-03', { Signed: '' })] })).toBe(
      'not signed',
    );
  });

  it('takes a row without a digest as signed for whatever the terms are', () => {
    expect(stateIn({ agreements: [{ Block: ' b-0001 ', Signed: dateCell('2026-01-03') }] })).toBe('signed');
    const typed = [block(20, { Block: 'b-0001' })];
    expect(stateIn({ blocks: typed, agreements: [signedOn('2026-01-03')] })).toBe('signed');
  });
});

describe('the stamp', () => {
  it('changes with the state of an agreement, and is what it was where there is none', () => {
    const made = signedOn('2026-01-03', { Signed: '' });
    expect(stampOf({ agreements: [] })).toBe(stampOf({}));
    expect(stampOf({ agreements: [made] })).not.toBe(stampOf({}));
    expect(stampOf({ agreements: [signedOn('2026-01-03')] })).not.toBe(stampOf({ agreements: [made] }));
    expect(stampOf({ agreements: [{ ...made, Note: 'x', Sent: dateCell('2026-01-02') }] })).toBe(
      stampOf({ agreements: [made] }),
    );
    // A tax that changes the terms, which changes no other figure.
    const taxed = [{ Client: 'Acme', 'Tax (%)': 0.07 }];
    expect(stampOf({ clients: taxed })).toBe(stampOf({}));
    expect(stampOf({ clients: taxed, agreements: [signedOn('2026-01-03')] })).not.toBe(
      stampOf({ agreements: [signedOn('2026-01-03')] }),
    );
  });
});

describe('a row of Agreements', () => {
  it.each<[Row, string]>([
    [{ Block: '' }, 'Block is blank. Type the number of the block, or clear the row.'],
    [
      { Block: 'B-9' },
      'Block "B-9" is not in Blocks, so this agreement is for none. Correct the number, or clear the row.',
    ],
    [{ Signed: 'soon' }, 'Signed "soon" cannot be read. Type a date such as 2026-11-23.'],
    [
      { Signed: dateCell('2027-01-01') },
      'Signed is 1 Jan 2027, later than today, so it does not count yet. Correct the date.',
    ],
  ])('with %j is an issue that keeps no figure from being shown', (more, message) => {
    const book = { agreements: [signedOn('2026-01-03', more)] };
    expect(messagesOf(book)).toEqual([`Agreements 2: ${message}`]);
    expect(ledgerOf({ blocks, ...book }).broken.size).toBe(0);
    expect(stateIn(book)).not.toBe('signed');
  });

  it('an Agreement signed in Clients that is no date is noted, and the client’s figures stay', () => {
    const book = { clients: [{ Client: 'Acme', 'Agreement signed': 'on paper' }] };
    expect(messagesOf(book)).toEqual([
      'Clients 2: Agreement signed "on paper" cannot be read. Type a date such as 2026-11-23.',
    ]);
    expect(ledgerOf({ blocks, ...book }).broken.size).toBe(0);
  });
});
