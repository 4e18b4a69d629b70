import { expect, it } from 'vitest';
import { type ColumnChart, columnPicture } from '../../../src/ledger/pictures/columns';
import type { Drawing } from '../../../src/ledger/pictures/picture';

const chart: ColumnChart = {
  kind: 'revenue',
  title: 'Revenue',
  parts: ['Service', 'Overage', 'Differences'],
  columns: [
    { label: 'Jan', values: [5, 0, 0] },
    { label: 'Feb', values: [3, 0, -1] },
  ],
  show: String,
};
const textsOf = (drawing: Drawing): string[] =>
  drawing.children.flatMap(child => (typeof child === 'string' ? [child] : textsOf(child)));
const fillOf = (drawing: Drawing, y: number): unknown[] =>
  drawing.children.flatMap(child =>
    typeof child === 'string'
      ? []
      : child.attributes.y === y && child.tag === 'rect'
        ? [child.attributes.fill]
        : [],
  );

it('names only parts that are drawn, each in its own shade', () => {
  const drawing = columnPicture(chart, 400);
  const texts = textsOf(drawing);
  expect(texts).toContain('Service');
  expect(texts).toContain('Differences');
  expect(texts.join(' ')).not.toContain('Overage');
  expect(texts).toContain('Jan 5 (Service 5, Differences 0); Feb 2 (Service 3, Differences -1)');
  expect(fillOf(drawing, 18)).toEqual(['#1d4f91', '#5f6b7a']);
});

it('of one kind needs no names', () => {
  const texts = textsOf(
    columnPicture({ ...chart, parts: ['all'], columns: [{ label: 'Jan', values: [5] }] }, 400),
  );
  expect(texts).not.toContain('all');
  expect(texts).toContain('Jan 5');
});
