/** The clock of the workbook: moving it runs every trigger that is due on the way. */

import type { Session } from '../session';
import type { Bench } from './bench';
import { button, element, painted } from './elements';
import type { Panel } from './side';
import { counted, hoursAfter, localTime } from './words';

const jumps = { '+1 hour': 1, '+1 day': 24, '+1 week': 168 };

/** Goes to a local time, and says in a sentence what happened until then. */
export async function advance({ session, act }: Bench, local: string): Promise<string> {
  const { workbook } = session;
  const [from, mails] = [workbook.world.clock.now(), workbook.outbox.length];
  if (!(await act(() => Promise.all([dayByDay(session, local), session.advanceTo(local)])))) return '';
  const runs = workbook.executions.filter(
    ({ options, startedAt }) => options.mode === 'FULL' && !options.hasUi && startedAt > from,
  );
  if (workbook.world.clock.now() < from) return 'Gone back: no trigger runs on the way.';
  const [ran, sent] = [counted(runs.length, 'trigger run'), counted(workbook.outbox.length - mails, 'mail')];
  return `On the way: ${ran}, ${sent}.`;
}

/** So that the page shows how the days go by; the last stretch is left to do. */
function dayByDay(session: Session, local: string): Promise<void> {
  const { workbook } = session;
  return session.run(async () => {
    for (let day = hoursAfter(workbook.now(), 24); day < local; day = hoursAfter(day, 24)) {
      await workbook.advanceTo(day);
      session.changed();
      await painted();
    }
  });
}

export function createClock(bench: Bench): Panel {
  const { workbook } = bench.session;
  const time = element('p', { class: 'figure', 'data-testid': 'clock-time' });
  const said = element('p', { role: 'status', 'data-testid': 'clock-result' });
  const input = element('input', { type: 'datetime-local', id: 'clock-input', required: true });
  const form = element('form', {}, element('label', { for: 'clock-input' }, 'Date and time'), input);
  form.append(element('button', { type: 'submit', 'data-testid': 'clock-go' }, 'Go to'));
  const go = async (local: string) => {
    said.textContent = 'Running what is due on the way…';
    said.textContent = await advance(bench, local);
  };
  form.addEventListener('submit', event => {
    event.preventDefault();
    void go(input.value);
  });
  const buttons = Object.entries(jumps).map(([caption, hours]) =>
    button(caption, () => void go(hoursAfter(workbook.now(), hours)), {
      'data-testid': `clock${caption.replace(' ', '-')}`,
    }),
  );
  const zone = element('p', { class: 'muted' }, `Local time of the workbook (${workbook.engine.timeZone})`);
  const body = element(
    'div',
    { class: 'clock' },
    time,
    zone,
    element('div', { class: 'buttons' }, ...buttons),
    form,
    said,
  );
  return {
    id: 'clock',
    title: 'Clock',
    body,
    label: () => `Clock ${localTime(workbook.now())}`,
    update() {
      if (time.textContent !== localTime(workbook.now())) input.value = workbook.now().slice(0, 16);
      time.textContent = localTime(workbook.now());
    },
  };
}
