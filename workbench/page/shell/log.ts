/** What ran, how long, with which service calls, and what it wrote to the console. */

import type { CallKind, Execution } from '../../services/execution';
import { type Bench, localOf } from './bench';
import { element } from './elements';
import type { Panel } from './side';
import { counted, localTime } from './words';

const shown = 200;
const kinds: Readonly<Partial<Record<CallKind, string>>> = {
  data: 'read or write',
  size: 'size query',
  lock: 'lock call',
};

interface Runs {
  readonly last: Execution;
  count: number;
  took: number;
}

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
    const written = log.slice(-shown).reverse();
    lines.replaceChildren(
      ...written.map(({ level, text, run }) =>
        element('li', { class: level }, element('strong', {}, run), ` ${text}`),
      ),
    );
    if (written.length === 0) lines.append(element('li', { class: 'empty' }, 'Nothing was written.'));
  }

  toggle.addEventListener('change', update);
  return { id: 'log', title: 'Log', body, label: () => 'Log', update };
}

/** Newest first; the same function over and over without error is one line. */
function together(executions: readonly Execution[]): Runs[] {
  const runs: Runs[] = [];
  for (const execution of [...executions].reverse()) {
    const before = runs.at(-1);
    if (before && wayOf(before.last) === wayOf(execution) && !before.last.error && !execution.error) {
      before.count++;
      before.took += execution.took;
    } else runs.push({ last: execution, count: 1, took: execution.took });
  }
  return runs;
}

function card(bench: Bench, { last, count, took }: Runs): HTMLElement {
  const calls = Object.entries(kinds).flatMap(([kind, name]) => {
    const number = last.count(kind as CallKind);
    return number === 0
      ? []
      : [counted(number, name).replace('queryss', 'queries').replace('querys', 'queries')];
  });
  const simulated = last.elapsed > 0 ? `, ${time(last.elapsed)} on the workbook's clock` : '';
  const made = element(
    'li',
    {},
    element('strong', {}, last.options.name, ...(count > 1 ? [` × ${count}`] : [])),
    element('span', {}, `${mode(last)}, ${localTime(localOf(bench, last.startedAt))}`),
    element('span', {}, `${time(took)}${simulated}${calls.length ? `; ${calls.join(', ')}` : ''}`),
  );
  if (last.error) made.append(element('span', { class: 'used-up' }, last.error));
  return made;
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
