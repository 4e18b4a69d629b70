import type { Memory } from './memory';

type Shape = (value: unknown) => boolean;

const text: Shape = value => typeof value === 'string';
const number: Shape = value => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const truth: Shape = value => typeof value === 'boolean';
const listOf =
  (shape: Shape): Shape =>
  value =>
    Array.isArray(value) && value.every(shape);
const record =
  (shapes: Readonly<Record<string, Shape>>): Shape =>
  value => {
    if (typeof value !== 'object' || value === null) return false;
    const fields = value as Readonly<Record<string, unknown>>;
    return Object.entries(shapes).every(([name, shape]) => shape(fields[name]));
  };
const maybe =
  (shape: Shape): Shape =>
  value =>
    value === null || shape(value);

const caring = { key: text, day: text, times: number, work: number, attempt: text, isAgain: truth };

/** What each property must look like: other scripts and older versions may have written anything into it. */
export const memoryShapes: Readonly<Record<keyof Omit<Memory, 'told' | 'unreadable'>, Shape>> = {
  highestBlock: number,
  highestStatement: number,
  highestInvoice: number,
  lastDay: text,
  daily: maybe(record({ trigger: text, since: text })),
  lastRun: text,
  problem: maybe(record({ at: number, text })),
  housekeeping: listOf(record({ tab: text, row: number, message: text })),
  digestDay: text,
  digestAt: number,
  digestOpen: text,
  weeklyDay: text,
  caring: listOf(record(caring)),
  cared: text,
  mails: listOf(record({ name: text, hasLeft: truth })),
  sending: listOf(text),
  toReport: listOf(text),
};
