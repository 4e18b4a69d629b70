/** The clock of the workbook: moving it runs every trigger that is due on the way. */

import type { Session } from '../session';
import type { Bench } from './bench';
import { button, element, painted } from './elements';
import type { Panel } from './side';
import { counted, hoursAfter, localTime } from './words';

const jumps = { '+1 hour': 1, '+1 day': 24, '+1 week': 168 };

/** Who watches the days go by, and may stop them. */
interface Watch {
  isStopped(): boolean;
  /** So many days of so many are over. */
  passed(day: number, days: number): void;
}
const unwatched: Watch = { isStopped: () => false, passed: () => undefined };

/** Goes to a local time, and says in a sentence what happened until then, or until it was stopped. */
export async function advance({ session, act }: Bench, local: string, watch = unwatched): Promise<string> {
  const { workbook } = session;
  const [from, mails] = [workbook.world.clock.now(), workbook.outbox.length];
  if (!(await act(() => goOn(session, local, watch)))) return '';
  const runs = workbook.executions.filter(
    ({ options, startedAt }) => options.mode === 'FULL' && !options.hasUi && startedAt > from,
  );
  if (workbook.world.clock.now() < from) return 'Gone back: no trigger runs on the way.';
  const [ran, sent] = [counted(runs.length, 'trigger run'), counted(workbook.outbox.length - mails, 'mail')];
  return `${workbook.now() < local ? 'Stopped. ' : ''}On the way: ${ran}, ${sent}.`;
}

/** Day by day, so that the page shows how they go by, and a press of *Stop* is heard between them. */
async function goOn(session: Session, local: string, { isStopped, passed }: Watch): Promise<void> {
  const { workbook } = session;
  const days: string[] = [];
  for (let day = hoursAfter(workbook.now(), 24); day < local; day = hoursAfter(day, 24)) days.push(day);
  await session.run(async () => {
    for (const [index, day] of days.entries()) {
      if (isStopped()) return;
      await workbook.advanceTo(day);
      passed(index + 1, days.length + 1);
      session.changed();
      await painted();
    }
  });
  await session.advanceTo(isStopped() ? workbook.now() : local);
}

export function createClock(bench: Bench): Panel {
  const { workbook } = bench.session;
  const time = element('p', { class: 'figure', 'data-testid': 'clock-time' });
  const said = element('p', { role: 'status', 'data-testid': 'clock-result' });
  const input = element('input', { type: 'datetime-local', id: 'clock-input', required: true });
  const form = element('form', {}, element('label', { for: 'clock-input' }, 'Date and time'), input);
  form.append(element('button', { type: 'submit', 'data-testid': 'clock-go' }, 'Go to'));
  let state: 'resting' | 'running' | 'stopping' = 'resting';
  const stop = button('Stop', () => (state = 'stopping'), { hidden: true, 'data-testid': 'clock-stop' });
  const watch: Watch = {
    isStopped: () => state === 'stopping',
    passed: (day, days) => (said.textContent = `Day ${day} of ${days}: ${localTime(workbook.now())}`),
  };
  const go = async (local: string) => {
    if (state !== 'resting') return;
    const before = document.activeElement as HTMLElement | null;
    said.textContent = 'Running what is due on the way…';
    state = 'running';
    stop.hidden = false;
    said.textContent = await advance(bench, local, watch);
    if (document.activeElement === stop) before?.focus();
    stop.hidden = true;
    state = 'resting';
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
    stop,
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
