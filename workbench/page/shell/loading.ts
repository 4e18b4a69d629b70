/** The card that stands over the grid while a workbook is being opened, or says why it was not. */

import { element } from './elements';

export interface Loading {
  progress(text: string, share?: number): void;
  failed(message: string): void;
  done(): void;
}

export function createLoading(card: HTMLElement): Loading {
  const bar = element('progress', { 'aria-label': 'Opening the workbook' });
  const text = element('p', { role: 'status' });
  return {
    progress(words, share) {
      text.textContent = words;
      if (share === undefined) bar.removeAttribute('value');
      else bar.value = share;
      if (!bar.isConnected) card.replaceChildren(text, bar);
      card.hidden = false;
    },
    failed(message) {
      const again = element('p', { class: 'muted' }, 'Reload the page to try again.');
      card.replaceChildren(
        element('h2', {}, 'The workbook did not open'),
        element('p', { role: 'alert' }, message),
        again,
      );
      card.hidden = false;
    },
    done() {
      card.hidden = true;
    },
  };
}
