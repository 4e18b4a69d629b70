import { appearance, foldName } from '../units/names';

/** What a firm's form adds to a name, or people leave out. */
const forms = /\b(the|llc|inc|ltd|limited|co|corp|company|gmbh|ag|kg|sa|sarl|sas|bv|plc|llp)\b/g;

/** The letters and digits by which people know a name. */
function coreOf(name: string): string {
  const plain = foldName(name).normalize('NFD').replace(/\p{M}/gu, '').replace(/&/g, ' and ');
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  return words.replace(forms, ' ').replace(/\s+/g, ' ').trim() || words;
}

/** The one of the names that was meant, most likely; nothing where none is near, or two are as near. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  const core = coreOf(name);
  const ranked = names
    .map(each => ({ each, away: distance(name, core, each) }))
    .filter(({ away }) => away < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.away - b.away);
  const [best, second] = ranked;
  return best && best.away !== second?.away ? best.each : undefined;
}

/** How far apart two names are; without end where they are none of one client's. */
function distance(name: string, core: string, other: string): number {
  const otherCore = coreOf(other);
  if (core === otherCore || appearance(name) === appearance(other)) return 0;
  const longest = Math.max(core.length, otherCore.length);
  const most = longest < 4 ? 0 : longest < 8 ? 1 : 2;
  const slips = slipsBetween(core, otherCore, most);
  if (slips <= most) return slips;
  // A part of the name in its own words: "Oak" for "Oak Dental".
  const [short, long] = core.length < otherCore.length ? [core, otherCore] : [otherCore, core];
  return short.length >= 3 && ` ${long} `.includes(` ${short} `) ? most + 1 : Number.POSITIVE_INFINITY;
}

/** Letters to change, add, leave out or swap with the next one; more than `most` are not counted out. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [above, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a.charAt(i - 1) === b.charAt(j - 1);
      const change = (row[j - 1] ?? 0) + (same ? 0 : 1);
      const isSwap =
        i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1);
      const swap = isSwap ? (above[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap));
    }
    [above, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}
