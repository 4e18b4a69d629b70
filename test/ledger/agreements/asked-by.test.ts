import { expect, it } from 'vitest';
import { askedByIssues, clientsWhoSigned } from '../../../src/ledger/agreements/asked-by';
import { type Book, block, dateCell, ledgerOf, type Row, tabsOf, work } from '../builders';

const acme = { Client: 'Acme', Contact: 'Pat Miller; Sam,  Kay', 'Agreement signed': dateCell('2026-01-05') };
const asked = (date: string, name: string, more: Row = {}) => work(date, 1, { 'Asked by': name, ...more });

function issuesIn(book: Book) {
  const full = { clients: [acme], blocks: [block(20)], ...book };
  const ledger = ledgerOf(full);
  const time = tabsOf(full).get('Time');
  if (!time) throw new Error('No Time');
  return askedByIssues(time, ledger, clientsWhoSigned(ledger)).map(
    ({ tab, row, message }) => `${tab} ${row}: ${message}`,
  );
}
const rowsIn = (book: Book) => issuesIn(book).map(text => text.split(':')[0]);

it('names each who is not a contact once, with the count and the first row', () => {
  const time = [
    asked('2026-12-01', 'pat  miller'),
    asked('2026-12-01', 'SAM'),
    asked('2026-12-02', 'Lee'),
    asked('2026-12-03', 'Kay'),
    asked('2026-12-04', ' LEE '),
    asked('2026-12-05', 'Mo'),
    asked('2026-12-05', ''),
  ];
  expect(issuesIn({ time })).toEqual([
    'Time 4: "Lee" asked for work 2 times since 3 Oct 2026, but the contact of "Acme" is "Pat Miller; Sam,  Kay". Ask the contact, or add the name to Contact in Clients, with a comma.',
    'Time 7: "Mo" asked for work once since 3 Oct 2026, but the contact of "Acme" is "Pat Miller; Sam,  Kay". Ask the contact, or add the name to Contact in Clients, with a comma.',
  ]);
});

it('looks at the newest 90 days, today included, and at nothing that is dated later', () => {
  const of = (date: string) => rowsIn({ time: [asked(date, 'Lee')] }).length;
  expect(['2026-10-02', '2026-10-03', '2026-12-31', '2027-01-01'].map(of)).toEqual([0, 1, 1, 0]);
});

it('asks nothing of a client without a contact, or that has signed nothing by today', () => {
  const time = [asked('2026-12-02', 'Lee')];
  expect(rowsIn({ time })).toEqual(['Time 2']);
  for (const more of [
    { Contact: ' ;' },
    { 'Agreement signed': '' },
    { 'Agreement signed': dateCell('2027-01-01') },
  ])
    expect(rowsIn({ time, clients: [{ ...acme, ...more }] })).toEqual([]);
  expect(rowsIn({ time: [asked('2026-12-02', 'Lee', { Client: 'Bolt' })] })).toEqual([]);
});

it('takes a signed row of Agreements for a signature', () => {
  const book = {
    clients: [{ ...acme, 'Agreement signed': '' }],
    blocks: [block(20, { Block: 'B-0001' })],
    time: [asked('2026-12-02', 'Lee')],
  };
  const row = { Block: 'B-0001', Signed: dateCell('2026-01-05') };
  expect(rowsIn({ ...book, agreements: [row] })).toEqual(['Time 2']);
  expect(rowsIn({ ...book, agreements: [{ ...row, Terms: 'others' }] })).toEqual(['Time 2']);
  expect(rowsIn({ ...book, agreements: [{ ...row, Signed: '' }] })).toEqual([]);
});
