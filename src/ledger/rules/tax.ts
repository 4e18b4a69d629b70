import type { Block } from '../model/block';
import type { Decimal } from '../units/decimal';
import { amountOf, type MinorUnits, noMoney, taxOn } from '../units/money';

/** Of a row's net amount: the tax as typed, else the client's share; only what is invoiced or given back is taxed. */
export function taxOfRow(
  { kind, typedTax, currency }: Pick<Block, 'kind' | 'typedTax' | 'currency'>,
  net: MinorUnits,
  share: Decimal,
): MinorUnits {
  if (kind !== 'Purchase' && kind !== 'Overage invoice' && kind !== 'Refund') return noMoney;
  return typedTax ? amountOf(typedTax, currency) : taxOn(net, share);
}
