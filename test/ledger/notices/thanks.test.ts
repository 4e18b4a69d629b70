import { describe, expect, it } from 'vitest';
import { dueThanks } from '../../../src/ledger/notices/begin';
import { block, ledgerOf, type Row, settledIn } from '../builders';

function thanks(purchase: Row, asOf: string, settings: Row = {}, wasTold = false) {
  const ledger = ledgerOf({
    blocks: [block(20, { Block: 'B-0001', Date: '2026-11-20', ...purchase })],
    settings: { 'Thank-you mail': 'yes', ...settings },
  });
  return dueThanks(settledIn(ledger, 'Acme', asOf), ledger, () => wasTold).map(({ why }) => why);
}
const said = ['20 h bought on 20 Nov 2026'];

describe('thanks', () => {
  it('are due from the day of a purchase on, for two weeks, once, and only where the firm wants them', () => {
    expect(thanks({}, '2026-11-19')).toEqual([]);
    expect(thanks({}, '2026-11-20')).toEqual(said);
    expect(thanks({}, '2026-12-04')).toEqual(said);
    expect(thanks({}, '2026-12-05')).toEqual([]);
    expect(thanks({}, '2026-11-20', {}, true)).toEqual([]);
    expect(thanks({}, '2026-11-20', { 'Thank-you mail': 'no' })).toEqual([]);
  });

  it('are for purchases only', () => {
    for (const Kind of ['Opening', 'Goodwill', 'Transfer'])
      expect(thanks({ Kind, Reference: 'x' }, '2026-11-20')).toEqual([]);
  });

  it('wait for the payment where a block waits for it', () => {
    const settings = { 'Unpaid blocks': 'wait' };
    expect(thanks({}, '2026-11-20', settings)).toEqual([]);
    expect(thanks({ 'Paid on': '2026-12-20' }, '2026-12-19', settings)).toEqual([]);
    expect(thanks({ 'Paid on': '2026-12-20' }, '2026-12-21', settings)).toEqual(said);
    expect(thanks({ Price: 0 }, '2026-11-20', settings)).toEqual(said);
  });
});
