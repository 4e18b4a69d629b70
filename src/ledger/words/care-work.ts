import { type Care, type StarterName, starterTasks } from '../model/care';
import type { CalendarDate } from '../units/calendar-date';
import { valueAt } from '../units/groups';
import { foldName } from '../units/names';
import { shortened } from '../units/plain-json';

/** What was done and what was fixed; read only where a mail or a statement is written. */
export type CareWork = Pick<Care, 'things' | 'log'>;

/** How a language says what was looked after. */
export interface CareWords {
  /** Of each task that *Start a care plan* offers: how often it was done. */
  readonly tasks: Readonly<Record<StarterName, (times: number) => string>>;
  /** Of a task in the firm's own words. */
  readonly other: (task: string, times: number) => string;
  readonly fixed: (count: number) => string;
  readonly andMore: (count: number) => string;
}

const mostKinds = 6;
const longestTask = 60;

/**
 * What was looked after for a client from one day to another, both included, in words; blank where nothing was.
 *
 * Only what was well done counts: its result is OK, or blank.
 */
export function careText(
  clientKey: string,
  { things, log }: CareWork,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
  words: CareWords,
): string {
  const isIn = (date: CalendarDate | undefined) => date !== undefined && date >= from && date <= to;
  const done = log.filter(
    each => each.clientKey === clientKey && isIn(each.date) && /^(ok)?$/i.test(each.resultText),
  );
  const counts = new Map<string, { readonly task: string; times: number }>();
  for (const { task } of done) valueAt(counts, foldName(task), () => ({ task, times: 0 })).times++;
  const fixed = things.filter(
    each => each.clientKey === clientKey && each.state === 'fixed' && isIn(each.fixedOn),
  );
  const kinds = [...counts.values()].sort((a, b) => b.times - a.times);
  const shown = kinds.slice(0, mostKinds).map(({ task, times }) => taskText(task, times, words));
  const rest = kinds.length - shown.length;
  return [
    ...shown,
    ...(fixed.length > 0 ? [words.fixed(fixed.length)] : []),
    ...(rest > 0 ? [words.andMore(rest)] : []),
  ].join(', ');
}

function taskText(task: string, times: number, words: CareWords): string {
  const starter = starterTasks.find(each => foldName(each.task) === foldName(task));
  if (starter) return words.tasks[starter.task](times);
  return words.other(shortened(task.replace(/\s+/g, ' '), longestTask), times);
}
