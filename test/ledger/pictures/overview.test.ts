import { expect, it } from 'vitest';
import { type OverviewBar, overviewPicture, overviewTitle } from '../../../src/ledger/pictures/overview';
import { drawingText } from '../../../src/ledger/pictures/picture';

const bars: readonly OverviewBar[] = [
  { name: 'Beta <b>', left: '−2 h', state: 'used up', share: 0 },
  { name: 'Acme', left: '6 h', state: 'low', share: 0.3 },
  { name: 'Gamma', left: '9 h', state: 'low', share: 0.9 },
];

it('says in its sentence how many clients are in which state', () => {
  expect(overviewTitle(bars)).toBe('Hours left of 3 clients: 1 used up, 2 low');
});

it('has a bar a client, filled by what is left, in the colour of its state with the word beside it', () => {
  const html = drawingText(overviewPicture(bars, 400));
  const length = 400 - 152 - 104 - 16;
  const filled = [
    ...html.matchAll(/<g class="([\w-]+)".*?class="tone" fill="currentColor" [^>]*?width="([\d.]+)"/g),
  ];
  expect(filled.map(([, state, width]) => [state, Number(width)])).toEqual([
    ['used-up', 0],
    ['low', Math.round(length * 30) / 100],
    ['low', Math.round(length * 90) / 100],
  ]);
  expect(html.match(/text-anchor="end">([^<]*)</g)).toHaveLength(3);
  expect(html).toContain('Beta &lt;b&gt; −2 h, used up; Acme 6 h, low');
});

it('of many clients draws the worst, and says how many more there are', () => {
  const many = Array.from({ length: 45 }, () => bars[1] as OverviewBar);
  expect(drawingText(overviewPicture(many, 300)).match(/<g /g)).toHaveLength(40);
  expect(drawingText(overviewPicture(many, 300))).toContain('and 5 more in Balances');
});
