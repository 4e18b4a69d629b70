/** The steps of the tour that come after the sale: the agreement, a care task, and who needs the firm. */

import { hasTab, nextRow } from './standing';
import type { Step, TourParts } from './tour-steps';

/** Rows of a tab by header, with their places. */
function rowsOf({ bench }: TourParts, tab: string): { row: number; cell(name: string): string }[] {
  const [headers = [], ...rows] = bench.session.workbook.print(tab);
  return rows.map((cells, index) => ({
    row: index + 2,
    cell: name => String(cells[headers.indexOf(name)] ?? ''),
  }));
}

/** None of what this workbook lacks. */
export function careSteps(parts: TourParts, client: string): Step[] {
  const { workbook } = parts.bench.session;
  return [
    ...(hasTab(workbook, 'Agreements') ? [agreementStep(parts, client)] : []),
    ...(hasTab(workbook, 'Care plan') && overdue(parts) ? [taskStep(parts)] : []),
    needStep(parts),
  ];
}

function agreementStep(parts: TourParts, client: string): Step {
  const { session, doors, act } = parts.bench;
  const { workbook } = session;
  const block = () => rowsOf(parts, 'Blocks').findLast(({ cell }) => cell('Client') === client);
  const made = () => rowsOf(parts, 'Agreements').filter(({ cell }) => cell('Client') === client);
  const before = made().length;
  return {
    title: 'Put it in writing',
    text: () =>
      `Agreement… writes the agreement on the block from its row, for both to sign. Or note here that ${client} has signed.`,
    actions: () => ({
      Agreement: () =>
        act(() => {
          doors.goTo('Blocks', block()?.row ?? 2, 1);
          return session.call('showAgreement');
        }),
      'Note it as signed': () =>
        act(() =>
          session.run(async () => {
            const cells = {
              Client: client,
              Block: block()?.cell('Block') ?? '',
              Signed: workbook.now().slice(0, 10),
            };
            const { row, edits } = nextRow(workbook, 'Agreements', cells);
            for (const { reference, typed } of edits) await workbook.edit(reference, typed);
            doors.goTo('Agreements', row, 1);
          }),
        ),
    }),
    done: () =>
      made().length > before ? `Agreements keeps it, and Balances says how ${client} stands.` : undefined,
  };
}

/** A task that somebody should have done by now. */
function overdue(parts: TourParts) {
  const today = parts.bench.session.workbook.now().slice(0, 10);
  return rowsOf(parts, 'Care plan').find(({ cell }) => cell('Next due') !== '' && cell('Next due') <= today);
}

function taskStep(parts: TourParts): Step {
  const { session, doors, act } = parts.bench;
  const { workbook } = session;
  const task = overdue(parts);
  const [name, who] = [task?.cell('Task') ?? '', task?.cell('Client') ?? ''];
  const logged = () => rowsOf(parts, 'Care log').filter(({ cell }) => cell('Task') !== '').length;
  const before = logged();
  const column = (workbook.print('Care plan')[0] ?? []).indexOf('Done');
  return {
    title: 'Look after a client',
    text: () => `${name} for ${who} is overdue. Tick Done in Care plan when it is done, on a phone too.`,
    actions: () => ({
      'Show Care plan': () => doors.goTo('Care plan', task?.row ?? 2, column + 1),
      'Do it for me': () =>
        act(() =>
          session.run(() =>
            workbook.edit(`'Care plan'!${String.fromCharCode(65 + column)}${task?.row}`, 'TRUE'),
          ),
        ),
    }),
    done: () =>
      logged() > before ? `It is written down, the next time is set, and ${who} reads of it.` : undefined,
  };
}

function needStep({ bench: { session, act } }: TourParts): Step {
  return {
    title: 'See who needs you',
    text: () =>
      'Who needs us… lists the clients to call, and why; it comes by mail once a week. The client card shows one at a glance and takes your time.',
    actions: () => ({
      'Client card': () => act(() => session.call('showClientCard')),
      'Who needs us': () => act(() => session.call('showWhoNeedsUs')),
    }),
  };
}
