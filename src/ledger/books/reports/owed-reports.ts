import type { Block } from '../../model/block';
import type { Settings } from '../../model/settings';
import type { ColumnChart } from '../../pictures/columns';
import type { SettledClient } from '../../rules/settle';
import { knownShare } from '../../rules/tax-share';
import { minus, negative, plus, sizeOf, sumOf } from '../../units/amounts';
import { type CalendarDate, dateText } from '../../units/calendar-date';
import { decimal, decimalNumber } from '../../units/decimal';
import { valueAt } from '../../units/groups';
import { type Currency, type MinorUnits, noMoney, portionOf, priceOf } from '../../units/money';
import { type Month, monthText } from '../../units/month';
import { hoursText } from '../../units/seconds';
import { lateSpans, lateSums, spanOf, type UnpaidBlock } from '../unpaid';
import { currenciesIn, linesOf, type ShownJournals, shortMonth } from './journal-reports';
import { agreement, ownFirst, type Report, shortMoney } from './report';

/** As of when, and what the account says that it is held against. */
interface OpenAt {
  readonly asOf: CalendarDate;
  readonly settings: Settings;
  readonly inJournal: Balances;
}

type Balances = ReadonlyMap<Currency, MinorUnits>;

/** Who has not paid: each block with its due day, the longest overdue first, and sums a currency. */
export function whoHasNotPaid(unpaid: readonly UnpaidBlock[], { asOf, settings, inJournal }: OpenAt): Report {
  const owed = new Map<Currency, UnpaidBlock[]>();
  for (const each of unpaid) valueAt(owed, each.block.currency, () => []).push(each);
  const currencies = ownFirst(owed.keys(), settings.terms.currency).map(
    currency => [currency, owed.get(currency) ?? []] as const,
  );
  const sums = new Map(currencies.map(([currency, own]) => [currency, sumOf(own.map(({ open }) => open))]));
  // Only there the receivables have an account for themselves.
  const isBooked = settings.cashSide === 'bank and receivable';
  const remark = isBooked
    ? ` ${agreement('What is open', settings.accounts.receivable.code, sums, inJournal)}`
    : '';
  return {
    heading: `Who has not paid by ${dateText(asOf)}`,
    words: ['Client', 'Block', 'Due'],
    figures: [...lateSpans, 'Open'],
    rows: currencies.flatMap(([currency, own]) => [
      ...own.map(each => ({ cells: unpaidCells(each) })),
      {
        cells: ['All', currency, '', ...amounts([...lateSums(own), sumOf(lateSums(own))], currency)],
        isStrong: true,
      },
    ]),
    remark: (unpaid.length > 0 ? 'With tax; a minus is owed to the client.' : 'Everything is paid.') + remark,
    charts: currencies.map(([currency, own]) => ({
      kind: `unpaid-${currency}`,
      title: `Not paid by days past its due day, in ${currency}`,
      parts: ['open'],
      columns: lateSums(own).map((amount, at) => ({ label: lateSpans[at] as string, values: [amount] })),
      show: shortMoney(currency),
    })),
  };
}

function unpaidCells(each: UnpaidBlock): Report['rows'][number]['cells'] {
  const { client, block, due, open } = each;
  const own = { amount: open, currency: block.currency };
  return [
    client.name,
    block.number,
    dateText(due),
    ...lateSpans.map((_, at) => (spanOf(each) === at ? own : '')),
    own,
  ];
}

function amounts(values: readonly MinorUnits[], currency: Currency) {
  return values.map(amount => ({ amount, currency }));
}

/** What work beyond the blocks is worth that nobody has been sent a bill for yet. */
function overageValue({ client: { terms }, account }: SettledClient): MinorUnits {
  return priceOf(account.toInvoice.total, terms.normalRate, decimal(0), terms.currency);
}

/** Overage that was worked and is not invoiced at a date, at the normal rate; before tax. */
export function openOverage(settled: Iterable<SettledClient>, { asOf, settings, inJournal }: OpenAt): Report {
  const own = [...settled].filter(({ account }) => account.toInvoice.total !== 0);
  const sums = new Map<Currency, MinorUnits>();
  for (const each of own) {
    const { currency } = each.client.terms;
    sums.set(currency, plus(sums.get(currency) ?? noMoney, overageValue(each)));
  }
  const charts = ownFirst(sums.keys(), settings.terms.currency).map(
    (currency): ColumnChart => ({
      kind: `overage-${currency}`,
      title: `Work beyond the blocks that is not invoiced yet, in ${currency}`,
      parts: ['worth'],
      columns: own
        .filter(({ client }) => client.terms.currency === currency)
        .map(each => ({ label: each.client.name, values: [overageValue(each)] })),
      show: shortMoney(currency),
    }),
  );
  return {
    heading: `Work beyond the blocks to be invoiced on ${dateText(asOf)}`,
    words: ['Client', 'Hours'],
    figures: ['Worth'],
    rows: [
      ...own.map(each => ({
        cells: [
          each.client.name,
          hoursText(each.account.toInvoice.total),
          { amount: overageValue(each), currency: each.client.terms.currency },
        ],
      })),
      ...[...sums]
        .sort()
        .map(([currency, amount]) => ({ cells: ['All', currency, { amount, currency }], isStrong: true })),
    ],
    remark: settings.accrueOverage
      ? agreement('It', settings.accounts.accrued.code, sums, inJournal)
      : notAccrued,
    charts,
  };
}

const notAccrued = 'Journal holds none of it before it is invoiced: see Accrue overage in Settings.';

interface TaxSum {
  net: MinorUnits;
  tax: MinorUnits;
}

/** Tax by rate and month; what is given back stands there with a minus. */
export function taxByRate(shown: ShownJournals): Report {
  const { settings, from } = shown;
  const byNumber = new Map(shown.blocks.map(block => [block.number, block]));
  const charts: ColumnChart[] = [];
  const rows = currenciesIn(shown).flatMap(currency => {
    const rates = new Map<Month, Map<string, TaxSum>>();
    for (const { month, amount, block } of linesOf(shown, 'tax', currency)) {
      if (month < from) continue;
      const [rate, net] = taxedAt(byNumber.get(block), negative(amount));
      const sum = valueAt(
        valueAt(rates, month, () => new Map<string, TaxSum>()),
        rate,
        () => ({ net: noMoney, tax: noMoney }),
      );
      sum.net = plus(sum.net, net);
      sum.tax = minus(sum.tax, amount);
    }
    const names = [...new Set([...rates.values()].flatMap(own => [...own.keys()]))].sort();
    if (names.length === 0) return [];
    charts.push({
      kind: `tax-${currency}`,
      title: `${settings.taxName} of each month by rate, in ${currency}`,
      parts: names,
      columns: [...rates].map(([month, own]) => ({
        label: shortMonth(month),
        values: names.map(name => own.get(name)?.tax ?? 0),
      })),
      show: shortMoney(currency),
    });
    return [...rates].flatMap(([month, own]) =>
      [...own].sort().map(([rate, { net, tax }]) => ({
        cells: [
          monthText(month),
          currency,
          rate,
          ...[net, tax, plus(net, tax)].map(amount => ({ amount, currency })),
        ],
      })),
    );
  });
  return {
    heading: `${settings.taxName} by rate`,
    words: ['Month', '', 'Rate'],
    figures: ['Net', settings.taxName, 'Gross'],
    rows,
    remark: `The tax is the account ${settings.accounts.tax.code} of Journal.`,
    charts,
  };
}

/** The rate of a row of Blocks, and the net amount that goes with a part of its tax. */
function taxedAt(block: Block | undefined, tax: MinorUnits): readonly [rate: string, net: MinorUnits] {
  if (!block || block.price === 0) return ['other', noMoney];
  const own = sizeOf(block.tax);
  const net = sizeOf(block.price);
  if (own === 0) {
    // A refund takes the tax of what it gives back: all of its price goes with it.
    const all = tax < 0 ? negative(net) : net;
    return [rateText(net, sizeOf(tax)), all];
  }
  return [rateText(net, own), portionOf(net, tax, own)];
}

function rateText(net: MinorUnits, tax: MinorUnits): string {
  const share = knownShare(net, tax);
  return share ? `${Number((decimalNumber(share) * 100).toFixed(2))}%` : 'other';
}
