import { expect, it } from 'vitest';
import { byTrigger, dayAlone, dueFirm, sweep } from './fault-sweep';

const minutes = 60_000;
const fault = 'throw';

it(
  'a daily run of 25 notices, with a throw at every call that reads or writes',
  async () => {
    const struck = await sweep(await dueFirm(25), 25, { fault, aim: { kind: 'data' }, run: byTrigger });
    // Less would mean that the run went another way: each of 24 mails takes three calls.
    expect(struck).toBeGreaterThan(24 * 3);
  },
  12 * minutes,
);

it(
  'a daily run of four notices, with a throw at every call of any kind',
  async () => {
    const struck = await sweep(await dueFirm(4), 4, { fault, run: dayAlone });
    expect(struck).toBeGreaterThan(50);
  },
  12 * minutes,
);
