import { groupsOf } from './groups';
/** The form in which names match: trimmed, inner white space folded, case ignored. */
export function foldName(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
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
  return [...groupsOf(folded, appearance).values()].filter(group => group.length > 1);
}
