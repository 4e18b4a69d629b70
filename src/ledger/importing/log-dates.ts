import { type CalendarDate, dateOf, fromSheetSerial, isoDate, parseIsoDate } from '../units/calendar-date';

/** In which order a log writes day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';
export const dateOrders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

/** A day as it was written: one that is settled by itself, or three numbers whose order the whole file tells. */
export type WrittenDay =
  | { readonly date: CalendarDate }
  | { readonly parts: readonly [number, number, number] };

/** The first letters of the months, without accents; where two of one language share them, more. */
const months = [
  'jan|ene|gen|sty|led|leden|ledna',
  'feb|fev|fevr|lut|uno|unor|unora',
  'mar|mrz|maerz|marz|mrt|maart|mars|marts|bre|brezen|brezna',
  'apr|avr|abr|kwi|dub|duben|dubna',
  'may|mai|mag|maj|mei|maio|mayo|maggio|kve|kveten|kvetna',
  'jun|juin|giu|cze|cerven|cervna',
  'jul|juil|lug|lip|cervenec|cervence',
  'aug|aou|aout|ago|sie|srp|srpen|srpna',
  'sep|sept|set|wrz|zar|zari',
  'oct|okt|out|ott|paz|rij|rijen|rijna',
  'nov|lis|listopad|listopadu',
  'dec|dez|dic|des|gru|pro|prosinec|prosince',
].map(words => words.split('|'));

const plain = (text: string) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** The month of a name in one of twelve languages; Polish November is the Czech one too. */
function monthNamed(name: string): number | undefined {
  const word = plain(name).replace(/\.$/, '');
  const exact = months.findIndex(words => words.includes(word));
  if (exact >= 0) return exact + 1;
  const begins = months.findIndex(words => words.some(each => word.startsWith(each)));
  return word.length >= 3 && begins >= 0 ? begins + 1 : undefined;
}

/** From 2000 to 2099, as a sheet counts days. */
const daySerial = /^(?:3652[6-9]|365[3-9]\d|36[6-9]\d\d|3[7-9]\d{3}|[4-6]\d{4}|7[0-2]\d{3})$/;

const numbers = /^(\d{1,4})([-/. ])\s?(\d{1,2})\2\s?(\d{1,4})\.?$/;
const dayFirst =
  /^(\d{1,2})\.?(?:er|st|nd|rd|th|º)?[-\s./]*(?:de\s+|of\s+)?(\p{L}+)\.?,?[-\s./]*(?:de\s+)?(\d{4})$/u;
const monthFirst = /^(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const yearFirst = /^(\d{4})\s*[-\s./]\s*(\p{L}+)\.?\s*[-\s./]\s*(\d{1,2})$/u;
const japanese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
const dayName = /^\p{L}{2,10}\.?,?\s+(?=\d)/u;

/** Reads a day; nothing where it is none, also where there is no such day. */
export function readDay(text: string): WrittenDay | undefined {
  const body = text.trim().replace(/\s+/g, ' ');
  const iso = parseIsoDate(body);
  if (iso !== undefined) return { date: iso };
  // A date cell that has lost its format shows the number of its day.
  if (daySerial.test(body)) return { date: fromSheetSerial(Number(body)) };
  const named = namedDay(body) ?? (dayName.test(body) ? namedDay(body.replace(dayName, '')) : undefined);
  if (named) return named === 'none' ? undefined : named;
  const [match, a = '', mark, b = '', c = ''] = numbers.exec(body.replace(dayName, '')) ?? [];
  if (!match) return undefined;
  const parts = [Number(a), Number(b), Number(c)] as const;
  if (a.length === 4) return settled(dateOf(parts[0], parts[1], parts[2]));
  if (c.length === 4 && mark === '.') return settled(dateOf(parts[2], parts[1], parts[0]));
  if (a.length > 2 || (c.length !== 4 && c.length > 2)) return undefined;
  return { parts };
}

function settled(date: CalendarDate | undefined): WrittenDay | undefined {
  return date === undefined ? undefined : { date };
}

function namedDay(body: string): WrittenDay | 'none' | undefined {
  const forms: readonly (readonly [RegExp, number, number, number])[] = [
    [dayFirst, 3, 2, 1],
    [monthFirst, 3, 1, 2],
    [yearFirst, 1, 2, 3],
    [japanese, 1, 2, 3],
  ];
  for (const [form, year, month, day] of forms) {
    const found = form.exec(body);
    if (!found) continue;
    const name = found[month] ?? '';
    const number = /^\d/.test(name) ? Number(name) : monthNamed(name);
    if (number === undefined) continue;
    return settled(dateOf(Number(found[year]), number, Number(found[day]))) ?? 'none';
  }
  return undefined;
}

/** The day by the order of the file; nothing where there is none. Of two digits the year is one of this century. */
export function dayIn(written: WrittenDay, order: DateOrder): CalendarDate | undefined {
  if ('date' in written) return written.date;
  const at = (letter: string) => written.parts[order.indexOf(letter)] as number;
  const year = at('y');
  return dateOf(year < 100 ? 2000 + year : year, at('m'), at('d'));
}

/** What the days of a file prove about their order. */
export interface OrderProof {
  /** The one order that is left; nothing is proved where it is missing. */
  readonly order?: DateOrder;
  /** Orders in which days can be read, where a person has to choose. */
  readonly choices: readonly DateOrder[];
  /** Two orders are proved: the first line of each. */
  readonly against?: readonly [dmy: number, mdy: number];
}

/** One order for the whole file; `line` is where a day was written. */
export function orderOf(days: readonly { readonly line: number; readonly day: WrittenDay }[]): OrderProof {
  const open = days.flatMap(({ line, day }) => ('parts' in day ? [{ line, parts: day.parts }] : []));
  if (open.length === 0) return { order: 'dmy', choices: [] };
  const short = open.find(({ parts }) => parts[2] < 100);
  const dmy = open.find(({ parts: [a, b] }) => a > 12 && a <= 31 && b <= 12);
  const mdy = open.find(({ parts: [a, b] }) => b > 12 && b <= 31 && a <= 12);
  if (short) return { choices: shortOrders(open.map(({ parts }) => parts)) };
  if (dmy && mdy) return { choices: [], against: [dmy.line, mdy.line] };
  if (dmy || mdy) return { order: dmy ? 'dmy' : 'mdy', choices: [] };
  return { choices: ['dmy', 'mdy'] };
}

/** With a year of two digits any part may be it: every order that makes days of most of what is written. */
function shortOrders(parts: readonly (readonly [number, number, number])[]): readonly DateOrder[] {
  const readable = (order: DateOrder) =>
    parts.filter(each => dayIn({ parts: each }, order) !== undefined).length;
  const most = Math.max(...dateOrders.map(readable));
  return dateOrders.filter(order => readable(order) === most);
}

/** From the first to the last written day as an order reads them, for a person who has to choose. */
export function spelledOut(
  { first, last }: { readonly first?: WrittenDay | undefined; readonly last?: WrittenDay | undefined },
  order: DateOrder,
): string {
  const text = (day: WrittenDay | undefined) => {
    const date = day && dayIn(day, order);
    return date === undefined ? 'no day' : longDate(date);
  };
  return `${text(first)} to ${text(last)}`;
}

const longMonths =
  'January February March April May June July August September October November December'.split(' ');

function longDate(date: CalendarDate): string {
  const [year, month = 1, day] = isoDate(date).split('-').map(Number);
  return `${day} ${longMonths[month - 1]} ${year}`;
}
