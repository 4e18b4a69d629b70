import { nearestName } from '../plausible/near-names';
import type { SettledClient } from '../rules/settle';
import { type Standing, type StandingSettings, standingOf } from '../rules/standing';
import { hoursText } from '../units/seconds';

/** Something to say of typed work, the gravest first by `weight`. */
export interface News {
  readonly weight: number;
  readonly text: string;
}

/** How bad a level is that use can bring about; hours that expired are no less gone. */
function weightOf({ level }: Standing): number {
  if (level === undefined) return 0;
  return level === 'low' ? 1 : 3;
}

/** What to say where a client stands worse after an edit than before it. */
export function crossingNews(
  before: SettledClient,
  after: SettledClient,
  settings: StandingSettings,
): News | undefined {
  const standing = standingOf(after, settings);
  const weight = weightOf(standing);
  if (weight <= weightOf(standingOf(before, settings))) return undefined;
  const { hoursLeft, newest } = standing;
  const { name } = after.client;
  if (weight === 1 && newest)
    return {
      weight,
      text: `${name}: ${hoursText(hoursLeft)} left of ${hoursText(newest.hours)}. Time to renew.`,
    };
  const below = hoursLeft < 0 ? `: ${hoursText(hoursLeft)}` : '';
  return { weight, text: `${name} has used up its hours${below}.` };
}

/** What to say of work for a name that is not in Clients: a slip of the hand, most of the time. */
export function unlistedNews(name: string, listed: Iterable<string> = []): News {
  const meant = nearestName(name, [...listed]);
  const ask = meant === undefined ? 'check the spelling.' : `did you mean ${meant}?`;
  const text = `“${name.slice(0, 60)}” is not in Clients. The hours count all the same; ${ask}`;
  return { weight: 2, text };
}

/** The gravest of all, and how many more there are; one sentence is all that a person reads while typing. */
export function gravest(news: readonly News[]): string | undefined {
  const [first, ...more] = [...news].sort((a, b) => b.weight - a.weight);
  if (!first) return undefined;
  return more.length > 0 ? `${first.text} (and ${more.length} more)` : first.text;
}
