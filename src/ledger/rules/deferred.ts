import type { Block } from '../model/block';
import type { Settings } from '../model/settings';
import { minus, negative, plus } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { type MinorUnits, noMoney, shareOf } from '../units/money';
import type { Seconds } from '../units/seconds';
import type { Account } from './account';
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
  const isBooked = bookingDate(open.block, unpaidBlocks) <= asOf;
  return isBooked && !isBroken ? deferredRevenue(open) : noMoney;
}

/** What hours used before this workbook are worth while so many of them are covered: earned there, and not paid. */
export function broughtForward({ price, hours }: Block, covered: Seconds): MinorUnits {
  return hours < 0 ? negative(minus(price, shareOf(price, covered, negative(hours)))) : noMoney;
}

/** What a minus row owes in work: less than nothing for an overdraft, and more while a transfer is under way. */
export function deferredByRow(
  row: Block,
  { takings }: Pick<Account, 'takings'>,
  asOf: CalendarDate,
): MinorUnits {
  if (row.hours >= 0) return noMoney;
  const taking = takings.get(row);
  const overdraft = row.kind === 'Opening' && taking ? broughtForward(row, taking.drawn) : noMoney;
  return plus(negative(overdraft), underWay(row, asOf));
}

function underWay({ movedWith, date, price }: Block, asOf: CalendarDate): MinorUnits {
  if (!movedWith) return noMoney;
  const [hasLeft, hasCome] = [date <= asOf, movedWith.date <= asOf];
  if (hasLeft === hasCome) return noMoney;
  return hasLeft ? negative(price) : price;
}
