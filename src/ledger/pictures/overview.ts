import { counted } from '../units/local-text';
import { shortened } from '../units/plain-json';
import { type Drawing, draw, lettersIn, look, pictureOf, rounded } from './picture';

/** One client of the overview, the worst first. */
export interface OverviewBar {
  readonly name: string;
  /** Such as `6 h`. */
  readonly left: string;
  /** Such as `low`; its colour never stands alone. */
  readonly state: string;
  /** Of its hours, from 0 to 1. */
  readonly share: number;
}

const rowHeight = 22;
const gap = 8;
const thickness = 8;
const mostRows = 40;

/** A bar a client: its name, what is left, and the state's word beside it. */
export function overviewPicture(bars: readonly OverviewBar[], width: number): Drawing {
  const shown = bars.slice(0, mostRows);
  const more = bars.length - shown.length;
  const height = (shown.length + (more > 0 ? 1 : 0)) * rowHeight;
  const rest = draw('text', { ...look('quiet'), x: 0, y: height - gap + 1 }, `and ${more} more in Balances`);
  return pictureOf(
    { kind: 'overview', title: overviewTitle(bars), description: bars.map(barText).join('; ') },
    { width, height },
    ...shown.map((bar, row) => barOf(bar, row * rowHeight, width)),
    ...(more > 0 ? [rest] : []),
  );
}

/** In a sentence: how many clients there are, and how many in each state. */
export function overviewTitle(bars: readonly OverviewBar[]): string {
  const states = [...new Set(bars.map(({ state }) => state))];
  const counts = states.map(state => `${bars.filter(each => each.state === state).length} ${state}`);
  return `Hours left of ${counted(bars.length, 'client')}: ${counts.join(', ')}`;
}

function barText({ name, left, state }: OverviewBar): string {
  return `${name} ${left}, ${state}`;
}

function barOf({ name, left, state, share }: OverviewBar, top: number, width: number): Drawing {
  const names = Math.round(width * 0.38);
  const words = 104;
  const length = width - names - words - 2 * gap;
  const line = top + rowHeight - gap + 1;
  const place = { x: names + gap, y: line - thickness, height: thickness, rx: 2 };
  return draw(
    'g',
    { class: state.replace(/\s+/g, '-'), color: '#5f6b7a' },
    draw('text', { ...look('ink'), x: 0, y: line }, shortened(name, lettersIn(names))),
    draw('rect', { ...look('track'), ...place, width: length }),
    draw('rect', { ...look('tone'), ...place, width: rounded(length * share) }),
    draw('text', { ...look('ink'), x: width - words, y: line }, `${left} `),
    draw('text', { ...look('tone'), x: width, y: line, 'text-anchor': 'end' }, state),
  );
}
