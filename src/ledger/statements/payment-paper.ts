import type { Block } from '../model/block';
import type { Client } from '../model/client';
import type { Settings } from '../model/settings';
import { moneyOnPaper } from '../papers/paper';
import { isBilled } from '../rules/receivables';
import { plus, sizeOf } from '../units/amounts';
import { addDays, type CalendarDate, dateText } from '../units/calendar-date';
import { decimal, decimalNumber } from '../units/decimal';
import { type Currency, type MinorUnits, noMoney, priceOf, taxOn } from '../units/money';
import { hoursText, type Seconds } from '../units/seconds';
import { hasInvoice } from './period-account';

type PaymentKind = 'Payment request' | 'Receipt' | 'Credit note';

/** Everything that a payment request, a receipt or a credit note says; once issued it is kept as it is. */
export interface PaymentPaper {
  /** `P-0001`, of a credit note `C-0001`; blank until it is issued. */
  readonly number: string;
  readonly issuedOn: CalendarDate;
  readonly kind: PaymentKind;
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
  kind: PaymentKind,
): PaymentPaper {
  const { date, currency, paidOn } = block;
  const isCredit = kind === 'Credit note';
  const [net, tax, hours] = [sizeOf(block.price), sizeOf(block.tax), sizeOf(block.hours)];
  return {
    number: '',
    issuedOn: settings.today,
    kind,
    firm: linesOf(settings.firmName, settings.firmAddress, settings.firmTaxId),
    to: linesOf(client.name, client.contact, client.address ?? '', client.taxId ?? ''),
    block: block.number,
    sold: block.kind,
    reference: block.reference,
    date,
    due: kind === 'Payment request' ? addDays(date, settings.paymentTerms) : undefined,
    paidOn: kind === 'Payment request' ? undefined : (paidOn ?? date),
    expires: isCredit ? undefined : block.expires,
    hours,
    net,
    tax,
    paid: kind === 'Payment request' ? noMoney : plus(net, tax),
    currency,
    taxName: taxNameOf(net, tax, client, settings),
    normalPrice: isCredit ? noMoney : priceOf(hours, block.normalRate, decimal(0), currency),
    payHere: kind === 'Payment request' ? settings.paymentLink : '',
    corrects: undefined,
  };
}

function linesOf(...texts: readonly string[]): readonly string[] {
  return texts
    .flatMap(text => text.split(/\r?\n/))
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** `VAT 19%`; the name alone where the amount was typed and is no share of the price that anybody would know. */
function taxNameOf(net: MinorUnits, tax: MinorUnits, { terms }: Client, { taxName }: Settings): string {
  if (tax === 0) return taxName;
  const rounded = decimal(Number((tax / net).toFixed(4)));
  const share = [terms.tax, rounded].find(each => taxOn(net, each) === tax);
  return share ? `${taxName} ${Number((decimalNumber(share) * 100).toFixed(4))}%` : taxName;
}

export function totalOf({ net, tax }: Pick<PaymentPaper, 'net' | 'tax'>): MinorUnits {
  return plus(net, tax);
}

/** What has become of an issued paper, in sentences; none where its row says the same. */
export function paymentDifferences(issued: PaymentPaper, now: PaymentPaper): readonly string[] {
  const money = ({ currency }: PaymentPaper, amount: MinorUnits) => moneyOnPaper(amount, currency);
  const day = (date: CalendarDate | undefined) => (date === undefined ? 'none' : dateText(date));
  const told: readonly [string, (paper: PaymentPaper) => string][] = [
    ['Date', paper => day(paper.date)],
    ['Hours', paper => hoursText(paper.hours)],
    ['Net', paper => money(paper, paper.net)],
    ['Tax', paper => money(paper, paper.tax)],
    ['Total', paper => money(paper, totalOf(paper))],
    ['Paid', paper => money(paper, paper.paid)],
    ['Paid on', paper => day(paper.paidOn)],
    ['Usable until', paper => day(paper.expires)],
  ];
  return told.flatMap(([what, textOf]) => {
    const [before, after] = [textOf(issued), textOf(now)];
    return before === after ? [] : [`${what} ${before}, now ${after}`];
  });
}
