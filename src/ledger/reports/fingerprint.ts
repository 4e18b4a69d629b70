import type { Ledger } from '../ledger';

/** Raised when the rules change what the same cells come to, so that no stamp of older rules still holds. */
const rulesVersion = 1;

/** Takes the parts of a ledger one after the other; whoever hashes them decides how. */
export type TakePart = (part: string | number | boolean | undefined) => void;

/**
 * Hands over everything that a cell function's answer depends on, in one fixed order.
 *
 * It is the ledger as parsed, not the cells: 1:30 typed as 1.5 changes nothing, a row that cannot be read any more does.
 */
export function fingerprint(ledger: Ledger, take: TakePart): void {
  const { settings } = ledger;
  take(rulesVersion);
  for (const value of [settings.today, settings.unpaidBlocks, settings.warnBeforeExpiry, settings.paceWeeks])
    take(value);
  for (const { key, name, active, terms } of ledger.clients.values()) {
    take(key);
    take(name);
    take(active);
    for (const { digits, scale } of [terms.normalRate, terms.warnAtShare]) {
      take(digits);
      take(scale);
    }
    for (const value of [
      terms.currency,
      terms.roundUpTo,
      terms.minimum,
      terms.roundPer,
      terms.overage,
      terms.warnAt,
    ]) {
      take(value);
    }
  }
  for (const block of ledger.blocks) {
    take(block.normalRate.digits);
    take(block.normalRate.scale);
    for (const value of [block.number, block.row, block.clientKey, block.date, block.hours, block.kind])
      take(value);
    for (const value of [
      block.price,
      block.currency,
      block.starts,
      block.expires,
      block.paidOn,
      block.reference,
    ])
      take(value);
  }
  for (const { clientKey, date, start, worked, typedCharge, workType, what } of ledger.entries) {
    take(clientKey);
    take(date);
    take(start);
    take(worked);
    take(typedCharge);
    take(workType.name);
    take(workType.billable);
    take(workType.multiplier.digits);
    take(workType.multiplier.scale);
    take(what);
  }
  for (const [client, day] of ledger.lastNotices) {
    take(client);
    take(day);
  }
  for (const issue of [...ledger.fatal, ...[...ledger.broken.values()].flat()]) {
    take(issue.tab);
    take(issue.row);
    take(issue.message);
  }
}
