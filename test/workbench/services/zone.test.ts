/** Wall clocks in zones, to the second also in the years of local mean time, and Java's date patterns. */

import { describe, expect, it } from 'vitest';
import { instantOfSerial, serialOfInstant, zoneNamed } from '../../../workbench/engine/zone';
import { formatInstant, parseInstant } from '../../../workbench/services/date-pattern';

describe('a serial number', () => {
  it.each([
    ['Europe/Paris', 561],
    ['Asia/Kolkata', 19_270],
    ['America/Sao_Paulo', -11_188],
    ['Etc/UTC', 0],
  ])('of a duration is exact in %s', (zone, offset) => {
    const instant = instantOfSerial(1.5 / 24, zone);

    expect(instant).toBe(Date.UTC(1899, 11, 30, 1, 30) - offset * 1000);
    expect(serialOfInstant(instant, zone) * 24).toBeCloseTo(1.5, 9);
  });

  it('goes there and back on both sides of every change of offset', () => {
    for (let serial = 46_000; serial < 46_400; serial += 0.25) {
      const instant = instantOfSerial(serial, 'America/New_York');
      expect(serialOfInstant(instant, 'America/New_York')).toBe(serial);
    }
  });

  it('of a skipped hour moves on by what was skipped', () => {
    const skipped = Date.UTC(2026, 2, 8, 2, 30);
    const { instantOf, wallOf } = zoneNamed('America/New_York');
    expect(wallOf(instantOf(skipped))).toBe(Date.UTC(2026, 2, 8, 3, 30));
  });

  it('of a repeated hour means the first', () => {
    const repeated = Date.UTC(2026, 10, 1, 1, 30);
    expect(zoneNamed('America/New_York').instantOf(repeated)).toBe(Date.UTC(2026, 10, 1, 5, 30));
  });
});

describe('a Java pattern', () => {
  const instant = Date.UTC(2026, 10, 23, 14, 5, 9, 7);

  it.each([
    ['yyyy-MM-dd', '2026-11-23'],
    ['yyyy-MM-dd HH:mm:ss', '2026-11-23 15:05:09'],
    ['d/M/yyyy', '23/11/2026'],
  ])('%s writes %s', (pattern, text) => {
    expect(formatInstant(instant, 'Europe/Paris', pattern)).toBe(text);
  });

  it('refuses a letter that it does not know, rather than guessing', () => {
    for (const pattern of ['w', 'd MMM yyyy', "yyyy 'h'"])
      expect(() => formatInstant(instant, 'Etc/UTC', pattern)).toThrow('Not emulated');
  });

  it('reads what it writes', () => {
    const zone = 'Asia/Kolkata';
    for (const pattern of ['yyyy-MM-dd HH:mm:ss', 'yyyyMMddHHmmss']) {
      const text = formatInstant(instant, zone, pattern);
      expect(formatInstant(parseInstant(text, zone, pattern), zone, pattern)).toBe(text);
    }
    expect(() => parseInstant('soon', zone, 'yyyy-MM-dd')).toThrow('Unparseable date: "soon"');
  });
});

describe("a time cell, read as Java's SimpleDateFormat reads it", () => {
  const cell = (hours: number, zone: string) =>
    formatInstant(instantOfSerial(hours / 24, zone), zone, 'yyyy-MM-dd HH:mm:ss');

  it.each([
    ['Europe/Madrid', '02:44:44'],
    ['Europe/Paris', '02:20:39'],
    ['Asia/Kolkata', '01:38:50'],
    ['Pacific/Auckland', '02:00:00'],
    ['Africa/Windhoek', '01:00:00'],
    ['America/New_York', '01:30:00'],
    ['Europe/London', '01:30:00'],
    ['Europe/Berlin', '01:30:00'],
    ['Etc/UTC', '01:30:00'],
  ])('of 1:30 in %s shows %s', (zone, shown) => {
    expect(cell(1.5, zone)).toBe(`1899-12-30 ${shown}`);
  });

  it('is in local mean time itself, with seconds', () => {
    const madrid = new Date(instantOfSerial(17 / 24, 'Europe/Madrid'));
    expect(madrid.toISOString()).toBe('1899-12-30T17:14:44.000Z');
    expect(new Date(instantOfSerial(0.5, 'Asia/Jerusalem')).toISOString()).toBe('1899-12-30T09:39:20.000Z');
  });

  it('is right again from 1900 on', () => {
    expect(cell(60, 'Europe/Madrid')).toBe('1900-01-01 12:00:00');
    expect(formatInstant(Date.UTC(1900, 0, 1), 'Europe/Paris', 'yyyy-MM-dd HH:mm:ss')).toBe(
      '1900-01-01 00:09:21',
    );
  });

  it('is what a text of 1899 is parsed to', () => {
    const parsed = (text: string, zone: string) => parseInstant(text, zone, 'yyyy-MM-dd HH:mm:ss');
    expect(parsed('1899-12-30 01:30:00', 'Europe/Madrid')).toBe(-2_209_159_800_000);
    expect(parsed('1899-12-30 01:30:00', 'America/New_York')).toBe(-2_209_138_200_000);
    expect(parsed('1900-01-01 00:00:00', 'Europe/Madrid')).toBe(-2_208_987_916_000);
    expect(parsed('1900-01-01 00:00:00', 'Europe/Paris')).toBe(-2_208_992_400_000);
  });
});
