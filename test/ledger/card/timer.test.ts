import { expect, it } from 'vitest';
import { elapsedOf, readTimer } from '../../../src/ledger/card/timer';

it('counts whole seconds up to now, or until it was stopped, and never fewer than none', () => {
  const running = { client: 'Acme', startedAt: 1_000 };
  expect(elapsedOf(running, 3_999)).toBe(2);
  expect(elapsedOf({ ...running, stoppedAt: 61_000 }, 999_000)).toBe(60);
  expect(elapsedOf(running, 500)).toBe(0);
});

it('is read back as it was kept, and anything else is none', () => {
  for (const timer of [
    { client: 'Acme', startedAt: 1 },
    { client: '=A', startedAt: 1, stoppedAt: 2 },
  ])
    expect(readTimer(JSON.stringify(timer))).toEqual(timer);
  for (const text of [undefined, '', '{', 'null', '[]', '{"client":"A"}', '{"client":"A","startedAt":"1"}'])
    expect(readTimer(text), text).toBeUndefined();
});
