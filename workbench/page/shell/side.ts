/** The panels beside the grid: one at a time, each behind a button of the bar. */

import type { Part } from './bench';
import { button, closeButton, element } from './elements';

export interface Panel extends Part {
  readonly id: string;
  readonly title: string;
  readonly body: HTMLElement;
  /** Of its button, such as `Outbox (3)`. */
  label(): string;
}

export interface Side extends Part {
  readonly buttons: readonly HTMLButtonElement[];
  open(id: string): void;
}

export function createSide(place: HTMLElement, panels: readonly Panel[]): Side {
  let current: Panel | undefined;
  const buttons = panels.map(panel =>
    button(panel.label(), () => (current === panel ? close() : show(panel)), {
      'data-testid': `${panel.id}-button`,
      'aria-expanded': 'false',
      'aria-controls': 'side',
    }),
  );

  function show(panel: Panel): void {
    current = panel;
    const heading = element('h2', { tabindex: '-1' }, panel.title);
    place.replaceChildren(
      element('div', { class: 'title' }, heading, closeButton('Close panel', close)),
      panel.body,
    );
    place.dataset.panel = panel.id;
    place.dataset.testid = `${panel.id}-panel`;
    place.setAttribute('aria-label', panel.title);
    place.hidden = false;
    update();
    heading.focus({ preventScroll: true });
  }

  function close(): void {
    const opener = buttons[panels.indexOf(current as Panel)];
    current = undefined;
    place.hidden = true;
    place.replaceChildren();
    update();
    opener?.focus();
  }

  function update(): void {
    for (const [index, panel] of panels.entries()) {
      const opener = buttons[index];
      if (!opener) continue;
      opener.textContent = panel.label();
      opener.setAttribute('aria-expanded', String(panel === current));
    }
    current?.update();
  }

  place.onkeydown = event => {
    if (event.key === 'Escape') close();
  };
  return {
    buttons,
    update,
    open(id) {
      const panel = panels.find(each => each.id === id);
      if (panel) show(panel);
    },
  };
}
