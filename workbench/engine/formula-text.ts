/**
 * Reads formulas as typed in a locale, and turns them into the English form that Univer and .xlsx know, and back.
 */

type TokenKind =
  | 'text'
  | 'reference'
  | 'open-ended'
  | 'function'
  | 'number'
  | 'name'
  | 'separator'
  | 'open'
  | 'close'
  | 'other';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Inside `{…}`, where a separator parts columns or rows instead of arguments. */
  readonly inArray: boolean;
}

/** Thrown for a formula that Sheets would refuse as well. */
export class FormulaParseError extends Error {}

const TAB = String.raw`(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const COLUMN = String.raw`\$?[A-Za-z]{1,3}`;
const ROW = String.raw`\$?[1-9]\d*`;
const END = String.raw`(?![\p{L}\p{N}_.(!$])`;

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['text', /"(?:[^"]|"")*"/y],
  ['reference', new RegExp(`${TAB}?(?:${CELL}:${CELL}|${COLUMN}:${COLUMN}|${ROW}:${ROW})${END}`, 'uy')],
  [
    'open-ended',
    new RegExp(`${TAB}?(?:${CELL}:(?:${COLUMN}|${ROW})|(?:${COLUMN}|${ROW}):${CELL})${END}`, 'uy'),
  ],
  ['reference', new RegExp(`${TAB}?${CELL}${END}`, 'uy')],
  ['other', /#[A-Z]+(?:\/[A0])?[!?]?/y],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\s*\()/uy],
  ['name', /[\p{L}_][\p{L}\p{N}_.]*/uy],
];
const NUMBER = {
  '.': /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  ',': /(?:\d+(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?/y,
};

const marks = new Map<string, '.' | ','>();

export function decimalMark(locale: string): '.' | ',' {
  let mark = marks.get(locale);
  if (!mark) {
    const parts = new Intl.NumberFormat(locale.replace('_', '-')).formatToParts(1.5);
    mark = parts.find(part => part.type === 'decimal')?.value === ',' ? ',' : '.';
    marks.set(locale, mark);
  }
  return mark;
}

/** The tokens of a formula without its leading `=`. */
export function tokens(formula: string, mark: '.' | ','): Token[] {
  const found: Token[] = [];
  const nesting: string[] = [];
  let at = 0;
  while (at < formula.length) {
    const inArray = nesting.at(-1) === '{';
    const [kind, text] = tokenAt(formula, at, mark, inArray);
    if (text === '(' || text === '{') nesting.push(text);
    if ((text === ')' || text === '}') && nesting.pop() !== (text === ')' ? '(' : '{')) {
      throw new FormulaParseError('Formula parse error.');
    }
    found.push({ kind, text, inArray });
    at += text.length;
  }
  if (nesting.length > 0) throw new FormulaParseError('Formula parse error.');
  return found;
}

function tokenAt(formula: string, at: number, mark: '.' | ',', inArray: boolean): [TokenKind, string] {
  for (const [kind, pattern] of [...PATTERNS, ['number', NUMBER[mark]] as const]) {
    pattern.lastIndex = at;
    const text = pattern.exec(formula)?.[0];
    if (text) return [kind, text];
  }
  const text = formula[at] ?? '';
  if (text === '"') throw new FormulaParseError('Formula parse error.');
  if (text === ';' || (text === ',' && mark === '.')) return ['separator', text];
  if (text === '\\' && inArray && mark === ',') return ['separator', text];
  if (text === ',') throw new FormulaParseError('Formula parse error.');
  if (text === '(' || text === '{') return ['open', text];
  if (text === ')' || text === '}') return ['close', text];
  return ['other', text];
}

/** `=F(A1; 1,5)` of de_DE becomes `=F(A1, 1.5)`; a name becomes what `resolve` says it stands for. */
export function toEnglish(
  formula: string,
  locale: string,
  resolve: (name: string) => string | undefined = () => undefined,
): string {
  const english = (token: Token) => {
    if (token.kind === 'name') return resolve(token.text) ?? token.text;
    if (token.kind === 'number') return token.text.replace(',', '.');
    if (token.kind !== 'separator') return token.text;
    return token.inArray && token.text === ';' ? ';' : ',';
  };
  return `=${tokens(formula.slice(1), decimalMark(locale)).map(english).join('')}`;
}

/**
 * `=F(A1, 1.5)` becomes `=F(A1; 1,5)` in de_DE; arguments are parted by `;`, which every locale takes.
 *
 * `nameOf` gives the name that stands for a reference, where there is one.
 */
export function fromEnglish(
  formula: string,
  locale: string,
  nameOf: (reference: string) => string | undefined = () => undefined,
): string {
  const mark = decimalMark(locale);
  const local = (token: Token) => {
    if (token.kind === 'reference') return nameOf(token.text) ?? token.text;
    if (token.kind === 'number') return token.text.replace('.', mark);
    if (token.kind !== 'separator') return token.text;
    if (token.inArray) return token.text === ',' && mark === ',' ? '\\' : token.text;
    return ';';
  };
  return `=${tokens(formula.slice(1), '.').map(local).join('')}`;
}

/** The formula as typed, reading what its English form reads now, after lines were inserted or deleted. */
export function followMoves(typed: string, english: string, locale: string): string {
  const old = tokens(typed.slice(1), decimalMark(locale));
  const moved = tokens(english.slice(1), '.').filter(isNoSpace);
  if (old.filter(isNoSpace).length !== moved.length) return fromEnglish(english, locale);
  let at = 0;
  const follow = (token: Token) => {
    const now = isNoSpace(token) ? moved[at++] : undefined;
    return now && token.kind === 'reference' ? now.text : token.text;
  };
  return `=${old.map(follow).join('')}`;
}

/** The formula as it reads so many rows further down: relative references move along, as in Sheets. */
export function movedFormula(typed: string, down: number, locale: string): string {
  const follow = ({ kind, text }: Token) => {
    if (kind !== 'reference' && kind !== 'open-ended') return text;
    const cells = text.slice(text.lastIndexOf('!') + 1);
    const moved = cells.replace(/(^|:)(\$?[A-Za-z]+|)(\d+)/g, (_, before, column, row) => {
      return `${before}${column}${Math.max(1, Number(row) + down)}`;
    });
    return text.slice(0, text.length - cells.length) + moved;
  };
  return `=${tokens(typed.slice(1), decimalMark(locale)).map(follow).join('')}`;
}

function isNoSpace({ text }: Token): boolean {
  return text.trim() !== '';
}
