import { describe, expect, it } from 'vitest';
import { type RuleEffect, ruleEffect } from '../../../src/ledger/changes/rule-effect';
import { type Book, block, ledgerOf, work } from '../builders';

const rows = (settings: Book['settings'], more: Book = {}): Book => ({
  blocks: [block(20, { 'Discount / h': 10 }), block(10, { Client: 'Bolt' })],
  time: [
    work('2026-01-05', 0.2),
    work('2026-01-06', 1, { Charged: 1 }),
    work('2026-01-07', 12, { Client: 'Bolt' }),
    work('2026-01-08', 0.1),
  ],
  ...more,
  settings: { Today: '2026-06-30', ...settings },
});
const moved = (before: Book['settings'], after: Book['settings'], more?: Book) =>
  ruleEffect(ledgerOf(rows(before, more)), ledgerOf(rows(after, more)));
const told = ({ total }: RuleEffect) =>
  total.map(({ what, before, after, currency }) => {
    const unit = currency === null ? 3600 : 100;
    return `${what}: ${before / unit} → ${after / unit}`;
  });

describe('another rule', () => {
  it('moves the hours of entries that it charges differently, and their money', () => {
    const effect = moved({}, { 'Round up to (min)': 15 });
    expect(effect).toMatchObject({ entries: 2, charged: 720 });
    expect(effect.clients.map(({ client }) => client)).toEqual(['Acme']);
    expect(told(effect)).toEqual([
      'Hours left: 18.7 → 18.5',
      'Value of hours left: 1683 → 1665',
      'Owed in work: 1683 → 1665',
      'Earned: 117 → 135',
    ]);
  });

  it('moves nothing where the charge is typed, as closing a month does', () => {
    const time = [work('2026-01-05', 0.2, { Charged: 0.2 })];
    const effect = moved({}, { 'Round up to (min)': 15 }, { time });
    expect(effect).toMatchObject({ entries: 0, charged: 0, total: [], clients: [] });
  });

  it('on overage charges no entry differently, and still moves hours', () => {
    const effect = moved({}, { Overage: 'invoice' });
    expect(effect).toMatchObject({ entries: 0, charged: 0 });
    expect(told(effect)).toEqual(['Hours left: -2 → 0']);
  });

  it('on tax moves what was sold and is not paid', () => {
    expect(told(moved({}, { 'Tax (%)': 0.19 }))).toEqual(['Still to be paid: 2800 → 3332', 'Tax: 0 → 532']);
  });
});
