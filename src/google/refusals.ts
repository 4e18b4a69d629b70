import { profile } from './profile';

/** What Google's refusals mean, in words for the person at the menu. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/too many time-based/i, 'Another timer is in the way. Turn off daily notices, then turn them on again.'],
  [/permission|authorization|access denied/i, `${profile.allowAgain}\n\n`],
  [/too many times for one day/i, "Google's mails for today are used up. What waits goes out tomorrow."],
];

/** What is none of these refusals keeps its own words. */
export function explainRefusal({ message }: Error): string {
  const [, meaning = ''] = meanings.find(([refusal]) => refusal.test(message)) || [];
  return meaning.endsWith('.') ? meaning : meaning + message;
}
