/** The steps of the tour: what they say, what they offer to do, and how they see that it is done. */

import type { Bench } from './bench';
import { advance } from './clock';
import type { Outbox } from './outbox';
import type { Side } from './side';
import { hasTab, nextRow, type Standing, standingOf } from './standing';
import { careSteps } from './tour-care';
import { hoursAfter, hoursText } from './words';

export interface Step {
  readonly title: string;
  text(): string;
  actions(): Readonly<Record<string, () => unknown>>;
  /** What to say once it is done; undefined as long as it is not. */
  done?(): string | undefined;
}

export interface TourParts {
  readonly bench: Bench;
  readonly side: Side;
  readonly outbox: Outbox;
}

const client = 'Acme';

/** Whether this workbook is one that the tour can be walked in. */
export function hasTour({ session }: Bench): boolean {
  return hasTab(session.workbook, 'Time') && standingOf(session.workbook, client) !== undefined;
}

export function tourSteps({ bench, side, outbox }: TourParts): Step[] {
  const { session, doors, act } = bench;
  const { workbook } = session;
  const standing = (): Standing => standingOf(workbook, client) ?? { hours: 0, state: 'fine', row: 1 };
  const start = standing();
  let low = start;
  const firstMail = workbook.outbox.length;
  const notice = () => workbook.outbox.slice(firstMail).find(mail => mail.text.includes(client));
  const isOn = () => workbook.triggers.length > 0;
  const today = () => workbook.now().slice(0, 10);
  const type = (tab: string, cells: Readonly<Record<string, string>>) =>
    act(() =>
      session.run(async () => {
        const { row, edits } = nextRow(workbook, tab, cells);
        for (const { reference, typed } of edits) await workbook.edit(reference, typed);
        doors.goTo(tab, row, 1);
      }),
    );
  const sell = workbook.menu
    .flatMap(({ items }) => items ?? [])
    .find(item => item.functionName === 'sellBlock');

  return [
    {
      title: 'See what is left',
      text: () =>
        `On Balances, ${client} has ${hoursText(standing().hours)} left and is ${standing().state}.`,
      actions: () => ({ 'Show Balances': () => doors.goTo('Balances', standing().row, 1) }),
    },
    {
      title: 'Type time',
      text: () => `Type 1.5 hours for ${client} into the first free row of Time, and watch the balance fall.`,
      actions: () => ({
        'Show Time': () => doors.goTo('Time', nextRow(workbook, 'Time', {}).row, 1),
        'Do it for me': () =>
          type('Time', {
            Date: today(),
            Client: client,
            Hours: '1.5',
            'What was done': 'Mended the printer',
          }),
      }),
      done() {
        const now = standing();
        if (now.hours >= start.hours) return undefined;
        low = now;
        return `${client} fell from ${hoursText(start.hours)} to ${hoursText(now.hours)} and is now ${now.state}.`;
      },
    },
    {
      title: 'Let a week go by',
      text: () =>
        isOn()
          ? 'Daily notices are on. Let the clock run for a week; every trigger runs on the way.'
          : 'With daily notices on, the add-on mails whoever runs low. Turn them on, then let a week go by.',
      actions: () =>
        isOn()
          ? { 'Go on a week': () => advance(bench, hoursAfter(workbook.now(), 168)) }
          : { 'Turn on daily notices': () => act(() => session.call('turnOnDailyNotices')) },
      done: () =>
        notice() && `${workbook.outbox.length - firstMail} mails went out, one of them to ${client}.`,
    },
    {
      title: 'Read the notice',
      text: () => 'See in the outbox what the client gets. It stays on this machine.',
      actions: () => ({
        'Open the notice': () => {
          const mail = notice();
          side.open('outbox');
          if (mail) outbox.choose(mail);
        },
      }),
      done: () => (notice() && outbox.chosen === notice() ? `This is what ${client} reads.` : undefined),
    },
    {
      title: 'Sell a new block',
      text: () => `Sell ${client} another 20 hours, and the next notice is armed again.`,
      actions: () => ({
        ...(sell && { [sell.caption.replace('…', '')]: () => act(() => session.call('sellBlock')) }),
        'Do it for me': () =>
          type('Blocks', {
            Date: today(),
            Client: client,
            Hours: '20',
            'Normal rate': '100',
            'Discount / h': '10',
            'Paid on': today(),
          }),
      }),
      done() {
        const now = standing();
        if (now.hours <= low.hours || now.state !== 'fine') return undefined;
        return `${client} has ${hoursText(now.hours)} and is fine again. It will hear from you when that runs low.`;
      },
    },
    ...careSteps({ bench, side, outbox }, client),
  ];
}
