/** A question in the middle of the page, answered by a button. */

import { button, element } from './elements';

export interface Choice {
  readonly answer: string;
  readonly caption: string;
}

/** The first choice is the default; Escape gives the last one. */
export function askInModal(title: string, text: string, choices: readonly Choice[]): Promise<string> {
  const before = document.activeElement as HTMLElement | null;
  const heading = element('h2', { id: 'modal-title' }, title || 'Block Ledger');
  const buttons = element('div', { class: 'buttons' });
  const dialog = element('dialog', {
    class: 'question',
    'aria-labelledby': 'modal-title',
    'data-testid': 'alert',
  });
  dialog.append(heading, ...(text ? [element('p', {}, text)] : []), buttons);
  return new Promise(resolve => {
    const close = (answer: string) => {
      if (!dialog.isConnected) return;
      dialog.remove();
      before?.focus?.();
      resolve(answer);
    };
    for (const [index, { answer, caption }] of choices.entries())
      buttons.append(button(caption, () => close(answer), { class: index === 0 ? 'primary' : '' }));
    for (const event of ['cancel', 'close'])
      dialog.addEventListener(event, () => close(choices.at(-1)?.answer ?? ''));
    document.body.append(dialog);
    dialog.showModal();
    (buttons.firstElementChild as HTMLElement | null)?.focus();
  });
}
