import type { Cache } from './ports';

/** What a dialog sends a second time, after the answer got lost on the way, is told again and not done again. */
function answerOnce<Answer>(
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
