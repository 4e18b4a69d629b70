import { ask } from './ask';
import { button, sayFailure } from './page';

export function goTo(tab: string, row: number, header?: string): void {
  ask('goToRow', tab, row, ...(header === undefined ? [] : [header])).catch(sayFailure);
}

/** A button that leads to a row of the workbook, or to its cell below a header; `spoken` says aloud to which. */
export function rowButton(
  text: string,
  tab: string,
  row: number,
  spoken: string,
  header?: string,
): HTMLButtonElement {
  return button(text, () => goTo(tab, row, header), spoken);
}
