import type { Cache } from './figure-store';

/** What was done once under the name of an attempt is told again, and not done again, when its answer got lost on the way. */
export function once<Answer>(cache: Cache, what: string, attempt: unknown, work: () => Answer): Answer {
  const key = `${what} ${String(attempt).slice(0, 60)}`;
  const known = attempt ? cache.getAll([key])[key] : undefined;
  if (known) return JSON.parse(known);
  const answer = work();
  if (attempt) cache.putAll({ [key]: JSON.stringify(answer) });
  return answer;
}
