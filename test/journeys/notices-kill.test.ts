import { it } from 'vitest';
import { byTrigger, dayAlone, dueFirm, sweep } from './fault-sweep';

const minutes = 60_000;
const fault = 'kill';

it(
  'a daily run of 25 notices, with a kill at every call that reads or writes',
  async () => {
    // Two of 24 mails take five calls.
    await sweep(await dueFirm(25), 25, { fault, aim: { kind: 'data' }, run: byTrigger, least: 12 * 5 + 1 });
  },
  12 * minutes,
);

it(
  'a daily run of four notices, with a kill at every call of any kind',
  async () => {
    await sweep(await dueFirm(4), 4, { fault, run: dayAlone, least: 51 });
  },
  12 * minutes,
);
