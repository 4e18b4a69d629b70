/** Short words that come and go: toasts of the add-on, what is worth knowing, and what went wrong. */

import { closeButton, element } from './elements';

export interface Notices {
  toast(title: string, text: string): void;
  /** Stays until it is closed, as the next does. */
  tell(title: string, text: string): void;
  problem(text: string): void;
}

const seconds = 5;

export function createNotices(place: HTMLElement): Notices {
  const quiet = element('div', { role: 'status', 'aria-label': 'Messages' });
  const loud = element('div', { role: 'alert', 'aria-label': 'Problems' });
  place.append(quiet, loud);
  return {
    toast(title, text) {
      // As in Sheets, the newest takes the place of the one before.
      for (const before of quiet.querySelectorAll('.toast')) before.remove();
      const card = notice(quiet, 'toast', title, text);
      let timer = 0;
      const leave = () => {
        timer = window.setTimeout(() => card.remove(), seconds * 1000);
      };
      const stay = () => clearTimeout(timer);
      for (const event of ['mouseenter', 'focusin']) card.addEventListener(event, stay);
      for (const event of ['mouseleave', 'focusout']) card.addEventListener(event, leave);
      leave();
    },
    tell: (title, text) => void notice(quiet, 'told', title, text),
    problem: text => void notice(loud, 'problem', 'That did not work', text),
  };
}

function notice(place: HTMLElement, kind: string, title: string, text: string): HTMLElement {
  const words = element('div', {}, ...(title ? [element('strong', {}, title)] : []), element('p', {}, text));
  const card = element('div', { class: `notice ${kind}`, 'data-testid': kind }, words);
  card.append(closeButton('Close message', () => card.remove()));
  place.append(card);
  return card;
}
