import { describe, expect, it } from 'vitest';
import { decimal } from '../../../src/ledger/units/decimal';
import {
  clockText,
  hoursOf,
  hoursText,
  type Seconds,
  seconds,
  secondsOfHours,
} from '../../../src/ledger/units/seconds';
import { h } from '../builders';

describe('seconds', () => {
  it('keep a hundredth of an hour exactly', () => {
    expect(secondsOfHours(decimal(0.01))).toBe(36);
    expect(hoursOf(secondsOfHours(decimal(19.99)))).toBe(19.99);
  });

  it('round half a second away from zero', () => {
    expect(secondsOfHours(decimal(0.00125))).toBe(5);
    expect(secondsOfHours(decimal(-0.00125))).toBe(-5);
  });

  it('are whole and below thirty thousand years', () => {
    expect(() => seconds(1.5)).toThrow(RangeError);
    expect(() => seconds(1e13)).toThrow(RangeError);
  });

  it.each([
    [13.5, '13.5 h'],
    [20, '20 h'],
    [-2.25, '−2.25 h'],
    [1 / 3, '0.33 h'],
    [-0.001, '0 h'],
    [0, '0 h'],
  ])('%d hours are written %s', (hours, text) => {
    expect(hoursText(h(hours))).toBe(text);
  });

  it.each([
    [6000, '1:40'],
    [6012, '1:40:12'],
    [59, '0:00:59'],
    [-5400, '−1:30'],
    [360_000, '100:00'],
  ])('%d seconds by the clock are %s', (time, text) => {
    expect(clockText(time as Seconds)).toBe(text);
  });
});
