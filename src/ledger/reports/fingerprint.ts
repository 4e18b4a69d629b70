import type { Ledger } from '../model/ledger';
import { rulesVersion } from '../model/version';

/** Takes the parts of a ledger one after the other; whoever hashes them decides how. */
export type TakePart = (part: string | number | boolean | undefined) => void;

/**
 * Hands over everything that a cell function's answer depends on, in one fixed order.
 *
 * It is the ledger as parsed, not the cells: 1:30 typed as 1.5 changes nothing, a row that cannot be read any more does.
 */
export function fingerprint(ledger: Ledger, take: TakePart): void {
  const { today, unpaidBlocks, expiredHours, warnBeforeExpiry, warnBeforeRunOut, paceWeeks } =
    ledger.settings;
  const { terms: firm, rateCards } = ledger.settings;
  const warnings = [warnBeforeExpiry, warnBeforeRunOut, paceWeeks, ledger.settings.remindAfter];
  takeAll([rulesVersion, today, unpaidBlocks, expiredHours, ...warnings], take);
  takeAll([firm.normalRate, firm.currency, [...rateCards]], take);
  for (const { key, name, active, terms } of ledger.clients.values()) {
    // No cell shows the tax or where notices go, so a change there has nothing worked out anew.
    takeAll([key, name, active, { ...terms, tax: '', notices: '' }], take);
  }
  // A hundred thousand entries: only what counts of each, and each work type once.
  // Of the archive its digest tells, whether it was read or not.
  const entries = ledger.archive
    ? ledger.entries.filter(each => each.archived === undefined)
    : ledger.entries;
  if (ledger.archive) take(ledger.archive.digest);
  for (const entry of entries) {
    // One by one, for a list of them would be made a hundred thousand times.
    take(entry.clientKey);
    take(entry.date);
    take(entry.start);
    take(entry.worked);
    take(entry.typedCharge);
    take(entry.workType.name);
    take(entry.what);
  }
  const workTypes = new Set(entries.map(({ workType }) => workType));
  // No cell shows the tax of a block either, but for what has become of its agreement.
  const blocks = ledger.blocks.map(({ tax: _, typedTax: __, ...block }) => block);
  takeAll([[...workTypes], blocks, [...ledger.lastNotices], [...ledger.sentNotices]], take);
  takeAll([...ledger.agreements], take);
  takeAll([ledger.fatal, ledger.missing, [...ledger.broken.values()], [...ledger.doubtful.keys()]], take);
}

function takeAll(part: unknown, take: TakePart): void {
  if (typeof part !== 'object' || part === null) take(part as Parameters<TakePart>[0]);
  else for (const each of Object.values(part)) takeAll(each, take);
}
