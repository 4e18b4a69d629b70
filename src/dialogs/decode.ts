/** Encodings that a person can choose where a file does not tell its own. */
export const encodings = ['windows-1252', 'windows-1250', 'iso-8859-15', 'shift_jis', 'gb18030'] as const;

export interface Decoded {
  readonly text: string;
  /** Whether the file does not say how it is encoded, so that a person may know better. */
  readonly isGuessed: boolean;
  /** Why it cannot be read. */
  readonly problem?: string;
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** A mark that decides, or zeros at every other place as plain letters have in UTF-16; else UTF-8 where it is sound. */
export function decode(bytes: Uint8Array, chosen?: string): Decoded {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  const known = marked?.[0] ?? zeroed(bytes);
  if (known) return checked(textIn(bytes, known), false);
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), false);
  } catch {
    // Strict decoding throws where the bytes are no UTF-8: then it is an older one, which a person may correct.
    return checked(textIn(bytes, encodings.find(each => each === chosen) ?? encodings[0]), true);
  }
}

function textIn(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  return encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, windowsLetter) : text;
}

/** From 0x80 on; blanks are bytes without a letter. */
const windowsLetters = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Node 20 takes windows-1252 for Latin-1, where these are marks of control that no table holds. */
function windowsLetter(control: string): string {
  return windowsLetters[control.charCodeAt(0) - 0x80]?.trim() || control;
}

/** A file of some rows shows it: nearly every second byte is zero. */
function zeroed(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const looked = Math.min(bytes.length - (bytes.length % 2), 4000);
  if (looked < 4) return undefined;
  let [even, odd] = [0, 0];
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const most = looked / 2;
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : undefined;
}

function checked(text: string, isGuessed: boolean): Decoded {
  const decoded = { text: withoutMark(text), isGuessed };
  if (text.startsWith('PK\u0003\u0004'))
    return {
      ...decoded,
      problem: 'This is a .zip or a workbook, not a table. Unpack it, or export the report as CSV.',
    };
  if (!decoded.text.includes('\u0000')) return decoded;
  return {
    ...decoded,
    problem: 'This is no text: it holds zero bytes. Export the report as CSV, and choose that file.',
  };
}

/** A byte order mark that some program took for letters, and wrote as such. */
export function withoutMark(text: string): string {
  return text.replace(/^(?:\ufeff|ï»¿|ÿþ|þÿ)+/, '');
}

/** The first cells with letters beyond ASCII, by which a person sees whether they were read right. */
export function tellingTexts(rows: readonly (readonly string[])[]): string[] {
  const found = new Set<string>();
  for (const row of rows)
    for (const cell of row) {
      if (/[^ -~\s]/.test(cell)) found.add(cell.slice(0, 60));
      if (found.size >= 5) return [...found];
    }
  return [...found];
}
