/** The functions that the stamp keeps live. */
export const liveFunctions: readonly string[] = [
  'BLOCKBALANCE',
  'BLOCKVALUE',
  'BLOCKUSED',
  'BLOCKOVERAGE',
  'BLOCKSAVED',
  'BLOCKRUNOUT',
  'BLOCKEXPLAIN',
  'BLOCKSUMMARY',
];

/** Quoted text and tab names are one token each, and so is a whole identifier, with the bracket that opens its call. */
const tokens = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_.$]+(\s*\()?|[\s\S]/gu;
const stamp = /^(ledger|('balances'|balances)!\$?a\$?1)$/i;

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
  const additions: { at: number; text: string }[] = [];
  for (const match of allMatches(formula)) {
    const [token] = match;
    const end = match.index + token.length;
    const bracket = open[open.length - 1];
    if (token.endsWith('(')) open.push(bracketAt(')', end, match[1] ? token.slice(0, -match[1].length) : ''));
    else if (token === '{') open.push(bracketAt('}', end, ''));
    else if (token === '"' || token === "'") return formula;
    else if ((token === ';' || token === ',') && bracket) bracket.last = end;
    else if (token === ')' || token === '}') {
      if (open.pop()?.closing !== token || !bracket) return formula;
      if (bracket.isLive) additions.push(...missingStamp(formula, bracket, match.index));
    }
  }
  if (open.length > 0) return formula;
  return additions.reduceRight(
    (text, { at, text: added }) => text.slice(0, at) + added + text.slice(at),
    formula,
  );
}

function bracketAt(closing: string, start: number, name: string): Bracket {
  return { closing, isLive: liveFunctions.includes(name.toUpperCase()), arguments: start, last: start };
}

/** What a call whose bracket closes at `end` lacks. */
function missingStamp(formula: string, bracket: Bracket, end: number): { at: number; text: string }[] {
  if (stamp.test(formula.slice(bracket.last, end).trim())) return [];
  const given = formula.slice(bracket.arguments, end).trimEnd();
  const at = bracket.arguments + given.length;
  return [{ at, text: given === '' ? 'Ledger' : '; Ledger' }];
}

function allMatches(formula: string): readonly RegExpExecArray[] {
  const pattern = new RegExp(tokens);
  const found: RegExpExecArray[] = [];
  for (let match = pattern.exec(formula); match; match = pattern.exec(formula)) found.push(match);
  return found;
}
