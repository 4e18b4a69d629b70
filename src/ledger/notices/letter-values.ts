import { type CurrencyFigures, moneyOf } from '../rules/money';
import type { Offer } from '../selling/offer';
import { negative } from '../units/amounts';
import { shortened } from '../units/plain-json';
import type { Seconds } from '../units/seconds';
import type { Placeholder, PlaceholderValues } from '../words/mail-placeholders';
import { owedInAll } from './letter-facts';
import { periodIn } from './monthly-block';
import type { About, Occasion } from './occasion';

/** Names may be as long as a cell holds; a mail is no place for that. */
const longestValue = 200;

/** What the placeholders of a template stand for; blank where there is nothing of the kind. */
export function letterValues({
  settled,
  settings,
  standing,
  ending: [ending],
  runsOut,
  local,
  occasion,
  offer,
  payment,
  page,
}: About & {
  readonly occasion: Occasion;
  readonly offer: Offer | undefined;
  /** Where, or how, the offer is paid; blank where there is none. */
  readonly payment: string;
  /** The address of the client's own page; blank where it has none. */
  readonly page: string;
}): PlaceholderValues {
  const { client } = settled;
  const { hoursLeft, newest, level, expiredUnused } = standing;
  const { firmName, senderName } = settings;
  const { currency } = client.terms;
  const hours = (time: Seconds) => (time > 0 ? local.hours(time) : '');
  const firstDue = occasion.levels.find(({ owed }) => owed)?.owed?.due;
  const figures = moneyOf(settled);
  const money = (of: (each: CurrencyFigures) => CurrencyFigures['value']) =>
    figures.flatMap(each => (of(each) > 0 ? [local.money(of(each), each.currency)] : [])).join(' + ');
  const values: PlaceholderValues = {
    contact: client.contact || client.name,
    client: client.name,
    'hours left': local.hours(hoursLeft),
    'hours bought': newest ? local.hours(newest.hours) : '',
    'hours over': hours(negative(hoursLeft)),
    'hours expired': level === 'expired' ? hours(expiredUnused) : '',
    'hours ending': ending ? hours(ending.left) : '',
    'ends on': ending ? local.date(ending.expires) : '',
    worth: money(({ value }) => value),
    saved: money(({ saved }) => saved),
    'runs out': runsOut ? local.date(runsOut.date) : '',
    'order by': runsOut ? local.date(runsOut.orderBy) : '',
    'offer hours': offer ? local.hours(offer.hours) : '',
    'offer price': offer ? local.money(offer.price, currency) : '',
    'offer total': offer ? local.money(offer.total, currency) : '',
    'first notice': occasion.firstNotice === undefined ? '' : local.date(occasion.firstNotice),
    'amount due': owedInAll(occasion, local),
    'due on': firstDue === undefined ? '' : local.date(firstDue),
    period: periodWords(occasion, local),
    'payment link': payment,
    'client page': page,
    firm: firmName,
    sender: senderName || firmName,
  };
  const short = Object.entries(values).map(([name, value]) => [
    name,
    shortened(oneLine(value), longestValue),
  ]);
  return Object.fromEntries(short) as Record<Placeholder, string>;
}

/** The days of the month that a statement is about. */
function periodWords({ levels }: Pick<Occasion, 'levels'>, local: About['local']): string {
  const about = levels.find(({ level }) => level === 'statement');
  const period = about && periodIn(about.block);
  return period ? `${local.date(period.from)} – ${local.date(period.to)}` : '';
}

/** Hard spaces stay: they keep a figure and its unit together. */
function oneLine(text: string): string {
  return text.replace(/[^\S\u00a0]+/g, ' ');
}
