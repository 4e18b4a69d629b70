/** How much of what could be tried is tried in this run; the only place that knows. `vitest.config.ts` fills it in. */

/** `npm run test:full`: every call is struck. */
export const isFull = process.env.TEST_FULL === 'yes';

/** Days since 1970, the same for a whole run; a run of another day is repeated with `TEST_DAY=20784 npm test`. */
export const day = Number(process.env.TEST_DAY);
