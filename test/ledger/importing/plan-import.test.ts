import { describe, expect, it } from 'vitest';
import { planImport } from '../../../src/ledger/importing/plan-import';
import { type Book, block, ledgerOf } from '../builders';

const plan = (text: string, book: Book = {}, fields: unknown = undefined) =>
  planImport(text, fields, ledgerOf(book));
const said = (text: string, book: Book = {}) =>
  plan(text, book).preview.lines.map(({ line, does, says }) => `${line} ${does}: ${says.join(' ')}`);

describe('an import', () => {
  it('finds its columns by the names that other programs use', () => {
    const { preview } = plan(
      'Customer Name,E-Mail Address,Hourly Rate,Hours Remaining,Phone,Valid until\nBolt',
    );
    expect(preview.fields).toEqual(['Client', 'Email', 'Normal rate', 'Hours', '', 'Expires']);
  });

  it('leaves a client and an opening balance that are there already as they are', () => {
    const book = { blocks: [block(5, { Kind: 'Opening' })] };
    expect(said('Client,Hours\n ACME ,7', book)).toEqual([
      '2 keeps: Is in Clients already and stays as it is. Has an opening balance already, which stays as it is.',
    ]);
  });

  it('adds a client that stands only in other tabs', () => {
    expect(plan('Client\nBolt', { blocks: [block(5, { Client: 'Bolt' })] }).clients).toHaveLength(1);
  });

  it.each([
    ['Client,Hours\n,5', '2 refuses: It has no client. Type the name.'],
    [
      'Client,Hours\nBolt,abc',
      '2 refuses: Hours "abc" cannot be read. Type hours such as 1.5, 1:30 or 1h 30m.',
    ],
    ['Client,Hours,Value\nBolt,,50', '2 refuses: It has a Value but no Hours. Type both, or clear Value.'],
    [
      'Client,Hours,Value\nBolt,-2,50',
      '2 refuses: Hours below zero are worked already, so they have no Value. Clear it.',
    ],
    ['Client,Hours,Value\nBolt,2,-50', '2 refuses: Value is below zero. Type what is still owed in work.'],
    ['Client,Hours,Date\nBolt,2,2027-01-01', '2 refuses: Date is later than today. Correct it.'],
    [
      'Client,Hours,Date\nBolt,2,01/02/2026',
      '2 refuses: Date "01/02/2026" cannot be read. Type a date such as 2026-11-23.',
    ],
    [
      'Client,Hours,Expires\nBolt,2,2026-01-01',
      '2 refuses: It expires before its Date. Correct one of them.',
    ],
    ['Client,Currency\nBolt,$', '2 refuses: Currency "$" cannot be read. Type a code such as USD or EUR.'],
  ])('says of %s why the line cannot be taken', (text, message) => {
    expect(said(text)).toEqual([message]);
  });

  it('takes a name once', () => {
    expect(said('Client\nBolt\nbolt ')).toEqual([
      '2 adds: New client.',
      '3 refuses: The same client stands in line 2 already. Delete one.',
    ]);
  });

  it.each([
    ['$1,215.00', 1215],
    ['1.215,00 €', 1215],
    ['USD 450', 450],
  ])('reads the value %s', (value, price) => {
    expect(plan(`Client;Hours;Value\nBolt;5;"${value}"`).openings).toMatchObject([
      { Price: price, Hours: 5, Kind: 'Opening' },
    ]);
  });

  it('refuses a file that is no table, or too large', () => {
    expect(plan('').preview.problem).toBe('Paste a table, or choose a file.');
    expect(plan('Client').preview.problem).toContain('There is only one line.');
    expect(plan('Wer\nBolt').preview.problem).toBe('Choose which column holds the name of the client.');
    expect(plan(`Client\n${'x\n'.repeat(501)}`).preview.problem).toBe(
      'These are 501 lines. Import at most 500 at a time.',
    );
  });

  it('takes the columns that a person chose, each once, and ignores what makes no sense', () => {
    const text = 'a,b,c\nBolt,Bolt 2,3';
    expect(plan(text, {}, ['Client', 'Client', 'Hours']).preview).toMatchObject({
      fields: ['Client', '', 'Hours'],
      clients: 1,
      openings: 1,
    });
    expect(plan(text, {}, [{}, 7, 'Phone']).preview.fields).toEqual(['', '', '']);
  });
});

describe('a list of clients from elsewhere', () => {
  it.each(['Balance', 'Open balance', 'Current Balance', 'Remaining'])(
    'says nothing of what %s holds, so it is asked',
    header => {
      const found = plan(`Client,${header}\nBolt,500`).preview;
      expect([found.problem, found.asks, found.openings]).toEqual([
        `Say what "${header}" holds: hours, money paid ahead, or money owed.`,
        [header],
        0,
      ]);
    },
  );

  it('brings hours for money that was paid ahead, and nothing for money that is owed', () => {
    const text = 'Client,Balance\nBolt,500';
    expect(plan(text, {}, ['Client', 'Money paid ahead']).openings).toMatchObject([{ Hours: 5, Price: 500 }]);
    expect(plan(text, {}, ['Client', 'Money owed']).preview).toMatchObject({ clients: 1, openings: 0 });
  });

  it('begins below a title, which is named', () => {
    const { preview } = plan('Example Center\nClient,Email\nBolt,b@bolt.example');
    expect([preview.notes, preview.lines[0]?.line]).toEqual([
      ['Not read, above the headers: Example Center'],
      3,
    ]);
  });

  it('calls a person without a firm by the person’s name', () => {
    const rows = plan('Organization,First Name,Last Name\nBolt,Max,Muster\n,Ada,Sample').clients;
    expect(rows).toMatchObject([
      { Client: 'Bolt', Contact: 'Max Muster' },
      { Client: 'Ada Sample', Contact: 'Ada Sample' },
    ]);
  });

  it('takes a status for Active only where somebody says so', () => {
    const text = 'Client,Status\nBolt,PAUSED\nCox,ACTIVE';
    expect(plan(text).clients).toMatchObject([{ Active: true }, { Active: true }]);
    expect(plan(text).preview.notes[0]).toContain('"Status" is not taken');
    expect(plan(text, {}, ['Client', 'Active']).clients).toMatchObject([{ Active: false }, { Active: true }]);
    expect(plan('Client,Archived\nBolt,yes', {}, ['Client', 'Active']).clients).toMatchObject([
      { Active: false },
    ]);
  });

  it.each([
    'Date,Client,User,Hours\n2026-01-05,Bolt,Kim,1.5',
    'Client,Hours,Date\nBolt,1,2026-01-05\nBolt,2,2026-01-06\nBolt,2,2026-01-07',
  ])('is no log of work: %s', text => {
    const { preview, openings } = plan(text);
    expect([preview.problem, openings]).toEqual([expect.stringContaining('Choose Import hours…'), []]);
  });

  it('with a quotation mark that never closes is refused, and makes no client of three', () => {
    expect(plan('Client,Hours\nBolt,5\n"Cox,5\nDelta,5').preview).toMatchObject({
      problem: 'A quotation mark in line 3 is not closed, so nothing can be read. Close it.',
      clients: 0,
    });
  });
});
