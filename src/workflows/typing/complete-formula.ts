/** The functions that the stamp keeps live. */
export const liveFunctions: readonly string[] =
  'BALANCE VALUE USED OVERAGE SAVED RUNOUT EXPLAIN STATEMENT SUMMARY TOTALS QUOTE'
    .split(' ')
    .map(name => `BLOCK${name}`);

/** Quoted text and tab names are one token each, and so is a whole identifier, with the bracket that opens its call. */
export const formulaTokens = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_.$]+(\s*\()?|[\s\S]/gu;
const stampArgument = /^(ledger|('balances'|balances)!\$?a\$?1)$/i;

/** An open bracket; `arguments` and `last` are where its first and last argument begin. */
interface Bracket {
  readonly closing: string;
  readonly isLive: boolean;
  readonly arguments: number;
  last: number;
}

export function hasLiveFunction(formula: string): boolean {
  const upper = formula.toUpperCase();
  return liveFunctions.some(name => upper.includes(name));
}

/**
 * Adds the stamp as last argument to every call of ours that lacks it: `=BLOCKBALANCE(B2; Ledger)`.
 *
 * Without it the cell would not change when the ledger does. A formula whose brackets do not match stays as it is.
 */
export function completeFormula(formula: string): string {
  if (!formula.startsWith('=') || !hasLiveFunction(formula)) return formula;
  const open: Bracket[] = [];
  let complete = '';
  const pattern = new RegExp(formulaTokens);
  for (let match = pattern.exec(formula); match; match = pattern.exec(formula)) {
    const [token, call = ''] = match;
    const end = pattern.lastIndex;
    const bracket = open[open.length - 1];
    if (token.endsWith('(')) open.push(bracketAt(')', end, call && token.slice(0, -call.length)));
    else if (token === '{') open.push(bracketAt('}', end, ''));
    else if (token === '"' || token === "'") return formula;
    else if ((token === ';' || token === ',') && bracket) bracket.last = end;
    else if (token === ')' || token === '}') {
      if (!bracket || bracket.closing !== token) return formula;
      open.pop();
      if (bracket.isLive) complete = withStamp(complete, formula.slice(0, match.index), bracket);
    }
    complete += token;
  }
  return open.length > 0 ? formula : complete;
}

function bracketAt(closing: string, start: number, name: string): Bracket {
  return { closing, isLive: liveFunctions.includes(name.toUpperCase()), arguments: start, last: start };
}

/** The part that is complete, up to the bracket that closes a call of ours, with the stamp if the call lacks it. */
function withStamp(complete: string, before: string, bracket: Bracket): string {
  if (stampArgument.test(before.slice(bracket.last).trim())) return complete;
  const given = before.slice(bracket.arguments);
  const blank = given.slice(given.trimEnd().length);
  const addition = blank.length === given.length ? 'Ledger' : '; Ledger';
  return complete.slice(0, complete.length - blank.length) + addition + blank;
}
