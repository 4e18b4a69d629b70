/** What a text holds as JSON; nothing where it is none, for anybody may have written it. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
