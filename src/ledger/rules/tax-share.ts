import { type Decimal, decimal } from '../units/decimal';
import { type MinorUnits, taxOn } from '../units/money';

/** The share that gives this tax to the cent, in whole percent or tenths or hundredths of one; nothing where none does. */
export function knownShare(
  net: MinorUnits,
  tax: MinorUnits,
  likely: readonly Decimal[] = [],
): Decimal | undefined {
  if (net === 0) return undefined;
  const rounded = [2, 3, 4].map(places => decimal(Number((tax / net).toFixed(places))));
  return [...likely, ...rounded].find(share => taxOn(net, share) === tax);
}
