/**
 * A digest of texts: 64 bits as 16 hexadecimal digits.
 *
 * It finds slips of the hand, not forgeries, and is worked out here, as Google's own digest costs a call for each.
 * Two lanes of 32 bits, multiplied by odd constants and mixed at the end (as in Bob Jenkins' and MurmurHash3's
 * finalisers).
 */
export function createDigest() {
  let [left, right] = [0xdeadbeef, 0x41c6ce57];
  const take = (code: number) => {
    left = Math.imul(left ^ code, 0x9e3779b1);
    right = Math.imul(right ^ code, 0x5f356495);
    left ^= left >>> 15;
    right ^= right >>> 13;
  };
  const takeText = (text: string) => {
    // As `take`, in variables of its own: a workbook has millions of letters.
    let [one, other] = [left, right];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      one = Math.imul(one ^ code, 0x9e3779b1);
      other = Math.imul(other ^ code, 0x5f356495);
      one ^= one >>> 15;
      other ^= other >>> 13;
    }
    [left, right] = [one, other];
    // Beyond every letter, with the length: ("ab", "c") must differ from ("a", "bc").
    take(0x10000 + text.length);
  };
  const takeWhole = (whole: number) => {
    take(kinds.whole);
    take(whole);
    // Of 32 bits it is known without a division.
    take(whole === (whole | 0) ? whole >> 31 : Math.floor(whole / 2 ** 32));
  };
  return {
    take: takeText,
    /** Any plain value, with its kind: 1 differs from "1". Whole numbers are taken as they are, without their text. */
    takePart(part: string | number | boolean | undefined): void {
      if (typeof part === 'string') {
        take(kinds.text);
        takeText(part);
      } else if (Number.isSafeInteger(part)) takeWhole(part as number);
      else {
        take(kinds.other);
        takeText(String(part));
      }
    },
    hex(): string {
      const mixed = [mix(left ^ (right >>> 16)), mix(right ^ (left >>> 13))];
      return mixed.map(lane => (lane >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}

/** No letter and no length. */
const kinds = { text: -1, whole: -2, other: -3 };

function mix(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

export function digestOf(text: string): string {
  const digest = createDigest();
  digest.take(text);
  return digest.hex();
}
