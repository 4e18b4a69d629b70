/** What a workbook without the ledger's tabs offers first. */

import type { Bench, Part } from './bench';
import { button, element } from './elements';
import { hasTab } from './standing';

export function createFirstRun({ session, doors, act }: Bench, card: HTMLElement): Part {
  card.replaceChildren(
    element('h2', {}, 'This workbook keeps no ledger yet'),
    element(
      'p',
      {},
      'Set it up to get tabs for clients, blocks and time. Or look at a firm that has kept it for two years.',
    ),
    element(
      'div',
      { class: 'buttons' },
      button('Get started', () => act(() => session.call('showGetStarted')), { class: 'primary' }),
      button('Open the sample', () => act(() => doors.startOver('sample'))),
    ),
  );
  return {
    update() {
      card.hidden = session.busy > 0 || hasTab(session.workbook, 'Settings');
    },
  };
}
