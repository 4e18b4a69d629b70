/** Alerts and toasts of the add-on, and its questions. */

import type { Message, Question } from '../../services/ui';
import type { Bench, Part } from './bench';
import { askInModal } from './modal';

const captions: Readonly<Record<string, string>> = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No' };

export function createAlerts({ session, notices }: Bench): Part {
  const { world, messages } = session.workbook;
  /** Questions that a person has seen already; a run that begins anew says them again. */
  const answered = new Set<string>();
  const key = ({ title, text }: Question | Message) => `${title}\n${text}`;
  let seen = 0;
  world.ask = question => {
    answered.add(key(question));
    const choices = question.buttons.map(answer => ({ answer, caption: captions[answer] ?? answer }));
    return askInModal(question.title, question.text, choices);
  };
  world.confirm = question => {
    answered.add(key(question));
    const { buttons, title, text } = question;
    const yes = window.confirm([title, text].filter(Boolean).join('\n\n'));
    return (yes ? buttons[0] : buttons.at(-1)) ?? 'OK';
  };
  let last: Promise<unknown> = Promise.resolve();
  return {
    update() {
      for (const message of messages.slice(seen)) {
        const { kind, title, text } = message;
        if (kind === 'toast') notices.toast(title, text);
        else if (!answered.has(key(message)))
          last = last.then(() => askInModal(title, text, [{ answer: 'OK', caption: 'Close' }]));
      }
      seen = messages.length;
      if (session.busy === 0) answered.clear();
    },
  };
}
