import { type AccountRole, accountOf } from '../../model/accounts';
import type { Block } from '../../model/block';
import type { JournalLine } from '../../model/journal-line';
import type { Settings } from '../../model/settings';
import type { ColumnChart } from '../../pictures/columns';
import { minus, negative, plus, sumOf } from '../../units/amounts';
import { valueAt } from '../../units/groups';
import { type Currency, type MinorUnits, noMoney } from '../../units/money';
import { type Month, monthText } from '../../units/month';
import type { Journals } from '../journals';
import { agreement, ownFirst, type Report, shortMoney } from './report';

/** Journals up to a month, and from which one on they are shown. */
export interface ShownJournals {
  readonly journals: Journals;
  readonly from: Month;
  readonly settings: Settings;
  readonly blocks: readonly Block[];
}

/** What becomes of deferred revenue, in the order of the columns; what else moves it came late. */
const rollTerms = ['sold', 'earned', 'givenBack', 'expired', 'late'] as const;
type RollTerm = (typeof rollTerms)[number];
type Roll = Record<RollTerm, MinorUnits>;

const termOfMemo: Readonly<Record<string, RollTerm>> = {
  Sold: 'sold',
  'Brought forward': 'sold',
  'Overage invoiced': 'sold',
  Work: 'earned',
  Correction: 'earned',
  Refund: 'givenBack',
  Transfer: 'givenBack',
  'Written off': 'givenBack',
  'Expired unused': 'expired',
};

const noRoll = (): Roll => ({
  sold: noMoney,
  earned: noMoney,
  givenBack: noMoney,
  expired: noMoney,
  late: noMoney,
});

/** What a line adds to what is owed: a liability grows by its credits. */
function addTo(roll: Roll, { memo, amount }: JournalLine): void {
  const term = termOfMemo[memo] ?? 'late';
  roll[term] = minus(roll[term], amount);
}

function changeOf(roll: Roll): MinorUnits {
  return sumOf(rollTerms.map(term => roll[term]));
}

/** Of one account in one currency. */
export function linesOf(
  { journals, settings }: ShownJournals,
  role: AccountRole,
  currency: Currency,
): JournalLine[] {
  const { code } = accountOf(settings, role, currency);
  return [...journals.values()].flatMap(lines =>
    lines.filter(line => line.currency === currency && line.code === code),
  );
}

/** What an account comes to by currency; a liability is above zero where it is owed. */
export function balancesOf(shown: ShownJournals, role: AccountRole): ReadonlyMap<Currency, MinorUnits> {
  const sign = role === 'deferred' ? negative : (amount: MinorUnits) => amount;
  return new Map(
    currenciesIn(shown).map(currency => [
      currency,
      sign(sumOf(linesOf(shown, role, currency).map(({ amount }) => amount))),
    ]),
  );
}

export function currenciesIn({ journals, settings }: ShownJournals): readonly Currency[] {
  const found = [...journals.values()].flat().map(({ currency }) => currency);
  return ownFirst(found, settings.terms.currency);
}

const rollFigures = ['Opening', 'Sold', 'Earned', 'Given back', 'Expired', 'Late', 'Closing'];

/** Deferred revenue by month: opening + sold − earned − given back − expired = closing; `byHours` is what blocks owe. */
export function rollForwardByMonth(shown: ShownJournals, byHours: ReadonlyMap<Currency, MinorUnits>): Report {
  const charts: ColumnChart[] = [];
  const rows = currenciesIn(shown).flatMap(currency => {
    const months = new Map<Month, Roll>();
    for (const month of shown.journals.keys()) months.set(month, noRoll());
    for (const line of linesOf(shown, 'deferred', currency)) addTo(valueAt(months, line.month, noRoll), line);
    let opening = noMoney;
    const all = [...months].map(([month, roll]) => {
      const before = opening;
      opening = plus(opening, changeOf(roll));
      return { month, cells: rollCells(before, roll, currency), closing: opening };
    });
    const seen = all.filter(({ month }) => month >= shown.from);
    charts.push({
      kind: `deferred-${currency}`,
      title: `Deferred revenue at the end of each month, in ${currency}`,
      parts: ['closing'],
      columns: seen.map(({ month, closing }) => ({ label: shortMonth(month), values: [closing] })),
      show: shortMoney(currency),
    });
    return seen.map(({ month, cells }) => ({ cells: [monthText(month), currency, ...cells] }));
  });
  const { code } = shown.settings.accounts.deferred;
  const remark = agreement('The hours that are owed', code, byHours, balancesOf(shown, 'deferred'));
  return {
    heading: 'Deferred revenue by month',
    words: ['Month', ''],
    figures: rollFigures,
    rows,
    remark,
    charts,
  };
}

function rollCells(opening: MinorUnits, roll: Roll, currency: Currency) {
  const closing = plus(opening, changeOf(roll));
  return [opening, ...rollTerms.map(term => roll[term]), closing].map(amount => ({ amount, currency }));
}

/** The same by client, from the beginning of the first month shown. */
export function rollForwardByClient(shown: ShownJournals): Report {
  const rows = currenciesIn(shown).flatMap(currency => {
    const clients = new Map<string, { opening: MinorUnits; roll: Roll }>();
    for (const line of linesOf(shown, 'deferred', currency)) {
      const each = valueAt(clients, line.client, () => ({ opening: noMoney, roll: noRoll() }));
      if (line.month < shown.from) each.opening = minus(each.opening, line.amount);
      else addTo(each.roll, line);
    }
    const own = [...clients].filter(
      ([, { opening, roll }]) => opening !== 0 || rollTerms.some(term => roll[term] !== 0),
    );
    own.sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    const all = own.reduce(
      (sum, [, { opening, roll }]) => ({
        opening: plus(sum.opening, opening),
        roll: Object.fromEntries(rollTerms.map(term => [term, plus(sum.roll[term], roll[term])])) as Roll,
      }),
      { opening: noMoney, roll: noRoll() },
    );
    return [
      ...own.map(([client, { opening, roll }]) => ({
        cells: [client, currency, ...rollCells(opening, roll, currency)],
      })),
      ...(own.length > 0
        ? [{ cells: ['All', currency, ...rollCells(all.opening, all.roll, currency)], isStrong: true }]
        : []),
    ];
  });
  const heading = `Deferred revenue by client, from ${monthText(shown.from)} on`;
  return { heading, words: ['Client', ''], figures: rollFigures, rows, remark: '', charts: [] };
}

const revenueRoles = ['service', 'overage', 'breakage', 'differences'] as const;

/** What the revenue accounts come to in each month. */
export function revenueByMonth(shown: ShownJournals): Report {
  const { settings, journals, from } = shown;
  const names = revenueRoles.map(role => settings.accounts[role].name);
  const charts: ColumnChart[] = [];
  const rows = currenciesIn(shown).flatMap(currency => {
    const months = [...journals.keys()].filter(month => month >= from);
    const sums = new Map(months.map(month => [month, revenueRoles.map(() => noMoney)]));
    for (const [at, role] of revenueRoles.entries())
      for (const { month, amount } of linesOf(shown, role, currency)) {
        const own = sums.get(month);
        if (own) own[at] = minus(own[at] ?? noMoney, amount);
      }
    charts.push({
      kind: `revenue-${currency}`,
      title: `Revenue of each month, in ${currency}`,
      parts: names,
      columns: [...sums].map(([month, values]) => ({ label: shortMonth(month), values })),
      show: shortMoney(currency),
    });
    return [...sums].map(([month, values]) => ({
      cells: [
        monthText(month),
        currency,
        ...[...values, sumOf(values)].map(amount => ({ amount, currency })),
      ],
    }));
  });
  const codes = revenueRoles.map(role => settings.accounts[role].code).join(', ');
  const elsewhere =
    settings.cashSide === 'none' ? ' What your invoices have booked is taken out of it there.' : '';
  return {
    heading: 'Revenue by month',
    words: ['Month', ''],
    figures: [...names, 'All'],
    rows,
    remark: `These are the accounts ${codes} of Journal.${elsewhere}`,
    charts,
  };
}

/** `Jan 26`: twelve of them stand beside each other. */
export function shortMonth(month: Month): string {
  return monthText(month).replace(/ \d\d(?=\d\d$)/, ' ');
}
