/** Wall clock and instant in any IANA zone, exact to the second also before zones had whole-hour offsets. */

const day = 86_400_000;
/** Days from 1899-12-30, where serial numbers begin, to 1970-01-01. */
const epochSerial = 25_569;

export interface Zone {
  /** Milliseconds to add to an instant to get its wall clock. */
  offsetAt(instant: number): number;
  /** The wall clock as if it were UTC, so that UTC getters read its fields. */
  wallOf(instant: number): number;
  instantOf(wall: number): number;
}

const zones = new Map<string, Zone>();

export function zoneNamed(name: string): Zone {
  const known = zones.get(name) ?? createZone(name);
  zones.set(name, known);
  return known;
}

export function isZone(name: string): boolean {
  try {
    return Boolean(zoneNamed(name));
  } catch {
    return false;
  }
}

function createZone(name: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const measure = (instant: number) => {
    const part: Record<string, string> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = value;
    const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
    const wall = new Date(0);
    wall.setUTCFullYear(year, Number(part.month) - 1, Number(part.day));
    wall.setUTCHours(Number(part.hour), Number(part.minute), Number(part.second));
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  };
  // Formatting is slow and offsets change rarely: a day that begins and ends alike needs no second look.
  const days = new Map<number, number | null>();
  const offsetAt = (instant: number) => {
    const number = Math.floor(instant / day);
    let offset = days.get(number);
    if (offset === undefined) {
      const first = measure(number * day);
      offset = first === measure((number + 1) * day - 1) ? first : null;
      days.set(number, offset);
    }
    return offset ?? measure(instant);
  };
  return {
    offsetAt,
    wallOf: instant => instant + offsetAt(instant),
    instantOf(wall) {
      const before = offsetAt(wall - day);
      const after = offsetAt(wall + day);
      if (offsetAt(wall - before) === before) return wall - before;
      // A wall clock that a change skipped moves on by what was skipped.
      return offsetAt(wall - after) === after ? wall - after : wall - before;
    },
  };
}

/** The wall clock that a serial number means, to the millisecond. */
function wallOfSerial(serial: number): number {
  return Math.round((serial - epochSerial) * day);
}

export function serialOfWall(wall: number): number {
  return wall / day + epochSerial;
}

export function instantOfSerial(serial: number, zone: string): number {
  return zoneNamed(zone).instantOf(wallOfSerial(serial));
}

export function serialOfInstant(instant: number, zone: string): number {
  return serialOfWall(zoneNamed(zone).wallOf(instant));
}

/** The instant of a local time such as `2026-11-23T07:00`, to the minute or second. */
export function instantOfLocal(local: string, zone: string): number {
  const found = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?)?$/.exec(local);
  const wall = Date.parse(`${found?.[1]}T${found?.[2] ?? '00:00'}${found?.[3] ?? ':00'}Z`);
  if (Number.isNaN(wall)) throw new RangeError(`Not a local time such as 2026-11-23T07:00: ${local}`);
  return zoneNamed(zone).instantOf(wall);
}
