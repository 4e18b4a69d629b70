import mustache from 'mustache';
import { nearestPlaceholder, type PlaceholderValues, placeholderOf } from './placeholders';

type Tokens = ReturnType<typeof mustache.parse>;

/** Google clips long mails, and nobody reads them. */
const longestText = 2000;

/** Why a typed text cannot be used, and how to mend it; nothing where it can. */
export function problemOf(text: string): string | undefined {
  if (text.length > longestText)
    return `has ${text.length} characters. Shorten it to ${longestText} at most.`;
  try {
    return problemIn(mustache.parse(text));
  } catch (error) {
    return syntaxProblem((error as Error).message);
  }
}

/** Fills in the values of a text without problems, as plain text: whoever shows it escapes it for where it stands. */
export function fillTemplate(text: string, values: PlaceholderValues): string {
  const names = namesIn(mustache.parse(text));
  const view = Object.fromEntries(names.map(name => [name, values[placeholderOf(name) || 'client']]));
  return mustache.render(text, view, {}, { escape: String }).trim();
}

function namesIn(tokens: Tokens): string[] {
  return tokens.flatMap(([type, name, , , inner]) =>
    type === 'text' ? [] : [name, ...(Array.isArray(inner) ? namesIn(inner as Tokens) : [])],
  );
}

function problemIn(tokens: Tokens): string | undefined {
  for (const [type, name, , , inner] of tokens) {
    const found = tokenProblem(type, name) || (Array.isArray(inner) && problemIn(inner as Tokens));
    if (found) return found;
  }
  return undefined;
}

function tokenProblem(type: string, name: string): string | undefined {
  switch (type) {
    case 'text':
      return /[{}]/.test(name) ? 'has a brace that is part of no placeholder. Take it out.' : undefined;
    case '!':
      return undefined;
    case '>':
    case '=':
      return `holds {{${type}…}}, which does nothing here. Take it out.`;
    default:
      return placeholderOf(name) ? undefined : unknownName(name);
  }
}

function unknownName(name: string): string {
  const nearest = nearestPlaceholder(name);
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
