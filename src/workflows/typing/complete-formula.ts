/** The functions that the stamp keeps live. */
export const liveFunctions: readonly string[] =
  'BALANCE VALUE USED OVERAGE SAVED RUNOUT EXPLAIN STATEMENT SUMMARY TOTALS QUOTE LIST'
    .split(' ')
    .map(name => `BLOCK${name}`);

/** Quoted text and tab names are one token each, and so is a whole identifier, with the bracket that opens its call. */
export const formulaTokens = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_.$]+(\s*\()?|[\s\S]/gu;
/** The stamp at the end of a call's arguments; blank texts behind it mean nothing. */
const stampArgument = /(?:^|[;,])\s*(?:ledger|(?:'balances'|balances)!\$?a\$?1)((?:\s*[;,]\s*"")*)\s*$/i;

/** An open bracket; `arguments` is where its first argument begins. */
interface Bracket {
  readonly closing: string;
  readonly isLive: boolean;
  readonly arguments: number;
}

/** Changes a call of ours: `complete` is the text up to its closing bracket, `given` its arguments as they were. */
type ChangeCall = (complete: string, given: string) => string;

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
  return changeCalls(formula, withStamp);
}

/**
 * The same formula in other words, so that it is worked out anew: what Google failed to work out stays failed for the
 * same arguments. A blank text more stands behind each stamp, and after a few of them none again.
 */
export function renewedFormula(formula: string): string {
  return changeCalls(formula, withAnotherBlank);
}

function changeCalls(formula: string, change: ChangeCall): string {
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
    else if (token === ')' || token === '}') {
      if (!bracket || bracket.closing !== token) return formula;
      open.pop();
      if (bracket.isLive) complete = change(complete, formula.slice(bracket.arguments, match.index));
    }
    complete += token;
  }
  return open.length > 0 ? formula : complete;
}

function bracketAt(closing: string, start: number, name: string): Bracket {
  return { closing, isLive: liveFunctions.includes(name.toUpperCase()), arguments: start };
}

function withStamp(complete: string, given: string): string {
  if (stampArgument.test(given)) return complete;
  const blank = given.slice(given.trimEnd().length);
  const addition = blank.length === given.length ? 'Ledger' : '; Ledger';
  return complete.slice(0, complete.length - blank.length) + addition + blank;
}

/** More in a row than Google fails: those before are remembered as failed. */
const mostBlanks = 5;

function withAnotherBlank(complete: string, given: string): string {
  const [stamp, blanks = ''] = stampArgument.exec(given) || [];
  if (stamp === undefined) return complete;
  if ((blanks.match(/""/g) || []).length < mostBlanks) return `${complete};""`;
  return complete.slice(0, complete.length - stamp.length) + stamp.replace(blanks, '');
}
