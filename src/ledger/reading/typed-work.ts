import type { ClientTerms } from '../model/settings';
import type { Cell, Parse } from '../sheet/cell';
import { cellText, isMoment } from '../sheet/cell';
import type { TabCells } from '../sheet/tab-cells';
import { clockSpan } from './clock-span';
import { readHours } from './hours';

/** A row of Time that says whose hours it takes; read in haste, while somebody types. */
export interface TypedWork {
  readonly client: string;
  readonly worked: number;
  /** Typed in `Charged`. */
  readonly charged: number | undefined;
}

/** The complete rows: a client, and hours, Start and End, or Charged. What cannot be read is left to the check. */
export function readTypedWork({ columns, rows }: TabCells): TypedWork[] {
  const typed: TypedWork[] = [];
  for (let index = 0; index < rows; index++) {
    const cell = (header: string): Cell => (columns.get(header) || [])[index] ?? '';
    const number = (header: string, parse: Parse<number>) => {
      const value = parse(header, cell(header));
      return typeof value === 'number' ? value : undefined;
    };
    const [hours, charged] = [number('hours', readHours), number('charged', readHours)];
    const span = clockSpan(cell('start'), cell('end'));
    const clock = typeof span === 'number' ? span : undefined;
    const client = isMoment(cell('client')) ? '' : cellText(cell('client'));
    const worked = hours ?? clock ?? charged;
    if (client !== '' && worked !== undefined) typed.push({ client, worked, charged });
  }
  return typed;
}

/** More than this the row cannot be charged, whatever its work type. */
export function mostCharged(
  { worked, charged }: TypedWork,
  { roundUpTo, minimum }: Pick<ClientTerms, 'roundUpTo' | 'minimum'>,
  multiplier: number,
): number {
  const rounded = Math.max(worked + roundUpTo, minimum);
  return charged ?? Math.ceil(rounded * multiplier);
}
