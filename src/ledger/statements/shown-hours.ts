import type { Language } from '../units/language';
import { clockText, isRoundDecimal, type Seconds } from '../units/seconds';
import { localText } from '../words/local-text';
import type { PeriodAccount } from './period-account';

/** Hours for people. */
export type ShowHours = (time: Seconds) => string;

/**
 * How the hours of an account are shown: `1.5 h`, or all of them as `1:20 h` where one would have to be rounded.
 *
 * Whoever adds up a printed statement with a pencil must come to its closing balance.
 */
function hoursShownIn(
  { hours, movements, invoiced }: PeriodAccount,
  inRound: ShowHours,
  unit: string,
): ShowHours {
  const all = [
    ...Object.values(hours),
    ...movements.flatMap(({ worked = 0, charged = 0, change, left }) => [worked, charged, change, left]),
    ...invoiced.map(each => each.hours),
  ];
  return all.every(isRoundDecimal) ? inRound : time => clockText(time) + unit;
}

/** The same in the language of a client, as its mails write hours; one that was issued before languages reprints as it was. */
export function hoursIn(account: PeriodAccount & { readonly language?: Language }): ShowHours {
  const { language } = account;
  return hoursShownIn(account, localText(language ?? 'en').hours, language === undefined ? '' : '\u00a0h');
}
