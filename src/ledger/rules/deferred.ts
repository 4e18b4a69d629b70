import type { Settings } from '../model/settings';
import type { CalendarDate } from '../units/calendar-date';
import { type MinorUnits, noMoney } from '../units/money';
import { deferredRevenue, type OpenBlock } from './open-block';
import { bookingDate } from './receivables';

/**
 * What a block owes in work as the books see it, worked out from the block alone.
 *
 * With `wait` an unpaid block is not in the books yet; with breakage nothing is owed for hours that have expired.
 */
export function deferredInBooks(
  open: OpenBlock,
  { unpaidBlocks, expiredHours }: Pick<Settings, 'unpaidBlocks' | 'expiredHours'>,
  asOf: CalendarDate,
): MinorUnits {
  const isBroken = open.state === 'expired' && expiredHours === 'breakage';
  const isBooked = open.state !== 'later' && bookingDate(open.block, unpaidBlocks) <= asOf;
  return isBooked && !isBroken ? deferredRevenue(open) : noMoney;
}
