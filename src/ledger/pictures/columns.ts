import { type Drawing, draw, lettersIn, look, pictureOf, rounded, widthOf } from './picture';

/** A column each for months, clients or spans of days; figures of several kinds stand on each other. */
export interface ColumnChart {
  /** By which its parts are named in a page; one of a kind stands there at a time. */
  readonly kind: string;
  /** What it shows, in a sentence. */
  readonly title: string;
  /** What its parts are called; one needs no name. */
  readonly parts: readonly string[];
  readonly columns: readonly { readonly label: string; readonly values: readonly number[] }[];
  readonly show: (value: number) => string;
}

const [top, bottom, height] = [48, 18, 170];
/** So that a printer tells them apart, too. */
const shades = ['#1d4f91', '#8fb3dd', '#5f6b7a', '#c9ced6'];

/** The picture in pixels of the place where it stands. */
export function columnPicture(chart: ColumnChart, width: number): Drawing {
  const { kind, title, columns } = chart;
  const sums = columns.map(({ values }) => values.reduce((sum, each) => sum + each, 0));
  const description = columns.map((column, at) => describe(chart, column, sums[at] as number)).join('; ');
  const scale = scaleOf(columns, width);
  return pictureOf(
    { kind, title, description },
    { width, height },
    draw('text', { ...look('quiet'), x: 0, y: 10 }, title),
    ...legendOf(chart),
    ...columns.flatMap((column, at) => columnOf(chart, column, { at, sum: sums[at] as number, scale })),
    draw('line', { ...look('rule'), x1: 0, x2: width, y1: scale.y(0), y2: scale.y(0) }),
  );
}

type Column = ColumnChart['columns'][number];

function describe(chart: ColumnChart, { label, values }: Column, sum: number): string {
  const { show } = chart;
  const parts = shownParts(chart).map(([part, at]) => `${part} ${show(values[at] ?? 0)}`);
  const several = parts.length > 0 ? ` (${parts.join(', ')})` : '';
  return `${label} ${show(sum)}${several}`;
}

interface Scale {
  readonly step: number;
  readonly y: (value: number) => number;
}

/** From the highest sum of what is above zero down to the lowest of what is below it. */
function scaleOf(columns: readonly Column[], width: number): Scale {
  const ends = columns.map(({ values }) => [
    values.reduce((sum, each) => sum + Math.max(0, each), 0),
    values.reduce((sum, each) => sum + Math.min(0, each), 0),
  ]);
  const most = Math.max(1, ...ends.map(([above = 0]) => above));
  const least = Math.min(0, ...ends.map(([, below = 0]) => below));
  const span = height - top - bottom;
  return {
    step: width / Math.max(1, columns.length),
    y: value => rounded(top + ((most - value) / (most - least)) * span),
  };
}

function columnOf(
  { show }: ColumnChart,
  { label, values }: Column,
  { at, sum, scale: { step, y } }: { readonly at: number; readonly sum: number; readonly scale: Scale },
): readonly Drawing[] {
  const thickness = rounded(Math.min(40, step * 0.6));
  const x = rounded(at * step + (step - thickness) / 2);
  let [above, below] = [0, 0];
  const parts = values.map((value, part) => {
    const from = value >= 0 ? above : below;
    if (value >= 0) above += value;
    else below += value;
    const [high, low] = [y(Math.max(from, from + value)), y(Math.min(from, from + value))];
    return draw('rect', { x, y: high, width: thickness, height: rounded(low - high), fill: shadeOf(part) });
  });
  const middle = { x: rounded(at * step + step / 2), 'text-anchor': 'middle' };
  const figure = show(sum);
  // A figure that would run into its neighbour stands in the table alone.
  const isRoom = widthOf(figure) <= step * 1.1;
  return [
    ...parts.filter(({ attributes }) => attributes.height !== 0),
    ...(isRoom && sum !== 0 ? [draw('text', { ...look('ink'), ...middle, y: y(above) - 4 }, figure)] : []),
    draw('text', { ...look('quiet'), ...middle, y: height - 4 }, label.slice(0, lettersIn(step))),
  ];
}

/** Parts that are drawn somewhere, each with its place; one alone needs no name. */
function shownParts({ parts, columns }: ColumnChart): readonly (readonly [part: string, at: number])[] {
  if (parts.length < 2) return [];
  return parts
    .map((part, at) => [part, at] as const)
    .filter(([, at]) => columns.some(({ values }) => (values[at] ?? 0) !== 0));
}

function legendOf(chart: ColumnChart): readonly Drawing[] {
  let x = 0;
  return shownParts(chart).flatMap(([part, at]) => {
    const place = x;
    x += widthOf(part) + 28;
    return [
      draw('rect', { x: place, y: 18, width: 9, height: 9, fill: shadeOf(at) }),
      draw('text', { ...look('quiet'), x: place + 13, y: 26 }, part),
    ];
  });
}

function shadeOf(part: number): string {
  return shades[part % shades.length] as string;
}
