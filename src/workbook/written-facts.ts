import type { CellValue } from './workbook';

/** The facts of a sale that a run writes into rows of Blocks that stand, where a person left them blank. */
const facts = ['Normal rate', 'Currency', 'Tax', 'Price'] as const;
type Fact = (typeof facts)[number];

/** By header, as cells hold them. */
export type WrittenFacts = Partial<Readonly<Record<Fact, CellValue>>>;

/** What no row goes without for long; a price is written only where it differs from what the row says by itself. */
export const factsOwed = (isTaxed: boolean): readonly Fact[] => facts.slice(0, isTaxed ? 3 : 2);

/** Whether a cell of Blocks that was left blank may hold a value by now, in a row that nobody else has touched. */
export const isWrittenIn = (header: string): boolean => facts.some(each => each === header);
