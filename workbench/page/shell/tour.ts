/** The tour: a small card that goes on by itself when it sees that a step is done. */

import type { Part } from './bench';
import { button, element } from './elements';
import { hasTour, type Step, type TourParts, tourSteps } from './tour-steps';

/** In the browser's storage, once somebody has finished or skipped it. */
const remembered = 'block-ledger-tour';

export interface Tour extends Part {
  start(): void;
}

/** Begins by itself where nobody has finished or skipped it. */
export function createTour(card: HTMLElement, parts: TourParts): Tour {
  const { notices, session } = parts.bench;
  let steps: readonly Step[] = [];
  let at = 0;
  /** What the last step came to. */
  let news = '';
  /** Whether this step was done before it was reached: then it waits for *Next*. */
  let wasDone = false;
  let shown = '';
  card.hidden = true;

  function begin(): void {
    steps = tourSteps(parts);
    go(0);
  }

  function go(to: number, said = ''): void {
    at = to;
    const before = steps[at]?.done?.();
    wasDone = before !== undefined;
    news = said || (before ?? '');
    if (at >= steps.length) localStorage.setItem(remembered, 'seen');
    render();
  }

  function end(): void {
    localStorage.setItem(remembered, 'seen');
    steps = [];
    card.hidden = true;
    card.replaceChildren();
  }

  /** Whoever is in the card with the keyboard stays in it. */
  function render(): void {
    const hadFocus = card.contains(document.activeElement);
    const step = steps[at];
    card.replaceChildren(...(step ? stepCard(step) : lastCard()));
    shown = wordsOf(step);
    card.hidden = false;
    if (hadFocus) card.querySelector<HTMLElement>('h2')?.focus();
  }

  function stepCard(step: Step): HTMLElement[] {
    const actions = Object.entries(step.actions()).map(([caption, act]) => {
      const press = async () => {
        if (made.ariaDisabled === 'true') return;
        made.ariaDisabled = 'true';
        await act();
        made.ariaDisabled = 'false';
      };
      const made = button(caption, () => void press());
      return made;
    });
    actions.at(-1)?.classList.add('primary');
    const foot = element('div', { class: 'foot' }, element('span', {}, `Step ${at + 1} of ${steps.length}`));
    if (at > 0) foot.append(button('Back', () => go(at - 1)));
    foot.append(
      button('Next', () => go(at + 1)),
      button('Skip', end),
    );
    return [
      element('h2', { tabindex: '-1' }, step.title),
      element('p', { class: 'news', role: 'status' }, news),
      element('p', { 'data-testid': 'tour-text' }, step.text()),
      element('div', { class: 'buttons' }, ...actions),
      foot,
    ];
  }

  function lastCard(): HTMLElement[] {
    return [
      element('h2', { tabindex: '-1' }, 'That is the whole job'),
      element('p', { class: 'news', role: 'status' }, news),
      element('div', { class: 'buttons' }, button('Finish tour', end, { class: 'primary' })),
    ];
  }

  return {
    start() {
      if (hasTour(parts.bench)) {
        begin();
        card.querySelector<HTMLElement>('h2')?.focus();
      } else notices.toast('Tour', 'It walks through the sample: choose File > Start over with the sample.');
    },
    update() {
      if (session.busy > 0) return;
      if (steps.length === 0) {
        const isFirst = localStorage.getItem(remembered) === null;
        if (isFirst && hasTour(parts.bench)) begin();
        return;
      }
      const done = steps[at]?.done?.();
      if (done !== undefined && !wasDone) go(at + 1, done);
      else if (wordsOf(steps[at]) !== shown) render();
    },
  };
}

function wordsOf(step: Step | undefined): string {
  return step ? [step.text(), ...Object.keys(step.actions())].join() : '';
}
