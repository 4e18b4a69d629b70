import type { Client } from '../model/client';
import type { Ledger } from '../model/ledger';
import { crossingNews, unlistedNews } from '../notices/crossing';
import { balanceOf, type SettledClient, settleOne } from '../rules/settle';
import { minus, sumOf } from '../units/amounts';
import { foldName } from '../units/names';
import { hoursText, type Seconds } from '../units/seconds';
import type { TimeEffect } from './time-form';

/** What a row of Time does to its client: `before` without it, `after` as the sheet reads with it. */
export function workEffect(before: Ledger, after: Ledger, name: string, row: number): TimeEffect {
  const key = foldName(name);
  const client = after.clients.get(key);
  const warnings = warningsOf(after, client, name, row);
  // Figures of a client with a row that cannot be counted may be wrong, so nothing is said of them.
  const [broken] = after.broken.get(key) ?? [];
  if (!client || broken) {
    const why =
      broken && broken.row !== row
        ? [`${broken.tab} row ${broken.row} cannot be counted, so what is left is not known.`]
        : [];
    return { charged: '', left: '', news: '', warnings: [...warnings, ...why] };
  }
  const [earlier, later] = [settleOne(before, before.clients.get(key) ?? client), settleOne(after, client)];
  return {
    charged: hoursText(minus(chargedIn(later), chargedIn(earlier))),
    left: hoursText(balanceOf(later)),
    news: crossingNews(earlier, later, after.settings)?.text ?? '',
    warnings,
  };
}

/** All of it, later days too: with rounding by day a row moves what others of its day are charged. */
function chargedIn({ entries }: SettledClient): Seconds {
  return sumOf(entries.map(({ charged }) => charged));
}

/** What the reader says of the row, and of a name that is not in Clients, whichever row has it first. */
function warningsOf({ issues }: Ledger, client: Client | undefined, name: string, row: number): string[] {
  const own = issues.filter(issue => issue.tab === 'Time' && issue.row === row).map(({ message }) => message);
  if (client && client.row > 0) return own;
  return [unlistedNews(name).text, ...own.filter(message => !message.startsWith('Client '))];
}
