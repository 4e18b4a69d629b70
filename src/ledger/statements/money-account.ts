import { type CurrencyFigures, moneyOf } from '../rules/money';
import { deferredRevenue, type OpenBlock } from '../rules/open-block';
import type { SettledClient } from '../rules/settle';
import type { CalendarDate } from '../units/calendar-date';
import type { Currency, MinorUnits } from '../units/money';

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

type Sums = Record<'added' | 'used' | 'removed' | 'expired', number>;

/** Compares a client's account at the end of a period with its account on the day before it began. */
export function moneyAccounts(before: SettledClient, after: SettledClient): MoneyAccount[] {
  const [sumsBefore, sumsAfter] = [sumsOf(before), sumsOf(after)];
  const earlier = new Map(moneyOf(before).map(each => [each.currency, each]));
  return moneyOf(after).map((now: CurrencyFigures) => {
    const { currency, value, saved } = now;
    const then = earlier.get(currency) || { value: 0, saved: 0 };
    const [from, to] = [sumsBefore.get(currency) || nothing, sumsAfter.get(currency) || nothing];
    const moved = (sum: keyof Sums) => (to[sum] - from[sum]) as MinorUnits;
    return {
      currency,
      opening: then.value as MinorUnits,
      added: moved('added'),
      used: moved('used'),
      removed: moved('removed'),
      expired: moved('expired'),
      closing: value,
      saved: (saved - then.saved) as MinorUnits,
      savedSoFar: saved,
    };
  });
}

const nothing: Sums = { added: 0, used: 0, removed: 0, expired: 0 };

/** Where the prices of the blocks have gone that were usable at some time; the rest of them is their value. */
function sumsOf({ account, asOf }: SettledClient): ReadonlyMap<Currency, Sums> {
  const sums = new Map<Currency, Sums>();
  for (const open of account.opened) {
    if (!wasUsable(open, asOf)) continue;
    const { block, value, state } = open;
    const sum = sums.get(block.currency) || nothing;
    sums.set(block.currency, {
      added: sum.added + block.price,
      used: sum.used + value.work,
      removed: sum.removed + value.correction + value.removal,
      expired: sum.expired + (state === 'expired' ? deferredRevenue(open) : 0),
    });
  }
  return sums;
}

/** Whether its first usable day has come, before it expired. */
function wasUsable({ block, firstUsable, expires }: OpenBlock, asOf: CalendarDate): boolean {
  return block.kind !== 'Overage invoice' && firstUsable <= asOf && firstUsable <= expires;
}
