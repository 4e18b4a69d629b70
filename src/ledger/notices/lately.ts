import type { SettledClient } from '../rules/settle';
import type { LocalText } from '../units/local-text';
import { shortened } from '../units/shortened';
import type { MailWords } from '../words/mail-words';

/** The newest work, as the client reads it. */
export type Lately = readonly { readonly date: string; readonly what: string; readonly hours: string }[];

const latelyRows = 5;
const longestLine = 120;

/** The newest charged work up to the day, in the words of the sheet. */
export function latelyOf({ entries, asOf }: SettledClient, local: LocalText, words: MailWords): Lately {
  const charged = entries.filter(({ entry, charged: time }) => entry.date <= asOf && time > 0);
  const newest = charged.slice(-latelyRows).reverse();
  return newest.map(({ entry: { date, what, workType }, charged: time }) => ({
    date: local.shortDate(date),
    what: shortened((what || workType.name || words.work).replace(/\s+/g, ' '), longestLine),
    hours: local.hours(time),
  }));
}
