import { appearance, foldName } from '../units/names';
import { slipsBetween } from '../units/slips';

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
