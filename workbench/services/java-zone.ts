/**
 * Zones as Java's SimpleDateFormat knows them, which `Utilities.formatDate` and `parseDate` follow: before 1900 a zone
 * has today's standard offset, whatever its clocks showed then.
 *
 * So a time cell, which is an instant of 1899 in local mean time, reads shifted wherever the zone had not yet taken its
 * present offset by then: right in New York, London and Berlin, 74 minutes and 44 seconds late in Madrid.
 *
 * Compared with OpenJDK 17 and 25 (`sun.util.calendar.ZoneInfo` has no change of offset before 1900) in all of their 600
 * zones.
 */

import { type Zone, zoneNamed } from '../engine/zone';

const begin1900 = Date.UTC(1900, 0, 1);
const hour = 3_600_000;
/** Where Java counts today's time as summer time that never ends. */
const javaStandard: ReadonlyMap<string, number> = new Map([['Africa/Windhoek', hour]]);
/** The year of whose offsets the smallest is the standard one; no zone has changed its own since. */
const months = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15));

const zones = new Map<string, Zone>();

export function javaZoneNamed(name: string): Zone {
  const known = zones.get(name) ?? createJavaZone(name);
  zones.set(name, known);
  return known;
}

function createJavaZone(name: string): Zone {
  const zone = zoneNamed(name);
  const standard = javaStandard.get(name) ?? Math.min(...months.map(instant => zone.offsetAt(instant)));
  const offsetAt = (instant: number) => (instant < begin1900 ? standard : zone.offsetAt(instant));
  return {
    offsetAt,
    wallOf: instant => instant + offsetAt(instant),
    instantOf(wall) {
      const instant = zone.instantOf(wall);
      return instant < begin1900 ? wall - standard : instant;
    },
  };
}
