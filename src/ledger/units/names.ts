import { groupsOf } from './groups';

/** Characters that nobody sees, and that are no blank: marks of direction, of joining, of control. */
const invisible = /\ufeff|(?!\s)[\p{Cc}\p{Cf}]|\u034f|\p{Variation_Selector}/gu;
/** What phones and word processors type in place of the plain marks of a keyboard. */
const typographic: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201b\u02b9\u02bc\u2032\u00b4`]/g, "'"],
  [/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
];

/** Nearly every name: plain letters and single blanks, which stand as they are. */
const isPlain = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/** A name as it is written, without what nobody sees. */
export function visibleName(name: string): string {
  if (isPlain.test(name)) return name;
  return name.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim();
}

/** The form in which names match: without what nobody sees, with plain apostrophes, quotes and dashes, case ignored. */
export function foldName(name: string): string {
  if (isPlain.test(name)) return name.toLowerCase();
  return typographic
    .reduce((text, [marks, plain]) => text.replace(marks, plain), visibleName(name))
    .toLowerCase();
}

/** A Latin letter, then Cyrillic and Greek ones that look like it (Unicode's confusables, the everyday part). */
const lookalikes =
  'aаα bвьβ cс dԁ eеёε gԍ hнһη iіїι jј kкκ lӏ mмμ nпν oоοσ0 pрρ qԛ rгⲅ sѕ tтτ uυ vѵ wԝω xхχ yуγ zᴢζ';
const plainLetters = new Map(
  lookalikes.split(' ').flatMap(group => Array.from(group, letter => [letter, group.charAt(0)])),
);

const small = /\p{Ll}/u;

/** Within a word of small letters a capital i, a one and a bar look like an l. */
function withoutLikeL(name: string): string {
  const isSmall = (at: number) => small.test(name.charAt(at));
  return name.replace(/[I1|]/g, (mark, at: number) => (isSmall(at - 1) || isSmall(at + 1) ? 'l' : mark));
}

/** What the eye sees of a name; two different names with one appearance are easily confused. */
export function appearance(name: string): string {
  const folded = foldName(withoutLikeL(visibleName(name).normalize('NFKC')));
  const plain = Array.from(folded, letter => plainLetters.get(letter) || letter).join('');
  return plain.replace(/rn/g, 'm').replace(/vv/g, 'w');
}

/** Names by appearance where several different ones look alike. */
export function alikeNames<Named extends { readonly name: string }>(
  all: Iterable<Named>,
): readonly Named[][] {
  return [...groupsOf(all, ({ name }) => appearance(name)).values()].filter(group => group.length > 1);
}
