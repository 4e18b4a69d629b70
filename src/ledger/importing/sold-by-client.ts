import type { ClientTerms } from '../model/settings';
import type { NewRow } from '../reading/with-rows';
import { decimal } from '../units/decimal';
import { groupsOf } from '../units/groups';
import { counted } from '../units/local-text';
import { amountOf, currencyOf, minorUnits, moneyText, priceOf } from '../units/money';
import { foldName } from '../units/names';
import { hoursText, seconds } from '../units/seconds';

type OwnTerms = Pick<ClientTerms, 'normalRate' | 'currency'>;

/** What a blank cell of a block takes: its client's terms, else the firm's. */
export interface SaleTerms {
  readonly terms: OwnTerms;
  readonly own: readonly (readonly [key: string, terms: OwnTerms])[];
}

/** How many blocks, hours and how much money each client has in new rows of Blocks, as `Acme: 2 blocks, 30 h, $2,700.00`. */
export function soldByClient(rows: readonly NewRow[], { terms, own }: SaleTerms): string[] {
  const termsOf = new Map(own);
  return [...groupsOf(rows, ({ Client }) => foldName(String(Client)))].map(([key, blocks]) => {
    const time = seconds(blocks.reduce((sum, { Hours }) => sum + secondsOf(Hours), 0));
    const money = groupsOf(
      blocks.map(row => saleOf(row, termsOf.get(key) ?? terms)),
      ({ currency }) => currency,
    );
    const sums = [...money].map(([currency, all]) =>
      moneyText(minorUnits(all.reduce((sum, { price }) => sum + price, 0)), currency),
    );
    return `${blocks[0]?.Client}: ${[counted(blocks.length, 'block'), hoursText(time), ...sums].join(', ')}`;
  });
}

function secondsOf(hours: NewRow[string] = 0): number {
  return Math.round(Number(hours) * 3600);
}

function saleOf(row: NewRow, terms: OwnTerms) {
  const number = (header: string) => {
    const cell = row[header] ?? '';
    return cell === '' ? undefined : decimal(Number(cell));
  };
  const currency = currencyOf(String(row.Currency ?? '')) ?? terms.currency;
  const [typed, rate] = [number('Price'), number('Normal rate') ?? terms.normalRate];
  const isFree = row.Kind === 'Goodwill';
  const worth = () =>
    priceOf(seconds(secondsOf(row.Hours)), rate, number('Discount / h') ?? decimal(0), currency);
  return { currency, price: typed ? amountOf(typed, currency) : isFree ? minorUnits(0) : worth() };
}
