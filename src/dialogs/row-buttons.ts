import { ask } from './ask';
import { button, sayFailure } from './page';

export function goTo(tab: string, row: number): void {
  ask('goToRow', tab, row).catch(sayFailure);
}

/** A button that leads to a row of the workbook; `spoken` says aloud to which. */
export function rowButton(text: string, tab: string, row: number, spoken: string): HTMLButtonElement {
  return button(text, () => goTo(tab, row), spoken);
}
