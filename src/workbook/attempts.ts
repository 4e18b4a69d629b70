import { plainJson, readJson } from '../ledger/units/plain-json';

/** An attempt of a dialog that was written, by its name, and what its page was told of it. */
export type DoneAttempt = readonly [name: string, answer?: unknown];

type Properties = Readonly<Record<string, string>>;

/** A property may have 9 KB. */
const longestProperty = 8_000;
/** A page asks again within minutes; meanwhile an office writes less than this. */
const mostAttempts = 100;
const longestAnswer = 2_000;
const longestName = 80;

/** One name for one press of a button, however often it is sent; blank where the page has given none. */
export function attemptName(title: string, attempt: unknown): string {
  const isName = typeof attempt === 'string' && attempt.trim() !== '' && attempt.length <= longestName;
  return isName ? `${title} ${attempt}` : '';
}

/** What was written lately, the newest first. */
export function readAttempts({ attempts = '' }: Properties): readonly DoneAttempt[] {
  const kept = readJson(attempts) ?? [];
  const isDone = (each: unknown): each is DoneAttempt => Array.isArray(each) && typeof each[0] === 'string';
  return Array.isArray(kept) ? kept.filter(isDone) : [];
}

/** With one more. What is too long, or too long ago, is still known, but not what its page was told. */
export function withAttempt(done: readonly DoneAttempt[], attempt: DoneAttempt): readonly DoneAttempt[] {
  const others = done.filter(([name]) => name !== attempt[0]);
  const all = [attempt, ...others].slice(0, mostAttempts).map(shortened);
  const isTooLong = () => plainJson(all).length > longestProperty;
  for (let at = all.length - 1; at > 0 && isTooLong(); at--) all[at] = [(all[at] as DoneAttempt)[0]];
  while (isTooLong()) all.pop();
  return all;
}

/** Without one that was taken back: sent again, it is written again. */
export function withoutAttempt(done: readonly DoneAttempt[], name: string): readonly DoneAttempt[] {
  return done.filter(([each]) => each !== name);
}

export function attemptsProperty(done: readonly DoneAttempt[]): Record<string, string> {
  return { attempts: plainJson(done) };
}

function shortened([name, answer]: DoneAttempt): DoneAttempt {
  const isKept = answer !== undefined && plainJson(answer).length <= longestAnswer;
  return isKept ? [name, answer] : [name];
}
