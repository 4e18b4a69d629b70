/** JSON in plain ASCII: what is counted in bytes, or cut to cells, may be cut anywhere without parting a letter. */
export function plainJson(value: unknown): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[^ -~]/g, escaped);
}

/** A text in pieces of at most so many letters. */
export function piecesOfText(text: string, longest: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length; start += longest) pieces.push(text.slice(start, start + longest));
  return pieces;
}

/** Never in the middle of a letter that takes two places, such as an emoji. */
export function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${Array.from(text.slice(0, length)).slice(0, -1).join('')}…`;
}

/** What a text holds as JSON; nothing where it is none, for anybody may have written it. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
