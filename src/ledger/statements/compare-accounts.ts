import { plus, sizeOf } from '../units/amounts';
import type { Language } from '../units/language';
import { noMoney } from '../units/money';
import { wordsOf } from '../words/languages';
import { paperText } from '../words/local-text';
import type { MovementWords } from '../words/movement-words';
import type { Movement } from './movements';
import type { PeriodAccount } from './period-account';
import { hoursIn } from './shown-hours';
import { termLines } from './term-words';

const mostLines = 20;

/** Whether two accounts of a period say the same. */
export function isSameAccount(a: PeriodAccount, b: PeriodAccount): boolean {
  return figuresOf(a) === figuresOf(b);
}

/** Kept accounts come from text, so they are compared as text. */
function figuresOf({ from, to, hours, money, movements, invoiced }: PeriodAccount): string {
  return JSON.stringify([from, to, hours, money, movements, invoiced]);
}

/** What has become of an issued account, in sentences: figures first, then the lines that came, went or changed. */
export function differencesBetween(
  issued: PeriodAccount,
  now: PeriodAccount,
  language: Language = 'en',
): readonly string[] {
  const lines = [...termDifferences(issued, now, language), ...lineDifferences(issued, now, language)];
  const rest = lines.length - mostLines;
  return rest > 0 ? [...lines.slice(0, mostLines), wordsOf(language).papers.andMore(rest)] : lines;
}

function termDifferences(issued: PeriodAccount, now: PeriodAccount, language: Language): readonly string[] {
  const { was, movements } = wordsOf(language).papers;
  const { money } = paperText(language);
  const [showBefore, showNow] = [hoursIn({ ...issued, language }), hoursIn({ ...now, language })];
  const before = termLines(issued, movements);
  return termLines(now, movements).flatMap(({ words, hours, amounts }, index) => {
    const then = before[index];
    if (!then) return [];
    const changes = hours === then.hours ? [] : [was(words, showBefore(then.hours), showNow(hours))];
    for (const [at, { currency }] of now.money.entries()) {
      const [earlier, later] = [amountIn(issued, then.amounts, currency), amounts[at]];
      if (later !== undefined && later !== (earlier ?? 0))
        changes.push(was(words, money(earlier ?? noMoney, currency), money(later, currency)));
    }
    return changes;
  });
}

function amountIn<Amount>(
  { money }: PeriodAccount,
  amounts: readonly Amount[],
  wanted: string,
): Amount | undefined {
  return amounts[money.findIndex(({ currency }) => currency === wanted)];
}

/** Lines without what was left after them, which moves with every line above. */
function lineDifferences(issued: PeriodAccount, now: PeriodAccount, language: Language): readonly string[] {
  const { isNew, isGone } = wordsOf(language).papers;
  const [before, after] = [linesOf(issued, language), linesOf(now, language)];
  return [...without(after, before).map(isNew), ...without(before, after).map(isGone)];
}

function linesOf(account: PeriodAccount, language: Language): readonly string[] {
  const { billed } = wordsOf(language).papers;
  const { date: dateText, money } = paperText(language);
  const show = hoursIn({ ...account, language });
  const moved = account.movements.map(({ date, what, charged, change }: Movement) => {
    return `${dateText(date)}, ${what}, ${show(charged ?? sizeOf(change))}`;
  });
  const sold = account.invoiced.map(({ date, number, net, tax, currency }) => {
    return `${dateText(date)}, ${billed(number)}, ${money(plus(net, tax), currency)}`;
  });
  return [...moved, ...sold];
}

/** Of equal lines as many as `taken` has. */
function without(lines: readonly string[], taken: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of taken) left.set(line, (left.get(line) || 0) + 1);
  return lines.filter(line => {
    const count = left.get(line) || 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** The account in another language: what we have said of it ourselves, not what people wrote. */
export function inLanguage<Account extends PeriodAccount>(
  account: Account,
  from: Language,
  to: Language,
): Account {
  if (from === to) return account;
  const [before, after] = [from, to].map(each => sentencesOf(wordsOf(each).papers.movements)) as [
    readonly string[],
    readonly string[],
  ];
  const movements = account.movements.map(each => {
    const [, sentence = '', number = ''] = /^(.*?)( \([^()]*\))?$/.exec(each.what) ?? [];
    const known = before.indexOf(sentence);
    return known < 0 ? each : { ...each, what: `${after[known]}${number}` };
  });
  return { ...account, movements };
}

/** In the same order in every language, for each has the same kinds. */
function sentencesOf({ came, taken, expired, invoiced, work }: MovementWords): readonly string[] {
  return [...Object.values(came), ...Object.values(taken), expired, invoiced, work];
}
