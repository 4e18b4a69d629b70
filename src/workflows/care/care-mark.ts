import type { TabName } from '../../ledger/model/tab-names';
import { foldHeader } from '../../ledger/sheet/headers';
import type { Cache } from '../../workbook/ports';

/**
 * A text in the cache that is another one after every change of care: what is kept of it, or shown, stands as long as
 * the mark does.
 *
 * The tabs of care have no part in the stamp of the ledger, for nothing is worked out from them in cells. The mark is
 * renewed after an edit by hand, after everything that the add-on writes there, and at every hourly run and Refresh. So
 * what is typed on a phone or written by another script, where nothing of ours runs, is seen at the hourly run at the
 * latest; where none is turned on, when the cache forgets the mark, which is at most six hours after it was renewed.
 */
const key = 'care';

/** Gives a text that no run has given before. */
export type NewMark = () => string;

/** Tabs that have no part in the stamp, or not with all that a card tells of them, such as an outcome typed by hand. */
const marked: readonly TabName[] = [
  'Care plan',
  'Small things',
  'Agreements',
  'Notices',
  // Its tax, and until when it is to be paid.
  'Blocks',
  'Settings',
];
const markedNames = marked.map(foldHeader);

/** Whether a card may tell of what was edited in that tab. */
export function isMarkedTab(tab: string): boolean {
  return markedNames.includes(foldHeader(tab));
}

/** Blank where the cache has none, or has lost it. */
export function readCareMark(cache: Cache): string {
  return cache.getAll([key])[key] ?? '';
}

/** To be done when what was written can be read: a card that is made before would keep its old lines under the new mark. */
export function renewCareMark(cache: Cache, newMark: NewMark): string {
  const mark = newMark();
  cache.putAll({ [key]: mark });
  return mark;
}
