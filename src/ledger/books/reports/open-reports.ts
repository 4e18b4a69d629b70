import type { Settings } from '../../model/settings';
import type { ColumnChart } from '../../pictures/columns';
import type { SettledClient } from '../../rules/settle';
import { plus, sumOf } from '../../units/amounts';
import { type CalendarDate, dateText } from '../../units/calendar-date';
import { decimal } from '../../units/decimal';
import { valueAt } from '../../units/groups';
import { type Currency, type MinorUnits, noMoney, priceOf } from '../../units/money';
import { hoursText } from '../../units/seconds';
import type { UnpaidBlock } from '../unpaid';
import { agreement, ownFirst, type Report, shortMoney } from './report';

/** As of when, and what the account says that it is held against. */
interface OpenAt {
  readonly asOf: CalendarDate;
  readonly settings: Settings;
  readonly inJournal: Balances;
}

const spans = ['Not due', '1–30 days', '31–60 days', '61–90 days', 'over 90'] as const;

/** In which span of days past its due day an amount stands. */
function spanOf({ late }: UnpaidBlock): number {
  return late === 0 ? 0 : Math.min(4, Math.ceil(late / 30));
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
    figures: [...spans, 'Open'],
    rows: currencies.flatMap(([currency, own]) => [
      ...own.map(each => ({ cells: unpaidCells(each) })),
      {
        cells: ['All', currency, '', ...amounts([...bySpan(own), sumOf(bySpan(own))], currency)],
        isStrong: true,
      },
    ]),
    remark: (unpaid.length > 0 ? 'With tax; a minus is owed to the client.' : 'Everything is paid.') + remark,
    charts: currencies.map(([currency, own]) => ({
      kind: `unpaid-${currency}`,
      title: `Not paid by days past its due day, in ${currency}`,
      parts: ['open'],
      columns: bySpan(own).map((amount, at) => ({ label: spans[at] as string, values: [amount] })),
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
    ...spans.map((_, at) => (spanOf(each) === at ? own : '')),
    own,
  ];
}

function bySpan(unpaid: readonly UnpaidBlock[]): readonly MinorUnits[] {
  return spans.map((_, at) => sumOf(unpaid.filter(each => spanOf(each) === at).map(({ open }) => open)));
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
      title: `Overage that is not invoiced yet, in ${currency}`,
      parts: ['worth'],
      columns: own
        .filter(({ client }) => client.terms.currency === currency)
        .map(each => ({ label: each.client.name, values: [overageValue(each)] })),
      show: shortMoney(currency),
    }),
  );
  return {
    heading: `Overage to be invoiced on ${dateText(asOf)}`,
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
