import type { TabName } from '../ledger/model/tab-names';
import type { CellValue } from './workbook';

/** The facts of a sale that a run writes into rows of Blocks that stand, where a person left them blank. */
const always = ['Normal rate', 'Currency'] as const;
const taxes = ['Tax'] as const;
/** Is written only where it differs from what the row says by itself. */
const sometimes = ['Price'] as const;
const writtenIn = [...always, ...taxes, ...sometimes] as const;

/** By header, as cells hold them. */
export type WrittenFacts = Partial<Readonly<Record<(typeof writtenIn)[number], CellValue>>>;

/** What no row goes without for long. */
export function factsOwed(isTaxed: boolean): readonly (keyof WrittenFacts)[] {
  return isTaxed ? [...always, ...taxes] : always;
}

/** Whether a cell that was left blank may hold a value by now, in a row that nobody else has touched. */
export function isWrittenIn(tab: TabName, header: string): boolean {
  return tab === 'Blocks' && writtenIn.some(each => each === header);
}
