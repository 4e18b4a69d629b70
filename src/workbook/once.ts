import type { Cache } from './ports';

/** What a dialog sends a second time, after the answer got lost on the way, is told again and not done again. */
export function answerOnce<Answer>(
  cache: Cache,
  attempt: unknown,
  isDone: (answer: Answer) => boolean,
  work: () => Answer,
): Answer {
  const key = `attempt ${String(attempt).slice(0, 80)}`;
  const known = attempt ? cache.getAll([key])[key] : undefined;
  if (known) return JSON.parse(known);
  const answer = work();
  if (attempt && isDone(answer)) cache.putAll({ [key]: JSON.stringify(answer) });
  return answer;
}

/** The same for work that is done whatever it answers; `what` keeps its attempts apart from others. */
export function once<Answer>(cache: Cache, what: string, attempt: unknown, work: () => Answer): Answer {
  const named = attempt && `${what} ${String(attempt)}`;
  return answerOnce(cache, named, () => true, work);
}

/** One try of what must never be done twice, such as a mail that may have left though nobody heard of it. */
export interface Attempt {
  /** Right before it is done; throws where an earlier run of the same try came this far. */
  begin(): void;
  /** It was not done after all. */
  takeBack(): void;
}

export function attemptOf(cache: Cache, what: string, attempt: unknown, mayBeDone: string): Attempt {
  const key = `begun ${what} ${String(attempt).slice(0, 80)}`;
  const isNamed = attempt !== undefined && attempt !== null && attempt !== '';
  return {
    begin: () => {
      if (isNamed && cache.getAll([key])[key] === 'yes') throw new Error(mayBeDone);
      if (isNamed) cache.putAll({ [key]: 'yes' });
    },
    takeBack: () => {
      if (isNamed) cache.putAll({ [key]: 'no' });
    },
  };
}
