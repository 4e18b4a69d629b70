import { expect, it } from 'vitest';
import { balance, block, messages, work } from '../builders';

const clients = [{ Client: 'Acme' }, { Client: 'Bolt' }];
const blocks = [block(20), block(20, { Date: '2026-03-01' }), block(5, { Client: 'Bolt' })];

it('work ten years before the first block counts and is named, once a client', () => {
  const time = [work('2016-02-10', 2), work('2016-02-11', 1), work('2026-02-10', 1)];
  expect(balance({ clients, blocks, time })).toBe(36);
  expect(messages({ clients, blocks, time })).toEqual([
    "Time 2: Dated 10 Feb 2016, and 1 more of this client: more than a year before the client's first block (1 Jan 2026). It counts; correct the year if it is a slip.",
  ]);
});

it('work of the year before the first block is nothing unusual', () => {
  expect(messages({ clients, blocks, time: [work('2024-12-31', 2)] })).toEqual([]);
  expect(messages({ clients, blocks, time: [work('2024-12-30', 2)] })).toHaveLength(1);
});
