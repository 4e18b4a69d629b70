import type { Ledger } from '../model/ledger';
import { type Level, type MailKind, type MailTexts, mailKindOf, mailParts } from '../model/levels';
import type { NoticeRow } from '../model/notice-row';
import { never } from '../rules/open-block';
import type { SettledClient } from '../rules/settle';
import { type Standing, standingOf } from '../rules/standing';
import { asPromised } from '../selling/promise';
import { type RenewalOffers, recentWork, renewalOffers } from '../selling/renewal-sizes';
import { greater, lesser, minus, sizeOf } from '../units/amounts';
import type { Language } from '../units/language';
import type { LocalText } from '../units/local-text';
import type { Currency } from '../units/money';
import { shortened } from '../units/plain-json';
import { noTime, type Seconds } from '../units/seconds';
import type { CareWork } from '../words/care-work';
import { localText } from '../words/local-text';
import type { MailWords } from '../words/mail-words';
import { fillTexts, type Templates, wordsIn } from '../words/templates';
import type { DueLevel } from './due';
import {
  type Fact,
  factsOf,
  type LetterOffer,
  letterOffer,
  owedFacts,
  owedInAll,
  paymentOf,
  paymentOfBill,
} from './letter-facts';
import { letterValues } from './letter-values';
import type { About, Ending, Occasion } from './occasion';
import { runOutOf } from './run-out-range';

/** The newest work, as the client reads it. */
type Lately = readonly { readonly date: string; readonly what: string; readonly hours: string }[];

const latelyRows = 5;
const longestLine = 120;

/** The newest charged work up to the day, in the words of the sheet. */
function latelyOf({ entries, asOf }: SettledClient, local: LocalText, words: MailWords): Lately {
  const charged = entries.filter(({ entry, charged: time }) => entry.date <= asOf && time > 0);
  const newest = charged.slice(-latelyRows).reverse();
  return newest.map(({ entry: { date, what, workType }, charged: time }) => ({
    date: local.shortDate(date),
    what: shortened((what || workType.name || words.work).replace(/\s+/g, ' '), longestLine),
    hours: local.hours(time),
  }));
}

/** What letters are written from, whoever they go to. */
export interface Stationery {
  readonly ledger: Ledger;
  readonly templates: Templates;
  /** Every notice so far: they tell how long a client takes to pay, and what it was offered. */
  readonly notices: readonly Pick<NoticeRow, 'block' | 'state' | 'sentAt' | 'figures'>[];
  /** What was looked after, and what was fixed; nothing in a workbook that keeps no care. */
  readonly care?: CareWork;
  /** The addresses of clients' own pages, by the client's key; nothing where no web app shows any. */
  readonly pages?: ReadonlyMap<string, string>;
}

/** The colour of a mail, by the words of the state that it shows. */
export type Tone = 'fine' | 'low' | 'used-up' | 'expiring';

/** One mail in words; HTML and plain text show the same. */
export interface Letter {
  readonly language: Language;
  readonly tone: Tone;
  /** What the office manager may write. */
  readonly texts: MailTexts;
  /** The one figure that matters, and what it is. */
  readonly amount: string;
  readonly caption: string;
  /** Nothing where a bar would say nothing. */
  readonly bar: { readonly left: Seconds; readonly bought: Seconds; readonly text: string } | undefined;
  readonly facts: readonly Fact[];
  readonly lately: Lately;
  /** Nothing for who has just renewed. */
  readonly offer: LetterOffer | undefined;
  readonly paymentLink: string;
  /** On its button, where that is not what the offer says. */
  readonly linkLabel: string;
  /** The client's own page; blank where it has none or its texts name it already, and not there in letters of long ago. */
  readonly page?: string;
  /** What the mail says, as numbers. */
  readonly figures: {
    readonly hoursLeft: Seconds;
    readonly offers: RenewalOffers | undefined;
    readonly currency: Currency;
  };
}

/** The occasion of a notice: its worst level gives the mail its words. */
export function noticeOf(due: readonly DueLevel[]): Occasion {
  const [worst] = due as readonly [DueLevel, ...DueLevel[]];
  const { firstNotice } = worst;
  return { kind: mailKindOf(worst.level), levels: due, ...(firstNotice !== undefined && { firstNotice }) };
}

/**
 * Writes what a client is told, in its language.
 *
 * Only what the client may see, so no staff and no internal notes.
 */
export function letterTo(settled: SettledClient, stationery: Stationery, occasion: Occasion): Letter {
  const { client } = settled;
  const { ledger, templates, notices, care } = stationery;
  const { settings } = ledger;
  const language = occasion.language ?? client.language;
  const [local, words] = [localText(language), wordsIn(language)];
  const standing = standingOf(settled, settings);
  const isAccount = occasion.kind === 'statement';
  const ending = occasion.ending ?? (isAccount ? endsOf(settled) : endingOf(standing, occasion));
  const runsOut = runOutOf(settled, settings.paceWeeks, notices);
  const work = recentWork(settled, settings);
  const offers = offersTo(settled, stationery, occasion, work);
  const about = { settled, settings, standing, ending, runsOut, care, local, words };
  const isBill = occasion.kind === 'unpaid';
  const payment = offers ? paymentOf(offers.main, about) : '';
  const page = stationery.pages?.get(client.key) ?? '';
  const values = letterValues({ ...about, occasion, offer: offers?.main, payment, page });
  const texts = {
    ...fillTexts(templates, occasion.kind, language, values),
    ...planning(occasion, offers, words),
  };
  return {
    language,
    tone: toneOf(occasion.kind, standing),
    texts,
    ...(isBill ? billOf(occasion, about) : figureOf(occasion.kind, about)),
    facts: isBill ? owedFacts(occasion, about) : factsOf(about, offers !== undefined),
    lately: isBill ? [] : latelyOf(settled, local, words),
    offer: offers && letterOffer(offers, work.pace, about),
    paymentLink: isBill ? paymentOfBill(occasion, about) : payment,
    linkLabel: isBill ? words.pay : '',
    page: mailParts.some(part => texts[part].includes(values['client page'])) ? '' : page,
    figures: { hoursLeft: standing.hoursLeft, offers, currency: client.terms.currency },
  };
}

/**
 * What a mail offers: nothing to who has just renewed, and nothing where hours only end and enough are left.
 *
 * A reminder offers what the mail before has offered.
 */
export function offersTo(
  settled: SettledClient,
  { ledger: { settings }, notices }: Stationery,
  { kind }: Occasion,
  work = recentWork(settled, settings),
): RenewalOffers | undefined {
  const { newest, level } = standingOf(settled, settings);
  if (
    !newest ||
    kind === 'thank you' ||
    kind === 'unpaid' ||
    kind === 'statement' ||
    (kind === 'expiring' && !level)
  )
    return undefined;
  const { terms } = settled.client;
  const about = { block: newest.number, asOf: settled.asOf };
  return asPromised(renewalOffers(newest, work, terms, settings), notices, about, terms, settings);
}

/** Hours that only end are to be worked off, so the mail asks when, and sells nothing. */
function planning(
  { kind }: Occasion,
  offers: RenewalOffers | undefined,
  words: MailWords,
): Partial<MailTexts> {
  return kind === 'expiring' && !offers ? { Offer: words.planWork, 'How to renew': '' } : {};
}

/** In the account of a month every end is said, of blocks that repeat too: nobody warns of these. */
function endsOf({ account }: SettledClient): readonly Ending[] {
  const open = account.opened.filter(
    ({ state, left, expires }) => state === 'usable' && left > 0 && expires < never,
  );
  return open.sort((a, b) => a.expires - b.expires);
}

function endingOf({ expiring }: Standing, { levels }: Occasion): readonly Ending[] {
  const named = levels.filter(({ level }) => level === 'expiring').map(({ block }) => block);
  const ending = expiring.filter(({ block }) => named.includes(block.number));
  return ending.sort((a, b) => a.expires - b.expires);
}

const tones: Readonly<Record<Level, Tone>> = {
  low: 'low',
  'used up': 'used-up',
  expired: 'used-up',
  expiring: 'expiring',
};

function toneOf(kind: MailKind, { level }: Standing): Tone {
  if (kind === 'thank you' || (kind === 'statement' && !level)) return 'fine';
  if (kind === 'unpaid') return 'low';
  return kind === 'reminder' || kind === 'statement' ? tones[level ?? 'low'] : tones[kind];
}

/** What is open in all, which stands in the place of the hours. */
function billOf(occasion: Occasion, { local, words }: About) {
  return { amount: owedInAll(occasion, local), caption: words.toPay, bar: undefined };
}

function figureOf(kind: MailKind, { standing, local, words }: About) {
  const { hoursLeft, newest, level, expiredUnused } = standing;
  const bought = newest ? newest.hours : noTime;
  // Hours that end soon, or that were left before a purchase, are no share of the newest one.
  if (kind === 'expiring' || hoursLeft > bought)
    return { amount: local.hours(hoursLeft), caption: words.leftInAll, bar: undefined };
  const unused = level === 'expired' ? expiredUnused : noTime;
  const used = lesser(minus(minus(bought, hoursLeft), unused), bought);
  const text = words.usedOf(local.hours(used), local.hours(bought));
  const isOver = hoursLeft < 0;
  return {
    amount: local.hours(sizeOf(hoursLeft)),
    caption: (isOver ? words.overOf : words.leftOf)(local.hours(bought)),
    // What ended unused may be more than the newest purchase.
    bar: used < 0 ? undefined : { left: greater(hoursLeft, noTime), bought, text },
  };
}
