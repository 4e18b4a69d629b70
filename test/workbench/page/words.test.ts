/** Dates, hours and counts as the page writes them. */

import { expect, it } from 'vitest';
import { counted, hoursAfter, hoursText, localTime } from '../../../workbench/page/shell/words';

it('writes local times and moves them over midnight, month and year', () => {
  expect(localTime('2026-09-03T07:05:59')).toBe('3 Sep 2026, 07:05');
  expect(hoursAfter('2026-12-31T23:30:00', 1)).toBe('2027-01-01T00:30');
  expect(hoursAfter('2026-11-23T07:00', 168)).toBe('2026-11-30T07:00');
});

it('writes hours and counts', () => {
  expect([4.5, 20, -2, 0.333].map(hoursText)).toEqual(['4.5 h', '20 h', '−2 h', '0.33 h']);
  expect([0, 1, 2].map(count => counted(count, 'mail'))).toEqual(['no mail', '1 mail', '2 mails']);
});
