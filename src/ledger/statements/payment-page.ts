import { figure, moneyOnPaper, type Paper, type PaperTable, words } from '../papers/paper';
import { effectiveRate } from '../selling/offer';
import { minus } from '../units/amounts';
import { dateText } from '../units/calendar-date';
import type { MinorUnits } from '../units/money';
import { hoursText } from '../units/seconds';
import { type PaymentPaper, totalOf } from './payment-paper';

/** The paper as its client reads it; the same content always gives the same page. */
export function paymentPage(paper: PaymentPaper): Paper {
  const { kind, number, firm, to } = paper;
  const [name = '', ...letterhead] = firm;
  return {
    title: `${kind} ${number}`.trim(),
    firm: name,
    letterhead,
    to,
    facts: factsOf(paper),
    remarks: remarksOf(paper),
    headline: headlineOf(paper),
    tables: [itemTable(paper)],
    closing: closingOf(paper),
  };
}

function factsOf(paper: PaymentPaper): Paper['facts'] {
  const { kind, number, issuedOn, date, due, paidOn, expires, block, reference } = paper;
  const isCredit = kind === 'Credit note';
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Issued', number ? dateText(issuedOn) : 'not yet'],
    [isCredit ? 'Given back on' : 'Date of sale', dateText(isCredit ? (paidOn ?? date) : date)],
    ['Due', due && dateText(due)],
    ['Paid on', isCredit ? undefined : paidOn && dateText(paidOn)],
    ['Block', block],
    ['Reference', reference],
    ['Usable until', expires && dateText(expires)],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

function remarksOf({ number, corrects }: PaymentPaper): readonly string[] {
  return [
    ...(number ? [] : ['A preview: it gets its number when it is saved.']),
    ...(corrects ? [`This takes the place of ${corrects.number}.`] : []),
    ...(corrects ? corrects.differences.map(each => `Changed: ${each}`) : []),
  ];
}

function headlineOf(paper: PaymentPaper): string {
  const money = (amount: MinorUnits) => moneyOnPaper(amount, paper.currency);
  const total = totalOf(paper);
  if (paper.kind === 'Credit note') return `${money(total)} given back`;
  if (paper.kind === 'Receipt') return `${money(total)} paid`;
  return `${money(minus(total, paper.paid))} to pay`;
}

function itemTable(paper: PaymentPaper): PaperTable {
  const { hours, net, tax, taxName, currency, paid, kind } = paper;
  const money = (amount: MinorUnits) => moneyOnPaper(amount, currency);
  const sum = (label: string, amount: MinorUnits, isStrong = false) => ({
    cells: [label, '', '', money(amount)],
    isStrong,
  });
  const total = totalOf(paper);
  const isPart = kind === 'Payment request' && paid > 0;
  return {
    heading: 'For',
    columns: [words('What', 0), figure('Hours', 15), figure('An hour', 20), figure('Amount', 20)],
    rows: [
      {
        cells: [
          whatOf(paper),
          hours > 0 ? hoursText(hours) : '',
          hours > 0 ? money(effectiveRate({ hours, price: net })) : '',
          money(net),
        ],
      },
      ...(tax === 0 ? [] : [sum('Net', net), sum(taxName, tax)]),
      sum('Total', total, true),
      ...(isPart ? [sum('Paid so far', paid), sum('Still to pay', minus(total, paid), true)] : []),
    ],
  };
}

function whatOf({ kind, sold, hours }: PaymentPaper): string {
  if (kind === 'Credit note') return hours > 0 ? 'Prepaid hours given back' : 'Allowance';
  return sold === 'Purchase' ? 'Prepaid hours' : 'Hours beyond the prepaid time';
}

function closingOf(paper: PaymentPaper): readonly string[] {
  const { kind, sold, net, normalPrice, currency, payHere, due } = paper;
  const isSaved = kind !== 'Credit note' && sold === 'Purchase' && normalPrice > net;
  const money = (amount: MinorUnits) => moneyOnPaper(amount, currency);
  const saved = `Prepaying saves you ${money(minus(normalPrice, net))} against ${money(normalPrice)} at the normal rate.`;
  const until = due === undefined ? '' : `Please pay by ${dateText(due)}`;
  return [
    isSaved ? saved : '',
    kind === 'Payment request' ? `${until}${payHere ? `: ${payHere}` : '.'}` : '',
    kind === 'Receipt' ? 'Thank you.' : '',
  ].filter(line => line !== '');
}
