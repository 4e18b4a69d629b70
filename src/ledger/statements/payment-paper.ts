import { dueOf, type RowMoney } from '../books/unpaid';
import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Settings } from '../model/settings';
import { linesOf, withLabel } from '../papers/paper';
import { isBilled } from '../rules/receivables';
import { knownShare } from '../rules/tax-share';
import { minus, plus, sizeOf } from '../units/amounts';
import type { CalendarDate } from '../units/calendar-date';
import { decimal } from '../units/decimal';
import type { Language } from '../units/language';
import { type Currency, type MinorUnits, noMoney, plainAmount, priceOf } from '../units/money';
import { hoursOf, type Seconds } from '../units/seconds';
import { wordsOf } from '../words/languages';
import { paperText, percentText } from '../words/local-text';
import { paymentLink } from '../words/payment-link';
import { hasInvoice } from './period-account';

type PaymentKind = 'Payment request' | 'Receipt' | 'Credit note';

/** Everything that a payment request, a receipt or a credit note says; once issued it is kept as it is. */
export interface PaymentPaper {
  /** `P-0001`, of a credit note `C-0001`; blank until it is issued. */
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly kind: PaymentKind;
  /** English in those issued before there were others. */
  readonly language?: Language;
  readonly firm: readonly string[];
  readonly to: readonly string[];
  /** By its number, and of which kind of row. */
  readonly block: string;
  readonly sold: Block['kind'];
  /** As typed in Blocks: a number of the firm's own, or the block that a refund comes from. */
  readonly reference: string;
  readonly date: CalendarDate;
  /** Until when it is to be paid. */
  readonly due: CalendarDate | undefined;
  readonly paidOn: CalendarDate | undefined;
  readonly expires: CalendarDate | undefined;
  /** Amounts of a credit note are above zero, too: what the client gets back. */
  readonly hours: Seconds;
  readonly net: MinorUnits;
  readonly tax: MinorUnits;
  /** Of the total, what has come so far. */
  readonly paid: MinorUnits;
  readonly currency: Currency;
  readonly taxName: string;
  /** What the hours cost without prepayment. */
  readonly normalPrice: MinorUnits;
  /** As in Settings: a web address, or words. */
  readonly payHere: string;
  /** The one it stands in place of, and what has become of its figures. */
  readonly corrects: { readonly number: string; readonly differences: readonly string[] } | undefined;
}

/** Which paper a row of Blocks has now; nothing for one that moves no money of the client. */
export function paymentKindOf(block: Block): PaymentKind | undefined {
  if (block.kind === 'Refund') return block.price < 0 ? 'Credit note' : undefined;
  if (!hasInvoice(block)) return undefined;
  return isBilled(block) && block.paidOn === undefined ? 'Payment request' : 'Receipt';
}

/** The paper as the ledger stands now. */
export function draftPayment(
  block: Block,
  client: Client,
  settings: Settings,
  { kind, open, taxBack }: RowMoney & { readonly kind: PaymentKind },
): PaymentPaper {
  const { date, currency, paidOn } = block;
  const isCredit = kind === 'Credit note';
  const [net, hours] = [sizeOf(block.price), sizeOf(block.hours)];
  // What is given back takes the tax of what it was sold with.
  const tax = isCredit ? taxBack : block.tax;
  const total = plus(net, tax);
  const { taxId, colon } = wordsOf(client.language).papers;
  const label = (id: string) => withLabel(id, taxId, colon);
  return {
    number: '',
    issuedOn: settings.today,
    kind,
    language: client.language,
    firm: linesOf(settings.firmName, settings.firmAddress, label(settings.firmTaxId)),
    to: linesOf(client.name, client.contact, client.address ?? '', label(client.taxId ?? '')),
    block: block.number,
    sold: block.kind,
    reference: block.reference,
    date,
    due: kind === 'Payment request' ? dueOf(block, settings) : undefined,
    paidOn: kind === 'Payment request' ? undefined : (paidOn ?? date),
    expires: isCredit ? undefined : block.expires,
    hours,
    net,
    tax,
    paid: kind === 'Payment request' ? minus(total, open ?? total) : total,
    currency,
    taxName: taxNameOf(net, tax, client, settings),
    normalPrice: isCredit ? noMoney : priceOf(hours, block.normalRate, decimal(0), currency),
    payHere: kind === 'Payment request' ? payHereOf(block, client, settings, open ?? total) : '',
    corrects: undefined,
  };
}

function payHereOf(
  { number, hours, currency }: Block,
  { name }: Client,
  settings: Settings,
  open: MinorUnits,
): string {
  return paymentLink(settings.paymentLink, {
    'offer total': plainAmount(open, currency),
    'offer hours': String(hoursOf(hours)),
    currency,
    block: number,
    client: name,
  });
}

/** `VAT 19%`; the name alone where the amount was typed and is no share of the price that anybody would know. */
function taxNameOf(
  net: MinorUnits,
  tax: MinorUnits,
  { terms, language }: Client,
  { taxName }: Settings,
): string {
  const share = tax === 0 ? undefined : knownShare(net, tax, [terms.tax]);
  return share ? `${taxName} ${percentText(language, share, 4)}` : taxName;
}

export function totalOf({ net, tax }: Pick<PaymentPaper, 'net' | 'tax'>): MinorUnits {
  return plus(net, tax);
}

/** What has become of an issued paper, in sentences; none where its row says the same. */
export function paymentDifferences(
  issued: PaymentPaper,
  now: PaymentPaper,
  language: Language = 'en',
): readonly string[] {
  const [words, local] = [wordsOf(language).papers, paperText(language)];
  const money = ({ currency }: PaymentPaper, amount: MinorUnits) => local.money(amount, currency);
  const day = (date: CalendarDate | undefined) => (date === undefined ? words.none : local.date(date));
  const told: readonly [string, (paper: PaymentPaper) => string][] = [
    [words.date, paper => day(paper.date)],
    [words.hours, paper => local.hours(paper.hours)],
    [words.net, paper => money(paper, paper.net)],
    [words.tax, paper => money(paper, paper.tax)],
    [words.total, paper => money(paper, totalOf(paper))],
    [words.paid, paper => money(paper, paper.paid)],
    [words.paidOn, paper => day(paper.paidOn)],
    [words.usableUntil, paper => day(paper.expires)],
  ];
  return told.flatMap(([what, textOf]) => {
    const [before, after] = [textOf(issued), textOf(now)];
    return before === after ? [] : [words.was(what, before, after)];
  });
}
