/** The tour: a small card that goes on by itself when it sees that a step is done. */

import type { Part } from './bench';
import { button, element } from './elements';
import { hasTour, type Step, type TourParts, tourSteps } from './tour-steps';

const remembered = 'block-ledger-tour';

export interface Tour extends Part {
  start(): void;
}

/** Starts by itself where nobody has finished or skipped it. */
export function createTour(card: HTMLElement, parts: TourParts): Tour {
  let steps: readonly Step[] = [];
  let at = 0;
  let said = '';

  function start(): void {
    if (!hasTour(parts.bench))
      return parts.bench.notices.toast(
        'Tour',
        'The tour walks through the sample: choose File > Start over with the sample.',
      );
    steps = tourSteps(parts);
    go(0);
    card.querySelector('button')?.focus();
  }

  function go(to: number, because = ''): void {
    [at, said] = [to, because];
    card.hidden = at >= steps.length && !said;
    if (at >= steps.length) remember();
    render();
  }

  function end(): void {
    remember();
    steps = [];
    card.hidden = true;
    card.replaceChildren();
  }

  function render(): void {
    const step = steps[at];
    const news = element('p', { class: 'news', role: 'status' }, said);
    const finish = button('Finish', end, { class: 'primary' });
    if (!step)
      return card.replaceChildren(
        element('h2', {}, 'That is the whole job'),
        news,
        element('div', { class: 'buttons' }, finish),
      );
    const actions = Object.entries(step.actions).map(([caption, act]) => button(caption, () => void act()));
    actions.at(-1)?.classList.add('primary');
    const foot = element(
      'div',
      { class: 'foot' },
      element('span', { class: 'muted' }, `Step ${at + 1} of ${steps.length}`),
    );
    if (at > 0) foot.append(button('Back', () => go(at - 1)));
    foot.append(
      button('Next', () => go(at + 1, at + 1 < steps.length ? '' : 'The tour waits behind the button Tour.')),
      button('Skip', end),
    );
    card.replaceChildren(
      element('h2', {}, step.title),
      ...(said ? [news] : []),
      element('p', { 'data-testid': 'tour-text' }, step.text()),
      element('div', { class: 'buttons' }, ...actions),
      foot,
    );
  }

  return {
    start,
    update() {
      if (parts.bench.session.busy > 0) return;
      if (steps.length === 0) {
        if (card.hidden && !wasSeen() && hasTour(parts.bench)) begin();
        return;
      }
      const news = steps[at]?.done?.();
      if (news) go(at + 1, news);
      else if (!card.contains(document.activeElement)) render();
    },
  };

  function begin(): void {
    steps = tourSteps(parts);
    go(0);
  }
}

function wasSeen(): boolean {
  return localStorage.getItem(remembered) !== null;
}

function remember(): void {
  localStorage.setItem(remembered, 'seen');
}
