import type { Block } from '../model/block';
import type { Ledger } from '../model/ledger';
import type { WorkType } from '../model/time-entry';
import { rulesVersion } from '../model/version';
import { valueAt } from '../units/groups';

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
  takeEntries(ledger, take);
  for (const block of ledger.blocks) takeBlock(block, take);
  takeAll([[...ledger.lastNotices], [...ledger.sentNotices]], take);
  takeAll([...ledger.agreements], take);
  takeAll([ledger.fatal, ledger.missing, [...ledger.broken.values()], [...ledger.doubtful.keys()]], take);
}

/**
 * A hundred thousand entries: only what counts of each, one by one, as no list is to be made for each.
 *
 * Client and work type are told by their places, each among those whose names are taken too.
 */
function takeEntries({ archive, clients, entries }: Ledger, take: TakePart): void {
  // Of the archive its digest tells, whether it was read or not.
  if (archive) take(archive.digest);
  const places = new Map([...clients.keys()].map((key, place) => [key, place]));
  const types = new Map<WorkType, number>();
  for (const entry of entries) {
    if (archive && entry.archived !== undefined) continue;
    take(places.get(entry.clientKey) ?? entry.clientKey);
    take(entry.date);
    take(entry.start);
    take(entry.worked);
    take(entry.typedCharge);
    take(valueAt(types, entry.workType, () => types.size));
    take(entry.what);
  }
  takeAll([...types.keys()], take);
}

/** No cell shows the tax of a block either, but for what has become of its agreement. */
function takeBlock(block: Block, take: TakePart): void {
  for (const [name, part] of Object.entries(block))
    if (name !== 'tax' && name !== 'typedTax') takeAll(part, take);
}

function takeAll(part: unknown, take: TakePart): void {
  if (typeof part !== 'object' || part === null) take(part as Parameters<TakePart>[0]);
  else for (const each of Object.values(part)) takeAll(each, take);
}
