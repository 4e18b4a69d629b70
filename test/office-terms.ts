/** Words that an office manager need not know: each text of ours that has one says in the same breath what it is. */

/** A term, and the words of which one must stand beside it. */
const terms: readonly (readonly [term: RegExp, plain: RegExp])[] = [
  [/\boverage\b/i, /beyond the blocks|no (?:later )?block covers/i],
  [/\bbreakage\b/i, /unused|becomes? revenue/i],
  [/\bdigest\b/i, /fingerprint|one mail|daily mail/i],
  [/\bkey\b/i, /block and level/i],
  [/\brows left out\b/i, /cannot be counted/i],
  [/\bcash side\b/i, /money that clients pay|invoices are written|accounting books/i],
  [/\btriggers?\b/i, /hourly run/i],
  [/\b(?:the|a|same|another) log\b|\bcare log\b/i, /list of/i],
];

/** The terms that a text uses and does not explain. */
export function unexplained(text: string): readonly string[] {
  return terms.flatMap(([term, plain]) => (term.test(text) && !plain.test(text) ? [String(term)] : []));
}
