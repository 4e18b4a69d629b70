import { foldName } from '../../ledger/units/names';
import { formulaTokens, liveFunctions } from '../typing/complete-formula';

/** Where each function of ours takes its client, counted from 0; the others take none. */
const clientPlace = new Map(
  liveFunctions.flatMap((name): [string, number][] => {
    if (name === 'BLOCKSUMMARY' || name === 'BLOCKTOTALS') return [];
    return [[name, name === 'BLOCKQUOTE' ? 1 : 0]];
  }),
);

/** An open bracket: which argument is being read, and which one is a client; an array is as much a client as its place. */
interface Bracket {
  readonly closing: string;
  /** The argument that names a client; -1 where none does. */
  readonly client: number;
  argument: number;
}

/** A formula with the client's new name, and whether the name stands in it where it is not changed. */
export interface RenamedFormula {
  readonly formula: string;
  /** The name stands in quotation marks elsewhere in a formula of ours: only a person knows what it means there. */
  readonly names: boolean;
}

/**
 * Changes a quoted name where it is the client of a function of ours: `=BLOCKBALANCE("Acme"; Ledger)`.
 *
 * It must be the whole argument, or a whole part of an array in its place; any other text is left as it is.
 */
export function renameInFormula(formula: string, key: string, to: string): RenamedFormula {
  const open: Bracket[] = [];
  let [renamed, names, hasOurs] = ['', false, false];
  /** What stands before the token, blanks left out. */
  let before = '';
  const pattern = new RegExp(formulaTokens);
  for (let match = pattern.exec(formula); match; match = pattern.exec(formula)) {
    const [token, call = ''] = match;
    const bracket = open[open.length - 1];
    let written = token;
    if (isName(token, key)) {
      const after = formula.slice(pattern.lastIndex).trimStart().charAt(0);
      const isWhole = /[({;,\\]$/.test(before) && /[)};,\\]/.test(after);
      const isClient = bracket !== undefined && bracket.client === bracket.argument;
      if (isWhole && isClient) written = `"${to.replace(/"/g, '""')}"`;
      else names = true;
    } else if (token === '"' || token === "'") return { formula, names: false };
    else if (token.endsWith('(')) {
      const client = clientPlace.get((call && token.slice(0, -call.length)).toUpperCase());
      if (client !== undefined) hasOurs = true;
      open.push({ closing: ')', client: client ?? -1, argument: 0 });
    } else if (token === '{') {
      const isClient =
        bracket !== undefined && bracket.client === bracket.argument && /[({;,\\]$/.test(before);
      // Every part of an array in the client's place is a client; the places in it do not count.
      open.push({ closing: '}', client: isClient ? 0 : -1, argument: 0 });
    } else if ((token === ';' || token === ',') && bracket?.closing === ')') bracket.argument++;
    else if ((token === ')' || token === '}') && open.pop()?.closing !== token)
      return { formula, names: false };
    renamed += written;
    if (token.trim() !== '') before = token;
  }
  if (open.length > 0) return { formula, names: false };
  return { formula: renamed, names: names && hasOurs };
}

function isName(token: string, key: string): boolean {
  return /^"[\s\S]*"$/.test(token) && foldName(token.slice(1, -1).replace(/""/g, '"')) === key;
}
