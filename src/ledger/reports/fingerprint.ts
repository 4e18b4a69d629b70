import type { Block } from '../model/block';
import type { PassingLedger } from '../model/ledger';
import { rulesVersion } from '../model/version';
import { digestOfWork } from '../rules/work-digest';

/** Takes the parts of a ledger one after the other; whoever hashes them decides how. */
export type TakePart = (part: string | number | boolean | undefined) => void;

/**
 * Hands over everything that a cell function's answer depends on, in one fixed order.
 *
 * It is the ledger as parsed, not the cells: 1:30 typed as 1.5 changes nothing, a row that cannot be read any more does.
 */
export function fingerprint(ledger: PassingLedger, take: TakePart): void {
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
  takeWork(ledger, take);
  for (const block of ledger.blocks) takeBlock(block, take);
  takeAll([[...ledger.lastNotices], [...ledger.sentNotices]], take);
  takeAll([...ledger.agreements], take);
  takeAll([ledger.fatal, ledger.missing, [...ledger.broken.values()], [...ledger.doubtful.keys()]], take);
}

/** Of the archive its digest tells, whether it was read or not. */
function takeWork({ archive, entries, workDigest }: PassingLedger, take: TakePart): void {
  if (archive) take(archive.digest);
  take(workDigest ?? digestOfWork(entries));
}

/** No cell shows the tax of a block either, but for what has become of its agreement. */
function takeBlock(block: Block, take: TakePart): void {
  // No list of its parts is made, for there are thousands of blocks.
  for (const name in block)
    if (name !== 'tax' && name !== 'typedTax') takeAll(block[name as keyof Block], take);
}

function takeAll(part: unknown, take: TakePart): void {
  if (typeof part !== 'object' || part === null) take(part as Parameters<TakePart>[0]);
  else for (const each of Object.values(part)) takeAll(each, take);
}
