import { type CalendarDate, dateText } from '../units/calendar-date';
import { hoursText, type Seconds } from '../units/seconds';
import { type Drawing, draw, look, pictureOf, rounded, type Size, widthOf } from './picture';

/** How a client's hours went down over time, and when they may run out; plain values, as a cache keeps them. */
export interface BurnDown {
  /** What it shows, in a sentence. */
  readonly title: string;
  readonly from: CalendarDate;
  /** The last day of which anything is known; what comes later is a guess. */
  readonly today: CalendarDate;
  /** Hours left from a day on. The first is the day it begins with. */
  readonly points: readonly (readonly [day: CalendarDate, left: Seconds])[];
  /** Hours that came, such as a purchase. */
  readonly arrivals: readonly (readonly [day: CalendarDate, hours: Seconds])[];
  readonly runOut?: {
    readonly date: CalendarDate;
    readonly first: CalendarDate;
    readonly last: CalendarDate;
  };
}

const [top, left, bottom] = [18, 2, 20];
const gap = 6;
const mostDays = 183;
/** So many steps fit from the top to the bottom. */
const finest = 60;

type ShowHours = (time: Seconds) => string;

/** How the picture names its days, and what it says to who does not see it. */
export interface PictureWords {
  readonly date: (date: CalendarDate) => string;
  readonly about: (date: string) => string;
  readonly today: string;
  readonly description?: string;
}

const english: PictureWords = { date: dateText, about: date => `about ${date}`, today: 'today' };

/** Where days and hours stand in the picture. */
interface Scale {
  readonly x: (day: number) => number;
  readonly y: (hours: number) => number;
  readonly size: Size;
  readonly show: ShowHours;
}

/** What is left after each day on which it changed, from a day on; steps that nobody sees are left out. */
export function pointsFrom(
  from: CalendarDate,
  opening: Seconds,
  changes: readonly { readonly date: CalendarDate; readonly left: Seconds }[],
): BurnDown['points'] {
  const days = new Map<CalendarDate, Seconds>();
  for (const { date, left: hours } of changes) if (date >= from) days.set(date, hours);
  const most = [...days.values()].reduce((known, each) => Math.max(known, Math.abs(each)), 0);
  const all = [...days];
  let shown = opening;
  const seen = all.filter(([, hours], index) => {
    const isSeen = Math.abs(hours - shown) >= most / finest || index === all.length - 1;
    if (isSeen) shown = hours;
    return isSeen;
  });
  return [[from, opening], ...seen];
}

/** The picture in pixels of the place where it stands. */
export function burnDownPicture(
  given: BurnDown,
  size: Size,
  show: ShowHours = hoursText,
  words: PictureWords = english,
): Drawing {
  const scale = scaleOf(given, size, show);
  return pictureOf(
    { kind: 'burn-down', title: given.title, description: words.description ?? descriptionOf(given, show) },
    size,
    ...wedgeOf(given, scale),
    zeroLine(scale),
    ...todayLine(given, scale),
    draw('path', { ...look('curve'), d: curveOf(given, scale) }),
    ...lastDot(given, scale),
    ...arrivalLabels(given, scale),
    ...dayLabels(given, scale, words),
  );
}

function scaleOf(given: BurnDown, size: Size, show: ShowHours): Scale {
  const { from, today, points, runOut } = given;
  const end = runOut ? Math.min(Math.max(runOut.last, today), today + mostDays) : today;
  const days = Math.max(1, end - from);
  const hours = points.map(([, each]) => each);
  const [most, least] = [Math.max(3600, ...hours), Math.min(0, ...hours)];
  // What is left today stands right of the last day.
  const right = runOut ? gap : gap + widthOf(show(leftOf(given)));
  const [width, height] = [size.width - left - right, size.height - top - bottom];
  return {
    x: day => rounded(left + (Math.min(Math.max(day - from, 0), days) / days) * width),
    y: each => rounded(top + ((most - each) / (most - least)) * height),
    size,
    show,
  };
}

/** Level until the next step. */
function curveOf({ points, today }: BurnDown, { x, y }: Scale): string {
  const [first, ...others] = points;
  if (!first) return '';
  const steps = others.map(([day, hours]) => `H${x(day)}V${y(hours)}`);
  return `M${x(first[0])} ${y(first[1])}${steps.join('')}H${x(today)}`;
}

function zeroLine({ y, size }: Scale): Drawing {
  return draw('line', { ...look('rule'), x1: 0, x2: size.width, y1: y(0), y2: y(0) });
}

/** From what is left today down to the first and the last day on which nothing may be left. */
function wedgeOf(given: BurnDown, { x, y }: Scale): readonly Drawing[] {
  const { runOut, today } = given;
  if (!runOut) return [];
  const [begin, first, last] = [`${x(today)} ${y(leftOf(given))}`, x(runOut.first), x(runOut.last)];
  // Where the range is one day it would be a line that nobody sees.
  const end = Math.max(last, first + 2);
  return [draw('path', { ...look('wedge'), d: `M${begin}L${first} ${y(0)}H${end}Z` })];
}

function todayLine({ runOut, today }: BurnDown, { x, size }: Scale): readonly Drawing[] {
  if (!runOut) return [];
  const at = x(today);
  return [draw('line', { ...look('rule'), x1: at, x2: at, y1: top, y2: size.height - bottom })];
}

function lastDot(given: BurnDown, { x, y, size, show }: Scale): readonly Drawing[] {
  const hours = leftOf(given);
  const [at, words] = [x(given.today), show(hours)];
  const isInside = at + gap + widthOf(words) <= size.width;
  const place = isInside ? { x: at + gap, 'text-anchor': 'start' } : { x: at - gap, 'text-anchor': 'end' };
  return [
    draw('circle', { ...look('dot'), cx: at, cy: y(hours), r: 3 }),
    draw('text', { ...look('ink'), ...place, y: Math.max(y(hours) - gap, 10), 'font-weight': 'bold' }, words),
  ];
}

/** The newest first, and none where it would cover another. */
function arrivalLabels(given: BurnDown, { x, y, show }: Scale): readonly Drawing[] {
  let free = x(given.today) - widthOf(show(leftOf(given)));
  return [...given.arrivals].reverse().flatMap(([day, hours]) => {
    const words = `+${show(hours)}`;
    const at = x(day);
    if (at + widthOf(words) > free) return [];
    free = at - gap;
    const after = given.points.reduce((known, [each, left]) => (each <= day ? left : known), hours);
    return [draw('text', { ...look('quiet'), x: at, y: Math.max(y(after) - gap, 10) }, words)];
  });
}

/** The first day, today and the run-out, each where it is; one that would cover another is left out. */
function dayLabels(
  { from, today, runOut }: BurnDown,
  { x, size }: Scale,
  words: PictureWords,
): readonly Drawing[] {
  const wanted = [
    [from, words.date(from)],
    ...(runOut ? [[runOut.date, words.about(words.date(runOut.date))] as const] : []),
    [today, runOut ? words.today : words.date(today)],
  ] as const;
  const taken: (readonly [begin: number, end: number])[] = [];
  return wanted.flatMap(([day, label]) => {
    const width = widthOf(label);
    const begin = Math.min(Math.max(x(day) - width / 2, 0), size.width - width);
    if (taken.some(([from, to]) => begin < to + gap && begin + width + gap > from)) return [];
    taken.push([begin, begin + width]);
    const at = { x: rounded(begin + width / 2), y: size.height - gap, 'text-anchor': 'middle' };
    return [draw('text', { ...look('quiet'), ...at }, label)];
  });
}

function leftOf({ points }: BurnDown): Seconds {
  return (points[points.length - 1] as readonly [CalendarDate, Seconds])[1];
}

function descriptionOf(given: BurnDown, show: ShowHours): string {
  const { from, today, points, arrivals, runOut } = given;
  const [first] = points as [readonly [CalendarDate, Seconds]];
  const came = arrivals.map(([day, hours]) => `${show(hours)} came on ${dateText(day)}.`);
  const ends = runOut
    ? [`They run out between ${dateText(runOut.first)} and ${dateText(runOut.last)} at the recent pace.`]
    : [];
  const levels = `${show(first[1])} on ${dateText(from)}, ${show(leftOf(given))} on ${dateText(today)}.`;
  return ['Hours left:', levels, ...came, ...ends].join(' ');
}
