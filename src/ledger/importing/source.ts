import { createDigest } from '../units/digest';
import type { Tracker } from './trackers';

/**
 * Names each entry by the file's own words, so that it is known again whatever becomes of it afterwards.
 *
 * An id of the tracker's own is enough; equal lines get a number, for two equal pieces of work stay two.
 */
export function createSources(tracker: Tracker) {
  const counts = new Map<string, number>();
  return (id: string, parts: readonly string[]): string => {
    const digest = createDigest();
    for (const part of id === '' ? parts : [`id ${tracker}`, id]) digest.take(part);
    const name = digest.hex();
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    return `${tracker} ${name}${nth > 1 ? `·${nth}` : ''}`;
  };
}

const source = /^\S+ ([0-9a-f]{16}(?:·\d+)?)$/;

/** By what a row of Time is known to come from a tracker; nothing where it does not. */
export function markOfSource(text: string): string | undefined {
  return source.exec(text.trim())?.[1];
}
