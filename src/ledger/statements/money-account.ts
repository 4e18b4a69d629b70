import { type CurrencyFigures, moneyOf } from '../rules/money';
import { deferredRevenue, type OpenBlock } from '../rules/open-block';
import type { SettledClient } from '../rules/settle';
import { minus, plus, sumOf } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import type { Currency, MinorUnits } from '../units/money';
import { noMoney } from '../units/money';

/** What the prepaid hours of one currency were worth: opening + added − used − removed − expired = closing. */
export interface MoneyAccount {
  readonly currency: Currency;
  readonly opening: MinorUnits;
  /** Prices of the blocks whose first usable day it was. */
  readonly added: MinorUnits;
  readonly used: MinorUnits;
  readonly removed: MinorUnits;
  readonly expired: MinorUnits;
  readonly closing: MinorUnits;
  /** By prepaying, in this period and since the first block. */
  readonly saved: MinorUnits;
  readonly savedSoFar: MinorUnits;
}

type Sums = Record<'added' | 'used' | 'removed' | 'expired', MinorUnits>;

/** Compares a client's account at the end of a period with its account on the day before it began. */
export function moneyAccounts(before: SettledClient, after: SettledClient): MoneyAccount[] {
  const [sumsBefore, sumsAfter] = [sumsOf(before), sumsOf(after)];
  const earlier = new Map(moneyOf(before).map(each => [each.currency, each]));
  return moneyOf(after).map((now: CurrencyFigures) => {
    const { currency, value, saved } = now;
    const then = earlier.get(currency) || { value: noMoney, saved: noMoney };
    const [from, to] = [sumsBefore.get(currency) || nothing, sumsAfter.get(currency) || nothing];
    const moved = (sum: keyof Sums) => minus(to[sum], from[sum]);
    return {
      currency,
      opening: then.value,
      added: moved('added'),
      used: moved('used'),
      removed: moved('removed'),
      expired: moved('expired'),
      closing: value,
      saved: minus(saved, then.saved),
      savedSoFar: saved,
    };
  });
}

const nothing: Sums = { added: noMoney, used: noMoney, removed: noMoney, expired: noMoney };

/** Where the prices of the blocks have gone that were usable at some time; the rest of them is their value. */
function sumsOf({ account, asOf }: SettledClient): ReadonlyMap<Currency, Sums> {
  const sums = new Map<Currency, Sums>();
  for (const open of account.opened) {
    if (!wasUsable(open, asOf)) continue;
    const { block, value, state } = open;
    const sum = sums.get(block.currency) || nothing;
    sums.set(block.currency, {
      added: plus(sum.added, block.price),
      used: plus(sum.used, value.work),
      removed: sumOf([sum.removed, value.correction, value.removal]),
      expired: plus(sum.expired, state === 'expired' ? deferredRevenue(open) : noMoney),
    });
  }
  return sums;
}

/** Whether its first usable day has come; where it was paid after its last, its hours came and went. */
function wasUsable({ block, firstUsable }: OpenBlock, asOf: CalendarDate): boolean {
  return block.kind !== 'Overage invoice' && firstUsable <= asOf;
}
