/** The form in which names match: trimmed, inner white space folded, case ignored. */
export function foldName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Cyrillic and Greek letters that look like these Latin ones (Unicode's confusables, the everyday part). */
const lookalikes: readonly [string, string][] = [
  ['aаα', 'a'],
  ['bвьβ', 'b'],
  ['cс', 'c'],
  ['dԁ', 'd'],
  ['eеёε', 'e'],
  ['gԍ', 'g'],
  ['hнһη', 'h'],
  ['iіїι', 'i'],
  ['jј', 'j'],
  ['kкκ', 'k'],
  ['lӏ', 'l'],
  ['mмμ', 'm'],
  ['nпν', 'n'],
  ['oоοσ0', 'o'],
  ['pрρ', 'p'],
  ['qԛ', 'q'],
  ['rгⲅ', 'r'],
  ['sѕ', 's'],
  ['tтτ', 't'],
  ['uυ', 'u'],
  ['vѵ', 'v'],
  ['wԝω', 'w'],
  ['xхχ', 'x'],
  ['yуγ', 'y'],
  ['zᴢζ', 'z'],
];
const plainLetters = new Map(
  lookalikes.flatMap(([group, plain]) => Array.from(group, letter => [letter, plain])),
);
const plainLetter = (letter: string): string => plainLetters.get(letter) ?? letter;

/** What the eye sees of a folded name; two different names with one appearance are easily confused. */
export function appearance(folded: string): string {
  const visible = folded.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
  return Array.from(visible, plainLetter).join('');
}

/** Names by appearance where several different ones look alike. */
export function lookalikeNames(folded: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of folded) {
    const seen = appearance(name);
    groups.set(seen, [...(groups.get(seen) ?? []), name]);
  }
  return [...groups.values()].filter(group => group.length > 1);
}
