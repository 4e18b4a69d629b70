/** Words with marks around them, and what stands in a text outside of marks: it was in no folder of a language. */

const [open, shut] = ['⟦', '⟧'];

/** A mark would make other figures of these. */
const unmarkedKeys = ['signs', 'colon'];

/**
 * A language whose every word is marked, made of one that is there. What a word is given, or a placeholder stands for,
 * is let out of the marks again, so that it has to bring marks of its own.
 */
export function marked<Words>(words: Words, key = ''): Words {
  return mark(words, key) as Words;
}

function mark(words: unknown, key: string): unknown {
  if (unmarkedKeys.includes(key)) return words;
  if (typeof words === 'string')
    return `${open}${words.replace(/\{\{[^#^/}][^}]*\}\}/g, `${shut}$&${open}`)}${shut}`;
  if (typeof words === 'function') {
    const say = words as (...given: readonly unknown[]) => string;
    return (...given: readonly unknown[]) => `${open}${say(...given.map(letOut))}${shut}`;
  }
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, each]) => [name, mark(each, name)]));
}

function letOut(given: unknown): unknown {
  return typeof given === 'string' && given !== '' ? `${shut}${given}${open}` : given;
}

/** What a reader sees of a page, its pictures and what a screen reader says of them. */
function seen(page: string): string {
  const said = [...page.matchAll(/ (?:alt|title|aria-label|data-thanks|data-again)="([^"]*)"/g)];
  const mails = [...page.matchAll(/mailto:[^?"\s]*\?([^"\s]*)/g)].map(([, query = '']) =>
    decodeURIComponent(query.replace(/&amp;/g, '&').replace(/&?\b(?:subject|body)=/g, ' ')),
  );
  const shown = page
    .replace(/<(style|script)\b.*?<\/\1>|<!--.*?-->|<[^>]+>/gs, ' ')
    .replace(/https?:\S+|mailto:\S+|&[#\w]+;/g, ' ');
  return [shown, ...said.map(([, text = '']) => text), ...mails].join('\n');
}

/** The words of a page or a plain text that stand outside of marks. */
export function unmarkedWords(page: string): readonly string[] {
  let depth = 0;
  let outside = '';
  for (const letter of seen(page)) {
    if (letter === open) depth++;
    else if (letter === shut) depth--;
    outside += depth > 0 || letter === open || letter === shut ? ' ' : letter;
  }
  return outside.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [];
}
