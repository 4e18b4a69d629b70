import { describe, expect, it } from 'vitest';
import { lastsFor, renewalOffers } from '../../../src/ledger/selling/renewal-sizes';
import { hoursOf } from '../../../src/ledger/units/seconds';
import { h, ledgerOf, usd } from '../builders';

/** Sizes that are offered to who bought `hours`, using `monthly` hours a month for `since` days. */
function sizes(
  hours: number,
  { monthly = 0, since = 57, card = '10 h: 5, 20 h: 10, 40 h: 15', kind = 'Purchase' } = {},
) {
  const { settings } = ledgerOf({ settings: { 'Rate card': card } });
  const pace = monthly === 0 ? undefined : { used: h(monthly * 12), days: 365.25 };
  const newest = { kind, hours: h(hours) } as Parameters<typeof renewalOffers>[0];
  const terms = { ...settings.terms, currency: usd };
  const { main, others } = renewalOffers(newest, { pace, since }, terms, settings);
  return [main, ...others].map(offer => hoursOf(offer.hours));
}

describe('a renewal offer', () => {
  it('proposes what was bought last, and beside it three and six months of real use', () => {
    expect(sizes(30, { monthly: 5 })).toEqual([30, 15, 20]);
    expect(sizes(20, { monthly: 5 })).toEqual([20, 15, 30]);
  });

  it('trusts a pace only after eight weeks of work', () => {
    expect(sizes(20, { monthly: 5, since: 56 })).toEqual([20, 10, 40]);
  });

  it('offers a busy client no year of work at once', () => {
    expect(sizes(20, { monthly: 32 })).toEqual([20, 10, 40]);
  });

  it('takes a step of the rate card where it is near', () => {
    expect(sizes(40, { monthly: 6 })).toEqual([40, 20, 80]);
    expect(sizes(40, { monthly: 6, card: '0' })).toEqual([40, 20, 35]);
  });

  it('offers whole five hours at least', () => {
    expect(sizes(10, { monthly: 0.2, card: '0' })).toEqual([10, 5, 20]);
  });

  it('without a pace offers the steps of the rate card around it', () => {
    expect(sizes(20)).toEqual([20, 10, 40]);
    expect(sizes(15)).toEqual([15, 10, 20]);
    expect(sizes(40)).toEqual([40, 20, 80]);
    expect(sizes(5)).toEqual([5, 10]);
    expect(sizes(20, { card: '0' })).toEqual([20, 40]);
  });

  it('never offers one size twice, nor more than twice what was bought last', () => {
    for (const hours of [1, 2, 5, 7.5, 10, 15, 20, 33, 60])
      for (const monthly of [0, 0.1, 1, 3.3, 10, 50, 500])
        for (const since of [15, 400])
          for (const card of ['0', '10 h: 5, 20 h: 10, 40 h: 15', '5 h: 1']) {
            const offered = sizes(hours, { monthly, since, card });
            const at = `${hours} ${monthly} ${card}`;
            expect(new Set(offered).size, at).toBe(offered.length);
            expect(Math.max(...offered), at).toBeLessThanOrEqual(2 * hours);
            expect(offered.length, at).toBeGreaterThanOrEqual(2);
          }
  });

  it('rounds what was brought forward, for nobody sells such a size', () => {
    expect(sizes(13.5, { card: '0', kind: 'Opening' })[0]).toBe(15);
    expect(sizes(13.5, { card: '0' })[0]).toBe(13.5);
  });

  it('prices each size by its own step of the rate card', () => {
    const { settings } = ledgerOf({});
    const newest = { kind: 'Purchase', hours: h(20) } as const;
    const { main, others } = renewalOffers(newest, { pace: undefined, since: 0 }, settings.terms, settings);
    expect([main, ...others].map(({ price }) => price)).toEqual([180_000, 95_000, 340_000]);
  });
});

it.each([
  [1, { weeks: 1 }],
  [10, { weeks: 4 }],
  [19, { weeks: 8 }],
  [20, { months: 2 }],
  [60, { months: 6 }],
])('%i hours at ten a month last %o', (hours, lasts) => {
  expect(lastsFor(h(hours), { used: h(120), days: 365.25 })).toEqual(lasts);
});
