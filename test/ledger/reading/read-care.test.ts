import { describe, expect, it } from 'vitest';
import { readCheckIns } from '../../../src/ledger/reading/read-care';
import { tabCells } from '../builders';
import { careIn, readAll, task, thing, times } from '../care/cares';

describe('what is typed into the tabs of care', () => {
  it('is read as it is meant: boxes, days and words', () => {
    const { tasks } = careIn({
      plan: [task('Updates', { 'Every (days)': 30, 'Last done': '2026-11-01', Contact: 'yes', Done: true })],
    });
    expect(tasks).toMatchObject([{ clientKey: 'acme', every: 30, isContact: true, isTicked: true }]);
  });

  it('a blank priority is normal, a blank state open, and 0 days are none', () => {
    const { things, tasks } = careIn({ things: [thing('Cable')], plan: [task('X', { 'Every (days)': 0 })] });
    expect(things).toMatchObject([{ priority: 'normal', state: 'open' }]);
    expect(tasks[0]?.every).toBeUndefined();
  });

  it.each([
    [{ plan: [task('X', { 'Every (days)': 'often' })] }, 'Care plan 2: Every (days) "often" cannot be read.'],
    [{ plan: [task('X', { 'Every (days)': 1.5 })] }, 'Care plan 2: Every (days) "1.5" cannot be read.'],
    [{ plan: [task('X', { 'Next due': 'soon' })] }, 'Care plan 2: Next due "soon" cannot be read.'],
    [{ plan: [task('X', { Result: 'meh' })] }, 'Care plan 2: Result "meh" cannot be read. Choose one of: OK'],
    [{ plan: [task('X', { Client: 'Beta' })] }, 'Care plan 2: Client "Beta" is not in Clients.'],
    [{ plan: [task('X', { Client: '' })] }, 'Care plan 2: Client is blank. Choose the client.'],
    [{ plan: [task('', { 'Every (days)': 3 })] }, 'Care plan 2: Task is blank. Type what is to be done.'],
    [
      { things: [thing('Cable', { Priority: 'urgent' })] },
      'Small things 2: Priority "urgent" cannot be read.',
    ],
    [{ things: [thing('Cable', { State: 'done' })] }, 'Small things 2: State "done" cannot be read.'],
    [{ things: [thing('Cable', { 'Found on': 'x' })] }, 'Small things 2: Found on "x" cannot be read.'],
    [{ log: [times('never', 'X')] }, 'Care log 2: Date "never" cannot be read.'],
  ])('what makes no sense is an issue with its row and mend: %j', (rows, message) => {
    expect(readAll(rows).messages.join('\n')).toContain(message);
  });

  it('says once that a client is not in Clients', () => {
    const plan = [task('X', { Client: 'Beta' }), task('Y', { Client: ' beta ' })];
    expect(readAll({ plan }).messages).toHaveLength(1);
  });
});

it('Check in every (days) is read by client; of two rows the first counts', () => {
  const rows = [
    { Client: 'Acme', 'Check in every (days)': 30 },
    { Client: 'acme', 'Check in every (days)': 90 },
    { Client: 'Beta' },
  ];
  const issues = { all: [], broken: new Map(), fatal: [] };
  expect([...readCheckIns(tabCells('Clients', rows), issues)]).toEqual([['acme', 30]]);
});
