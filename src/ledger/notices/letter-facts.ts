import { moneyOf } from '../rules/money';
import type { Pace } from '../rules/run-out';
import type { Offer } from '../selling/offer';
import { lastsFor, type RenewalOffers } from '../selling/renewal-sizes';
import { hoursInput } from '../selling/suggestions';
import { addDays, later } from '../units/calendar-date';
import { plainAmount } from '../units/money';
import { shortened } from '../units/plain-json';
import { noTime, type Seconds } from '../units/seconds';
import { isWebAddress, mailAddress } from '../units/web-address';
import { careText } from '../words/care-work';
import { paymentLink } from '../words/payment-link';
import type { About } from './occasion';

/** A figure with its label. */
export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A client with more blocks than these that end soon reads the rest in a statement. */
const mostEndings = 5;

/** What there is to say of hours and money, where there is any; by when to order only where an order is asked for. */
export function factsOf(about: About, asksForOrder: boolean): Fact[] {
  return [
    ...endingFacts(about),
    ...moneyFacts(about),
    ...runOutFacts(about).slice(0, asksForOrder ? 2 : 1),
    ...hourFacts(about),
    ...careFacts(about),
  ];
}

function endingFacts({ ending, local, words }: About): Fact[] {
  const shown = ending.slice(0, mostEndings).map(({ block, left, expires }) => ({
    label: words.endsOn(local.date(expires)),
    value: `${local.hours(left)} (${block.number.slice(0, 30)})`,
  }));
  const rest = ending.length - shown.length;
  return shown.map((fact, index) =>
    rest > 0 && index === shown.length - 1
      ? { ...fact, value: `${fact.value}, ${words.andMore(rest)}` }
      : fact,
  );
}

function moneyFacts({ settled, local, words }: About): Fact[] {
  return moneyOf(settled).flatMap(({ value, saved, currency }) => [
    ...(value > 0 ? [{ label: words.worth, value: local.money(value, currency) }] : []),
    ...(saved > 0 ? [{ label: words.saved, value: local.money(saved, currency) }] : []),
  ]);
}

function runOutFacts({ runsOut, local, words }: About): Fact[] {
  if (!runsOut) return [];
  const [date, first, last] = [runsOut.date, runsOut.first, runsOut.last].map(local.date) as [
    string,
    string,
    string,
  ];
  const range = first === last ? '' : ` (${words.between(first, last)})`;
  return [
    { label: words.runsOut, value: words.about(date) + range },
    { label: words.orderBy, value: local.date(runsOut.orderBy) },
  ];
}

function hourFacts({ settled: { account }, standing, local, words }: About): Fact[] {
  const { notYetUsable, waiting, toInvoice } = account;
  const expired = standing.level === 'expired' ? standing.expiredUnused : noTime;
  const figures: [Seconds, string, (hours: string) => string][] = [
    [expired, words.expiredUnused, String],
    [notYetUsable, words.notYetUsable, String],
    [waiting.total, words.beyond, words.waits],
    [toInvoice.total, words.beyond, words.invoiced],
  ];
  const some = figures.filter(([time]) => time > 0);
  return some.map(([time, label, inWords]) => ({ label, value: inWords(local.hours(time)) }));
}

/** What was looked after in so many days, today among them, but not before the newest purchase. */
const careDays = 90;

function careFacts({ settled: { client, asOf }, standing: { newest }, care, local, words }: About): Fact[] {
  if (!care) return [];
  const since = addDays(asOf, 1 - careDays);
  const from = later(since, newest?.date ?? since);
  const value = careText(client.key, care, { from, to: asOf }, words.care);
  return value === '' ? [] : [{ label: words.careSince(local.date(from)), value }];
}

/** How a client says yes to a size without a login: a mail that only waits to be sent. */
export interface SayYes {
  readonly sayYes: string;
  /** Blank where nobody is named to whom it could go. */
  readonly yes: string;
}

/** The offer in words: the size that is proposed, then the others. */
export interface LetterOffer extends SayYes {
  readonly title: string;
  readonly price: string;
  /** What else there is to say of the price: without prepayment, with tax, and how long it lasts. */
  readonly notes: readonly string[];
  readonly others: readonly OtherOffer[];
  /** On the button that leads to the payment. */
  readonly renew: string;
}

export interface OtherOffer extends SayYes {
  readonly hours: string;
  readonly price: string;
  /** How long it lasts; blank where there is no pace. */
  readonly lasts: string;
  /** Where this size is paid; blank where there is no address for it. */
  readonly pay: string;
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
    ...sayYes(main, about),
    others: others.map(each => ({
      hours: local.hours(each.hours),
      price: money(each.price),
      lasts: lasts(each),
      ...sayYes(each, about),
      pay: ownLink(each, main, about),
    })),
    renew: words.renew(local.hours(hours)),
  };
}

const longestName = 80;

/** The client's program opens with one sentence and a subject that names size, client and block. */
function sayYes(
  { hours, price, total, tax }: Offer,
  { settled, settings, standing, local, words }: About,
): SayYes {
  const to = settings.replyTo || (settings.officeManagerEmail.split(',')[0] ?? '').trim();
  const size = local.hours(hours);
  const money = (amount: Offer['price']) => local.money(amount, settled.client.terms.currency);
  const about = [shortened(settled.client.name, longestName), standing.newest?.number ?? ''] as const;
  const cost = tax > 0 ? words.inAll(money(price), money(total)) : money(price);
  return {
    sayYes: words.sayYes(size),
    yes: to === '' ? '' : mailAddress(to, words.yesSubject(size, ...about), words.yesBody(size, cost)),
  };
}

/** Where another size is paid; blank where one address, or an account in words, serves every size. */
function ownLink(offer: Offer, main: Offer, about: About): string {
  const link = paymentOf(offer, about);
  return isWebAddress(link) && link !== paymentOf(main, about) ? link : '';
}

/** *Payment link* filled in for one size. */
export function paymentOf({ hours, total }: Offer, { settled, settings, standing }: About): string {
  const { currency } = settled.client.terms;
  return paymentLink(settings.paymentLink, {
    'offer total': plainAmount(total, currency),
    'offer hours': hoursInput(hours),
    currency,
    block: standing.newest?.number ?? '',
    client: settled.client.name,
  });
}

function lastsText(lasts: ReturnType<typeof lastsFor>, { words }: About): string {
  return words.lasts('weeks' in lasts ? words.weeks(lasts.weeks) : words.months(lasts.months));
}
