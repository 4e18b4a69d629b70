import type { TimerView } from '../ledger/card/timer';
import { foldName } from '../ledger/units/names';
import { clockText, type Seconds } from '../ledger/units/seconds';
import { ask } from './ask';
import { button, element, part, sayFailure, styled } from './page';

export interface TimerListener {
  /** Its time is to be logged. */
  logged(view: TimerView): void;
  changed(view: TimerView | null): void;
}

/** The timer of whoever sits here, above the card: for whom it runs, since when, and what to do with it. */
export function createTimerStrip({ logged, changed }: TimerListener) {
  const place = part('timer');
  const clock = styled('span', 'figure');
  let view: TimerView | null = null;
  /** When the view came, by the clock of this machine: only what passes since then is measured by it. */
  let cameAt = 0;
  let shownClient = '';

  function take(next: TimerView | null): void {
    view = next;
    cameAt = Date.now();
    draw();
    changed(next);
  }

  function draw(): void {
    place.hidden = view === null;
    if (!view) {
      place.replaceChildren();
      return;
    }
    const { client, isRunning, started } = view;
    const isOther = shownClient !== '' && foldName(shownClient) !== foldName(client);
    const words = element('p', `${client}${isOther ? ', not the client below' : ''}; started ${started}.`);
    const stop = button('Stop timer', () => hear(ask('stopTimer')));
    const write = button('Log this time', () => logged(view as TimerView));
    const discard = button('Discard…', askToDiscard);
    const buttons = styled('div', 'choices', isRunning ? stop : write, discard);
    place.replaceChildren(element('p', clock, isRunning ? '' : ' stopped'), words, buttons);
    tick();
  }

  function tick(): void {
    if (!view) return;
    const passed = view.isRunning ? Math.floor((Date.now() - cameAt) / 1000) : 0;
    const text = clockText((view.elapsed + Math.max(passed, 0)) as Seconds);
    // Always with its seconds, so that it is seen to run.
    clock.textContent = /^\d+:\d\d$/.test(text) ? `${text}:00` : text;
  }

  /** Time that is thrown away is gone, so it is asked about where the button was. */
  function askToDiscard(): void {
    const yes = button('Discard time', () => hear(ask('discardTimer')));
    const no = button('Keep it', () => {
      draw();
      place.querySelector('button')?.focus();
    });
    const buttons = styled('div', 'choices', yes, no);
    place.replaceChildren(element('p', 'Discard ', clock, '? Nothing of it is written.'), buttons);
    no.focus();
  }

  /** A timer that has stopped is to be logged; one that is gone, here or in another browser, leaves the cursor free. */
  function hear(asked: Promise<TimerView | null>): void {
    const done = (next: TimerView | null) => {
      take(next);
      if (next) logged(next);
      else part('status').focus();
    };
    asked.then(done, sayFailure);
  }

  setInterval(tick, 1000);
  return {
    take,
    /** Asks for a timer that was started before, here or in another browser. */
    read: () => ask('ownTimer').then(take, sayFailure),
    showFor(client: string): void {
      if (client === shownClient) return;
      shownClient = client;
      if (!place.contains(document.activeElement)) draw();
    },
  };
}
