/** The triggers: what runs by itself, and when next. */

import { type Bench, localOf } from './bench';
import { button, element } from './elements';
import type { Panel } from './side';
import { localTime } from './words';

export function createTriggers(bench: Bench): Panel {
  const { session } = bench;
  const { triggers } = session.workbook;
  const body = element('div', { class: 'triggers' });
  return {
    id: 'triggers',
    title: 'Triggers',
    body,
    label: () => 'Triggers',
    update() {
      const none = 'No trigger: choose Notices > Turn on daily notices.';
      const cards = triggers.map(({ id, handler, everyHours, user, due }) =>
        element(
          'li',
          {},
          element('strong', {}, handler),
          element('span', {}, `${everyHours === 1 ? 'every hour' : `every ${everyHours} hours`}, as ${user}`),
          element('span', {}, `next run ${localTime(localOf(bench, due))}`),
          button('Run now', () => bench.act(() => session.runTrigger(id)), {
            'aria-label': `Run ${handler} now`,
          }),
        ),
      );
      body.replaceChildren(
        cards.length ? element('ul', { class: 'cards' }, ...cards) : element('p', { class: 'empty' }, none),
      );
    },
  };
}
