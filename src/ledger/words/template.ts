import mustache from 'mustache';
import { nearestPlaceholder, placeholderOf, placeholders } from './mail-placeholders';

type Tokens = ReturnType<typeof mustache.parse>;

/** What a text may name, and how long it may be. */
export interface TextRules {
  readonly names: readonly string[];
  readonly longest: number;
}

/** Google clips long mails, and nobody reads them. */
const mailRules: TextRules = { names: placeholders, longest: 2000 };

/** Why a typed text cannot be used, and how to mend it; nothing where it can. */
export function problemOf(text: string, { names, longest } = mailRules): string | undefined {
  if (text.length > longest) return `has ${text.length} characters. Shorten it to ${longest} at most.`;
  try {
    return problemIn(mustache.parse(text), names);
  } catch (error) {
    return syntaxProblem((error as Error).message);
  }
}

/** Fills in the values of a text without problems, as plain text: whoever shows it escapes it for where it stands. */
export function fillTemplate(text: string, values: Readonly<Record<string, string>>): string {
  const known = Object.keys(values);
  const names = namesIn(mustache.parse(text));
  const view = Object.fromEntries(names.map(name => [name, values[placeholderOf(name, known) ?? '']]));
  return mustache.render(text, view, {}, { escape: String }).trim();
}

function namesIn(tokens: Tokens): string[] {
  return tokens.flatMap(([type, name, , , inner]) =>
    type === 'text' ? [] : [name, ...(Array.isArray(inner) ? namesIn(inner as Tokens) : [])],
  );
}

function problemIn(tokens: Tokens, names: TextRules['names']): string | undefined {
  for (const [type, name, , , inner] of tokens) {
    const found =
      tokenProblem(type, name, names) || (Array.isArray(inner) && problemIn(inner as Tokens, names));
    if (found) return found;
  }
  return undefined;
}

function tokenProblem(type: string, name: string, names: TextRules['names']): string | undefined {
  switch (type) {
    case 'text':
      return /[{}]/.test(name) ? 'has a brace that is part of no placeholder. Take it out.' : undefined;
    case '!':
      return undefined;
    case '>':
    case '=':
      return `holds {{${type}…}}, which does nothing here. Take it out.`;
    default:
      return placeholderOf(name, names) ? undefined : unknownName(name, names);
  }
}

function unknownName(name: string, names: TextRules['names']): string {
  const nearest = nearestPlaceholder(name, names);
  const mend = nearest ? `Did you mean {{${nearest}}}?` : 'The column Placeholders lists what there is.';
  return `holds {{${name.slice(0, 40)}}}, which is no placeholder. ${mend}`;
}

/** The library says where; a person wants to know what. */
function syntaxProblem(message: string): string {
  const [, section = ''] = /section "([^"]*)"/.exec(message) || [];
  const shown = section.slice(0, 40);
  if (message.startsWith('Unclosed section'))
    return `opens {{#${shown}}} and does not close it. Type {{/${shown}}} where it ends.`;
  if (message.startsWith('Unopened section'))
    return `closes {{/${shown}}}, which was not opened. Take it out, or type {{#${shown}}} where it begins.`;
  return 'has a {{ without its }}. Type both braces on both sides.';
}
