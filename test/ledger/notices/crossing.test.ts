import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { crossingNews, gravest, unlistedNews } from '../../../src/ledger/notices/crossing';
import { mostCharged } from '../../../src/ledger/reading/typed-work';
import { isNear, marginsOf, standingOf } from '../../../src/ledger/rules/standing';
import { block, type Row, settled, work } from '../builders';
import { anyClient, dayAfter, days, settle } from '../rules/any-client';

const settings = { warnBeforeExpiry: 30, warnBeforeRunOut: 0, paceWeeks: 8 };
const at = (hours: number, client: Row = {}, blocks: readonly Row[] = [block(20)]) =>
  settled({
    clients: [{ Client: 'Acme', ...client }],
    blocks,
    time: hours > 0 ? [work('2026-02-01', hours)] : [],
  });
const news = (from: number, to: number) => crossingNews(at(from), at(to), settings)?.text;

describe('what an edit of Time brings about', () => {
  it('is told where the client stands worse after it, and only there', () => {
    expect(news(10, 14.99)).toBeUndefined();
    expect(news(14.99, 15.5)).toBe('Acme: 4.5 h left of 20 h. Time to renew.');
    expect(news(15, 19)).toBeUndefined();
    expect(news(19, 20)).toBe('Acme has used up its hours.');
    expect(news(0, 21)).toBe('Acme has used up its hours: −1 h.');
    expect(news(21, 30)).toBeUndefined();
    expect(news(21, 10)).toBeUndefined();
  });

  it('is told of a client who never bought, from the first hour on', () => {
    const text = crossingNews(at(0, {}, []), at(1, {}, []), settings)?.text;
    expect(text).toBe('Acme has used up its hours: −1 h.');
  });

  it('is one sentence: the gravest, and how many more', () => {
    const [low, gone] = [crossingNews(at(1), at(16), settings), crossingNews(at(1), at(20), settings)];
    if (!low || !gone) throw new Error('No news');
    expect(gravest([])).toBeUndefined();
    expect(gravest([low])).toBe('Acme: 4 h left of 20 h. Time to renew.');
    expect(gravest([low, unlistedNews('Acmee')])).toMatch(/^“Acmee” is not in Clients\. .+ \(and 1 more\)$/);
    expect(gravest([low, unlistedNews('Acmee'), gone])).toBe('Acme has used up its hours. (and 2 more)');
  });
});

test('a client whom an entry cannot bring near a level does not stand worse with it', () => {
  const asOf = dayAfter(days);
  fc.assert(
    fc.property(anyClient, fc.nat(), fc.boolean(), (client, pick, isKnown) => {
      const edited = client.entries[pick % Math.max(client.entries.length, 1)];
      fc.pre(edited !== undefined);
      if (!edited) return;
      const after = settle(client, asOf);
      const before = settle({ ...client, entries: client.entries.filter(each => each !== edited) }, asOf);
      // The kept figures may know of the edit already, or not yet.
      const kept = standingOf(isKnown ? after : before, settings);
      const typed = { client: 'Acme', worked: edited.worked, charged: edited.typedCharge };
      fc.pre(!isNear(marginsOf(kept), mostCharged(typed, client.terms, 1.5)));

      expect(crossingNews(before, after, settings)).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});
