import type { Pace } from '../rules/run-out';
import type { Offer } from '../selling/offer';
import { lastsFor, type RenewalOffers } from '../selling/renewal-sizes';
import type { About } from './letter';

/** The offer in words: the size that is proposed, then the others. */
export interface LetterOffer {
  readonly title: string;
  readonly price: string;
  /** What else there is to say of the price: without prepayment, with tax, and how long it lasts. */
  readonly notes: readonly string[];
  readonly others: readonly OtherOffer[];
  /** On the button that leads to the payment. */
  readonly renew: string;
}

export interface OtherOffer {
  readonly hours: string;
  readonly price: string;
  /** How long it lasts; blank where there is no pace. */
  readonly lasts: string;
}

export function letterOffer(
  { main, others }: RenewalOffers,
  pace: Pace | undefined,
  about: About,
): LetterOffer {
  const { settled, settings, local, words } = about;
  const { currency } = settled.client.terms;
  const money = (amount: Offer['price']) => local.money(amount, currency);
  const lasts = ({ hours }: Offer) => (pace ? lastsText(lastsFor(hours, pace), about) : '');
  const { hours, price, normalPrice, tax, total } = main;
  const notes = [
    normalPrice > price ? words.instead(money(normalPrice)) : '',
    tax > 0 ? words.taxed(money(tax), settings.taxName, money(total)) : '',
    lasts(main),
  ];
  return {
    title: words.another(local.hours(hours)),
    price: money(price),
    notes: notes.filter(note => note !== ''),
    others: others.map(each => ({
      hours: local.hours(each.hours),
      price: money(each.price),
      lasts: lasts(each),
    })),
    renew: words.renew(local.hours(hours)),
  };
}

function lastsText(lasts: ReturnType<typeof lastsFor>, { words }: About): string {
  return words.lasts('weeks' in lasts ? words.weeks(lasts.weeks) : words.months(lasts.months));
}
