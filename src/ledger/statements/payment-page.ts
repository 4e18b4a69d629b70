import { figure, type Paper, type PaperTable, words as text } from '../papers/paper';
import { effectiveRate } from '../selling/offer';
import { minus } from '../units/amounts';
import type { MinorUnits } from '../units/money';
import { wordsOf } from '../words/languages';
import { paperText } from '../words/local-text';
import { type PaymentPaper, totalOf } from './payment-paper';

/** The paper as its client reads it; the same content always gives the same page. */
export function paymentPage(paper: PaymentPaper): Paper {
  const { number, firm, to } = paper;
  const [name = '', ...letterhead] = firm;
  return {
    title: `${kindText(paper)} ${number}`.trim(),
    language: paper.language ?? 'en',
    colon: wordsOf(paper.language ?? 'en').papers.colon,
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

/** With what a paper is told in its language. */
function tongueOf({ language = 'en', currency }: PaymentPaper) {
  const local = paperText(language);
  return {
    words: wordsOf(language).papers,
    local,
    money: (amount: MinorUnits) => local.money(amount, currency),
  };
}

/** What kind of paper it is, as its title says. */
export function kindText(paper: PaymentPaper): string {
  const { words } = tongueOf(paper);
  const kinds = { 'Payment request': words.request, Receipt: words.receipt, 'Credit note': words.creditNote };
  return kinds[paper.kind];
}

function factsOf(paper: PaymentPaper): Paper['facts'] {
  const { kind, number, issuedOn, date, due, paidOn, expires, block, reference } = paper;
  const { words, local } = tongueOf(paper);
  const isCredit = kind === 'Credit note';
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.issued, number ? local.date(issuedOn) : words.notYet],
    [isCredit ? words.givenBackOn : words.sold, local.date(isCredit ? (paidOn ?? date) : date)],
    [words.due, due && local.date(due)],
    [words.paidOn, isCredit ? undefined : paidOn && local.date(paidOn)],
    [words.block, block],
    [words.reference, reference],
    [words.usableUntil, expires && local.date(expires)],
  ];
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []));
}

function remarksOf(paper: PaymentPaper): readonly string[] {
  const { number, corrects } = paper;
  const { words } = tongueOf(paper);
  return [
    ...(number ? [] : [words.draft]),
    ...(corrects ? [words.replaces(corrects.number), ...corrects.differences.map(words.changed)] : []),
  ];
}

function headlineOf(paper: PaymentPaper): string {
  const { words, money } = tongueOf(paper);
  const total = totalOf(paper);
  if (paper.kind === 'Credit note') return words.isGivenBack(money(total));
  if (paper.kind === 'Receipt') return words.isPaid(money(total));
  return words.toPay(money(minus(total, paper.paid)));
}

function itemTable(paper: PaymentPaper): PaperTable {
  const { hours, net, tax, taxName, paid, kind } = paper;
  const { words, local, money } = tongueOf(paper);
  const sum = (label: string, amount: MinorUnits, isStrong = false) => ({
    cells: [label, '', '', money(amount)],
    isStrong,
  });
  const total = totalOf(paper);
  const isPart = kind === 'Payment request' && paid > 0;
  const hourly = hours > 0 ? money(effectiveRate({ hours, price: net })) : '';
  const figures = [
    { ...figure(words.hours, 15), isPlain: true },
    figure(words.anHour, 20),
    figure(words.amount, 20),
  ];
  return {
    heading: words.forWhat,
    columns: [text(words.what, 0), ...figures],
    rows: [
      { cells: [whatOf(paper), hours > 0 ? local.hours(hours) : '', hourly, money(net)] },
      ...(tax === 0 ? [] : [sum(words.net, net), sum(taxName, tax)]),
      sum(words.total, total, true),
      ...(isPart ? [sum(words.paidSoFar, paid), sum(words.stillToPay, minus(total, paid), true)] : []),
    ],
  };
}

function whatOf(paper: PaymentPaper): string {
  const { kind, sold, hours } = paper;
  const { words } = tongueOf(paper);
  if (kind === 'Credit note') return hours > 0 ? words.givenBack : words.allowance;
  return sold === 'Purchase' ? words.prepaid : words.beyond;
}

function closingOf(paper: PaymentPaper): readonly string[] {
  const { kind, sold, net, normalPrice, payHere, due } = paper;
  const { words, local, money } = tongueOf(paper);
  const isSaved = kind !== 'Credit note' && sold === 'Purchase' && normalPrice > net;
  const until = due === undefined ? '' : words.payBy(local.date(due));
  return [
    isSaved ? words.saves(money(minus(normalPrice, net)), money(normalPrice)) : '',
    kind === 'Payment request' ? `${until}${payHere ? `${words.colon}${payHere}` : '.'}` : '',
    kind === 'Receipt' ? words.thanks : '',
  ].filter(line => line !== '');
}
