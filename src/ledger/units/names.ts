/** The form in which names match: trimmed, inner white space folded, case ignored. */
export function foldName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Remembers what `make` made of each text: the same few names stand in a hundred thousand rows. */
export function remembering<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>();
  return text => {
    const known = made.get(text);
    if (known !== undefined) return known;
    const value = make(text);
    made.set(text, value);
    return value;
  };
}

/** A Latin letter, then Cyrillic and Greek ones that look like it (Unicode's confusables, the everyday part). */
const lookalikes =
  'aаα bвьβ cс dԁ eеёε gԍ hнһη iіїι jј kкκ lӏ mмμ nпν oоοσ0 pрρ qԛ rгⲅ sѕ tтτ uυ vѵ wԝω xхχ yуγ zᴢζ';
const plainLetters = new Map(
  lookalikes.split(' ').flatMap(group => Array.from(group, letter => [letter, group.charAt(0)])),
);

/** What the eye sees of a folded name; two different names with one appearance are easily confused. */
export function appearance(folded: string): string {
  const visible = folded.normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '');
  return Array.from(visible, letter => plainLetters.get(letter) || letter).join('');
}

/** Names by appearance where several different ones look alike. */
export function lookalikeNames(folded: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const name of folded) {
    const seen = appearance(name);
    groups.set(seen, [...(groups.get(seen) || []), name]);
  }
  return [...groups.values()].filter(group => group.length > 1);
}
