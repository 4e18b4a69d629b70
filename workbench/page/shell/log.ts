/** What ran, how long, with which service calls, and what it wrote to the console. */

import type { CallKind, Execution } from '../../services/execution';
import type { LogLine } from '../../services/world';
import { type Bench, localOf } from './bench';
import { element } from './elements';
import type { Panel } from './side';
import { counted, localTime } from './words';

const shown = 200;
const kinds: Readonly<Partial<Record<CallKind, string>>> = {
  data: 'reads and writes',
  size: 'size queries',
  lock: 'locks',
};

export function createLog(bench: Bench): Panel {
  const { executions, log } = bench.session.workbook;
  const toggle = element('input', { type: 'checkbox', id: 'log-cells' });
  const list = element('ol', { class: 'cards', 'aria-label': 'Runs, newest first' });
  const lines = element('ol', { class: 'console', 'aria-label': 'Console, newest first' });
  const inCells = element('label', { for: 'log-cells' });
  const body = element('div', { class: 'log' });
  body.append(element('p', { class: 'toggle' }, toggle, inCells), list, element('h3', {}, 'Console'), lines);

  function update(): void {
    const cells = executions.filter(isCell).length;
    inCells.textContent = `Show the ${counted(cells, 'run')} of functions in cells`;
    const runs = together(toggle.checked ? executions : executions.filter(run => !isCell(run)));
    list.replaceChildren(...runs.slice(0, shown).map(each => card(bench, each)));
    if (runs.length === 0) list.append(element('li', { class: 'empty' }, 'Nothing ran yet.'));
    const written = unrepeated(log.slice(-shown).reverse());
    lines.replaceChildren(
      ...written.map(({ level, text, run, times }) =>
        element(
          'li',
          { class: level },
          element('strong', {}, run),
          ` ${text}${times > 1 ? ` × ${times}` : ''}`,
        ),
      ),
    );
    if (written.length === 0) lines.append(element('li', { class: 'empty' }, 'Nothing was written.'));
  }

  toggle.addEventListener('change', update);
  return { id: 'log', title: 'Log', body, label: () => 'Log', update };
}

/** Newest first; the same function over and over without an error is one line. */
function together(executions: readonly Execution[]): Execution[][] {
  const groups: Execution[][] = [];
  for (const execution of [...executions].reverse()) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (first && wayOf(first) === wayOf(execution) && !first.error && !execution.error) group.push(execution);
    else groups.push([execution]);
  }
  return groups;
}

function card(bench: Bench, group: readonly Execution[]): HTMLElement {
  const sum = (of: (each: Execution) => number) => group.reduce((total, each) => total + of(each), 0);
  const [last] = group as [Execution];
  const calls = Object.entries(kinds).flatMap(([kind, name]) => {
    const count = sum(each => each.count(kind as CallKind));
    return count === 0 ? [] : [`${name} ${count}`];
  });
  const simulated = sum(each => each.elapsed);
  const times = [
    time(sum(each => each.took)),
    ...(simulated > 0 ? [`${time(simulated)} on the workbook's clock`] : []),
  ];
  const made = element(
    'li',
    {},
    element('strong', {}, last.options.name, ...(group.length > 1 ? [` × ${group.length}`] : [])),
    element('span', {}, `${mode(last)}, ${localTime(localOf(bench, last.startedAt))}`),
    element('span', {}, [...times, ...calls].join(' · ')),
  );
  if (last.error) made.append(element('span', { class: 'used-up' }, last.error));
  return made;
}

function unrepeated(lines: readonly LogLine[]): (LogLine & { times: number })[] {
  const kept: (LogLine & { times: number })[] = [];
  for (const line of lines) {
    const last = kept.at(-1);
    if (last?.text === line.text && last.run === line.run) last.times++;
    else kept.push({ ...line, times: 1 });
  }
  return kept;
}

function isCell({ options }: Execution): boolean {
  return options.mode === 'CUSTOM_FUNCTION';
}

function wayOf({ options }: Execution): string {
  return `${options.name} ${options.mode} ${options.hasUi}`;
}

function mode({ options }: Execution): string {
  switch (options.mode) {
    case 'FULL':
      return options.hasUi ? 'called by a person' : 'called by the clock';
    case 'LIMITED':
      return 'simple trigger';
    case 'NONE':
      return 'not enabled in this file yet';
    case 'CUSTOM_FUNCTION':
      return 'in a cell';
  }
}

function time(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
