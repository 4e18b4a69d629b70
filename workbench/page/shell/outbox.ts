/** The outbox: every mail of this workbook, the newest first. */

import type { Mail } from '../../services/mail-app';
import { type Bench, localOf } from './bench';
import { button, element } from './elements';
import { mailView } from './mail-view';
import type { Panel } from './side';
import { localTime } from './words';

export interface Outbox extends Panel {
  choose(mail: Mail): void;
  readonly chosen: Mail | undefined;
}

export function createOutbox(bench: Bench): Outbox {
  const { outbox } = bench.session.workbook;
  const body = element('div', { class: 'outbox' });
  const list = element('ul', {
    class: 'mails',
    'aria-label': 'Mails, newest first',
    'data-testid': 'outbox-list',
  });
  const view = element('div', { class: 'view' });
  let chosen: Mail | undefined;
  let shown = -1;

  function choose(mail: Mail): void {
    chosen = mail;
    for (const [index, item] of [...list.children].entries())
      item.firstElementChild?.setAttribute('aria-pressed', String(outbox.at(-1 - index) === mail));
    view.replaceChildren(mailView(mail, localTime(localOf(bench, mail.at))));
    bench.session.changed();
  }

  function entry(mail: Mail): HTMLElement {
    const made = button('', () => choose(mail), { 'aria-pressed': 'false' });
    made.append(
      element('span', { class: 'to' }, mail.to.join(', ')),
      element('time', {}, localTime(localOf(bench, mail.at))),
      element('span', { class: 'subject' }, mail.subject),
    );
    return element('li', {}, made);
  }

  return {
    id: 'outbox',
    title: 'Outbox',
    body,
    label: () => `Outbox (${outbox.length})`,
    choose,
    get chosen() {
      return body.isConnected ? chosen : undefined;
    },
    update() {
      if (shown === outbox.length) return;
      shown = outbox.length;
      const none = element(
        'p',
        { class: 'empty' },
        'No mail yet. What the add-on sends appears here and goes nowhere else.',
      );
      list.replaceChildren(...outbox.map(entry).reverse());
      body.replaceChildren(...(shown === 0 ? [none] : [list, view]));
      const mail = chosen && outbox.includes(chosen) ? chosen : outbox.at(-1);
      if (mail) choose(mail);
    },
  };
}
