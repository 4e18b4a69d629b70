/** JSON in plain ASCII: what Google's stores count in bytes may be cut anywhere without parting a letter. */
export function plainJson(value: unknown): string {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escaped);
}

/** What a text holds. Somebody may have written anything into a property: what is no JSON is as if it were not there. */
export function parsedOr(otherwise: unknown, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}
