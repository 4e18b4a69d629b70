import { amountNumber, type Currency, currencyDecimals, type MinorUnits } from '../ledger/units/money';

/** Money as the reader's language writes it: `$1,800.00`, `1.800,00 $`. */
export function moneyFor(amount: MinorUnits, currency: Currency): string {
  const decimals = currencyDecimals(currency);
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const format = new Intl.NumberFormat(undefined, { style: 'currency', currency, ...digits });
  return format.format(amountNumber(amount, currency));
}
