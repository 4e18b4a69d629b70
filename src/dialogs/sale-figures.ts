import type { Settings } from '../ledger/model/settings';
import { effectiveRate, type Offer, type PriceTerms } from '../ledger/selling/offer';
import type { Pricing } from '../ledger/selling/pricing';
import { otherOffers } from '../ledger/selling/suggestions';
import type { MinorUnits } from '../ledger/units/money';
import { hoursText } from '../ledger/units/seconds';
import { button, part, tableRow } from './page';
import { moneyFor } from './reader';

/** Shows what the typed figures come to, at once and without asking the script. */
export function showPrice(pricing: Pricing | undefined, taxName: string): void {
  part('total').textContent = pricing ? totalLine(pricing, taxName) : '–';
  part('rate').textContent = pricing ? rateLine(pricing) : 'Type hours, rate and discount to see the price.';
}

function totalLine({ offer: { price, tax, total }, terms: { currency } }: Pricing, taxName: string): string {
  const money = (amount: MinorUnits) => moneyFor(amount, currency);
  return tax === 0 ? money(price) : `${money(price)} + ${money(tax)} ${taxName} = ${money(total)}`;
}

function rateLine({ offer, terms: { currency } }: Pricing): string {
  const saving = (offer.normalPrice - offer.price) as MinorUnits;
  const rate = `${moneyFor(effectiveRate(offer), currency)} an hour`;
  return saving > 0 ? `${rate}; saves ${moneyFor(saving, currency)} against the normal rate` : rate;
}

/** What other sizes would cost; a button in each row takes its hours. */
export function showSizes(
  terms: PriceTerms,
  rates: Pick<Settings, 'rateCards'>,
  choose: (offer: Offer) => void,
): void {
  const body = part('sizes');
  const rows = otherOffers(terms, rates).map(offer => sizeRow(offer, terms, choose));
  const text = rows.map(row => row.textContent).join('\n');
  // A row that is replaced under the pointer would lose the click.
  if (body.dataset.text === text) return;
  body.dataset.text = text;
  body.replaceChildren(...rows);
}

function sizeRow(offer: Offer, { currency }: PriceTerms, choose: (offer: Offer) => void): HTMLElement {
  const hours = hoursText(offer.hours);
  const take = button(hours, () => choose(offer), `Take ${hours}`);
  const money = (amount: MinorUnits) => moneyFor(amount, currency);
  return tableRow(take, money(offer.price), money(effectiveRate(offer)));
}
