import { foldName } from '../units/names';

/** The same client, day and hours may be the same block; the day as a sheet counts it. */
export function blockKey(client: string, day: number, hours: number): string {
  return [foldName(client), Math.round(day), Math.round(hours * 3600)].join('\u0000');
}

/** A block that stands in the workbook. */
export interface StandingBlock {
  readonly number: string;
  /** By `blockKey`. */
  readonly key: string;
  /** As a cell shows it: whole units of its currency. */
  readonly price: number;
}

/** Less than the smallest coin of any currency. */
const nothing = 0.0005;

/** Finds each block that stands there for one line only, so that two equal sales stay two. */
export function blockFinder(standing: readonly StandingBlock[]) {
  const left = new Set(standing);
  return {
    /** By its price too; a line without one is the block of any price. */
    take(key: string, price: number | undefined): boolean {
      const found = [...left].find(
        each => each.key === key && (price === undefined || Math.abs(each.price - price) < nothing),
      );
      return found !== undefined && left.delete(found);
    },
    /** One of another price: the price was changed since, or it is another sale. */
    other(key: string): StandingBlock | undefined {
      const found = [...left].find(each => each.key === key);
      if (found) left.delete(found);
      return found;
    },
  };
}

export type BlockFinder = ReturnType<typeof blockFinder>;
