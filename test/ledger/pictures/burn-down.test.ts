import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { type BurnDown, burnDownPicture, pointsFrom } from '../../../src/ledger/pictures/burn-down';
import { type Drawing, drawingText } from '../../../src/ledger/pictures/picture';
import { addDays } from '../../../src/ledger/units/calendar-date';
import { type Seconds, seconds } from '../../../src/ledger/units/seconds';
import { day } from '../builders';

const hours = (count: number) => seconds(Math.round(count * 3600));
const acme: BurnDown = {
  title: 'Acme has 6 h of 20 h, enough until about 25 Dec 2026',
  from: day('2026-09-01'),
  today: day('2026-11-23'),
  points: [
    [day('2026-09-01'), hours(0)],
    [day('2026-09-02'), hours(20)],
    [day('2026-10-13'), hours(6)],
  ],
  arrivals: [[day('2026-09-02'), hours(20)]],
  runOut: { date: day('2026-12-25'), first: day('2026-12-20'), last: day('2027-01-07') },
};
const partsOf = (drawing: Drawing): Drawing[] => [
  drawing,
  ...drawing.children.flatMap(child => (typeof child === 'string' ? [] : partsOf(child))),
];
const textsIn = (drawing: Drawing) =>
  partsOf(drawing).flatMap(({ tag, children }) => (tag === 'text' ? [children.join('')] : []));
const size = { width: 300, height: 120 };

describe('the burn-down picture', () => {
  it('labels what is left, what came, when it began and when it may end, on the thing', () => {
    expect(textsIn(burnDownPicture(acme, size)).sort()).toEqual([
      '+20 h',
      '1 Sep 2026',
      '6 h',
      'about 25 Dec 2026',
    ]);
    expect(textsIn(burnDownPicture(acme, { width: 640, height: 120 }))).toContain('today');
  });

  it('steps up where hours come, down where they go, and is level until the next step', () => {
    const curve = partsOf(burnDownPicture(acme, size)).find(({ attributes }) => attributes.class === 'curve');
    const numbers = [...String(curve?.attributes.d).matchAll(/V([\d.]+)/g)].map(([, y]) => Number(y));
    const [up = 0, down = 0] = numbers;
    expect(numbers).toHaveLength(2);
    expect(up).toBe(18);
    expect(down).toBeCloseTo(18 + (14 / 20) * (120 - 18 - 20));
  });

  it('says all of it to those who do not see it', () => {
    const [svg, title, description] = partsOf(burnDownPicture(acme, size));
    expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': title?.attributes.id });
    expect(svg?.attributes['aria-describedby']).toBe(description?.attributes.id);
    expect(title?.children).toEqual([acme.title]);
    expect(description?.children).toEqual([
      'Hours left: 0 h on 1 Sep 2026, 6 h on 23 Nov 2026. 20 h came on 2 Sep 2026. ' +
        'They run out between 20 Dec 2026 and 7 Jan 2027 at the recent pace.',
    ]);
  });

  it('shows no day to come where nothing is known of it', () => {
    const { runOut: _, ...past } = acme;
    const classes = partsOf(burnDownPicture(past, size)).map(({ attributes }) => attributes.class);
    expect(classes).not.toContain('wedge');
    expect(textsIn(burnDownPicture(past, size))).toContain('23 Nov 2026');
  });

  it('keeps every text of a user a text', () => {
    const title = '<script>alert("x")</script> & \'y\'';
    const html = drawingText(burnDownPicture({ ...acme, title }, size));
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });

  it('keeps all it draws inside its frame, whatever the hours, and no text over another of its line', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -500_000, max: 500_000 }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.integer({ min: 220, max: 640 }), (steps, width) => {
        const from = day('2025-01-01');
        const sorted = [...steps].sort(([a], [b]) => a - b);
        const changes = sorted.map(([at, left]) => ({ date: addDays(from, at), left: seconds(left) }));
        const today = addDays(from, 400);
        const arrivals = changes
          .map(({ date, left }) => [date, left] as const)
          .filter(([, left]) => left > 0);
        const runOut = { date: addDays(today, 9), first: addDays(today, 2), last: addDays(today, 900) };
        const given = {
          title: 'x',
          from,
          today,
          points: pointsFrom(from, hours(3), changes),
          arrivals,
          runOut,
        };
        const drawing = burnDownPicture(given, { width, height: 120 });
        expect(parseDocument(drawingText(drawing), { xmlMode: true }).children).toHaveLength(1);
        for (const { tag, attributes } of partsOf(drawing)) {
          const numbers =
            tag === 'path' ? String(attributes.d).match(/-?[\d.]+/g) : [attributes.x, attributes.y];
          for (const each of numbers ?? []) {
            if (each === undefined) continue;
            expect(Number(each)).toBeGreaterThanOrEqual(0);
            expect(Number(each)).toBeLessThanOrEqual(width);
          }
        }
      }),
    );
  });
});

describe('the points of a burn-down', () => {
  const from = day('2026-01-01');
  const change = (at: number, left: Seconds) => ({ date: addDays(from, at), left });

  it('tell how a day ended, begin with what was there, and leave out steps that nobody sees', () => {
    const changes = [
      change(-3, hours(9)),
      change(1, hours(20)),
      change(1, hours(18)),
      change(2, hours(17.9)),
    ];
    expect(pointsFrom(from, hours(4), [...changes, change(5, hours(17.8))])).toEqual([
      [from, hours(4)],
      [addDays(from, 1), hours(18)],
      [addDays(from, 5), hours(17.8)],
    ]);
  });
});
