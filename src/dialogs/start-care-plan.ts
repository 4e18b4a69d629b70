import type { CarePlanForm, CarePlanProblem } from '../ledger/care/start-care-plan';
import type { StarterTask } from '../ledger/model/starter-tasks';
import { foldName } from '../ledger/units/names';
import { type Answer, ask } from './ask';
import { preparePlace } from './fields';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { createStages } from './stages';

/** A task of the list, with what the person may change. */
interface Line {
  readonly task: string;
  readonly isContact: boolean;
  readonly tick: HTMLInputElement;
  readonly days: HTMLInputElement;
  readonly had: HTMLElement;
}

let form: CarePlanForm | undefined;
let lines: readonly Line[] = [];
/** One name for one plan, so that sending it again after a lost answer does not add it twice. */
let attempt = '';
const input = (id: string) => part(id) as HTMLInputElement;
const { button, enable, showDone, isWaiting } = createStages('add', ['plan', 'adding']);

function open(): void {
  say('Reading the workbook…');
  enable(false);
  ask('carePlanForm').then(begin, sayFailure);
}

function begin(opened: CarePlanForm): void {
  form = opened;
  part('clients').replaceChildren(
    ...opened.clients.map(({ name }) => {
      const option = element('option');
      option.value = name;
      return option;
    }),
  );
  input('client').value = opened.selected;
  input('firstDue').value = opened.firstDue;
  lines = opened.starters.map(lineOf);
  part('tasks').replaceChildren(...lines.map(rowOf));
  showDone(false);
  say('');
  enable(true);
  showHad();
  input('client').focus();
}

function lineOf({ task, every, isContact }: StarterTask, index: number): Line {
  const tick = element('input');
  Object.assign(tick, { type: 'checkbox', id: `tick${index}`, checked: true });
  const days = element('input');
  Object.assign(days, { id: `days${index}`, inputMode: 'numeric', value: String(every) });
  days.setAttribute('aria-label', `Every how many days: ${task}`);
  const had = element('span');
  had.className = 'aside';
  for (const each of [tick, days]) each.addEventListener('input', changed);
  return { task, isContact, tick, days, had };
}

function rowOf({ task, tick, days, had }: Line): HTMLElement {
  const label = element('label', task);
  label.htmlFor = tick.id;
  const cell = element('td', days);
  const row = element('tr', element('td', tick, label, had), cell);
  preparePlace(days);
  return row;
}

/** What the client has already is shown, and cannot be ticked. */
function showHad(): void {
  const wanted = foldName(input('client').value);
  const client = form?.clients.find(({ name }) => foldName(name) === wanted);
  const tasks = new Set((client?.tasks ?? []).map(foldName));
  for (const { task, isContact, tick, days, had } of lines) {
    const isThere = tasks.has(foldName(task));
    tick.disabled = isThere;
    days.disabled = isThere;
    had.textContent = isThere ? 'in the plan already' : isContact ? 'counts as contact' : '';
  }
  changed();
}

/** What was changed is another plan. */
function changed(): void {
  attempt = `${Date.now()} ${Math.random()}`;
  const count = chosen().length;
  button.textContent = count === 1 ? 'Add 1 task' : `Add ${count} tasks`;
}

function chosen(): readonly Line[] {
  return lines.filter(({ tick }) => tick.checked && !tick.disabled);
}

function submit(event: Event): void {
  event.preventDefault();
  if (isWaiting()) return;
  say('Adding…');
  enable(false);
  const tasks = chosen().map(({ task, days }) => ({ task, every: days.value }));
  const typed = { client: input('client').value, firstDue: input('firstDue').value, tasks };
  ask('addCareTasks', typed, attempt).then(answered, fail);
}

function answered(answer: Answer<'addCareTasks'>): void {
  if ('problems' in answer) {
    refuse(answer.problems);
    return;
  }
  const { client, tasks } = answer.added;
  say(`${tasks === 1 ? '1 task was' : `${tasks} tasks were`} added to Care plan for ${client}.`);
  showDone(true);
  // Not on a button: an impatient second Enter would press it.
  part('status').focus();
}

function refuse(problems: readonly CarePlanProblem[]): void {
  enable(true);
  showHad();
  say('Nothing was added yet: see what is marked below.', true);
  const messageOf = (name: string) => problems.find(({ field }) => field === name)?.message ?? '';
  const fields = [
    { field: input('client'), message: messageOf('client') },
    { field: input('firstDue'), message: messageOf('firstDue') },
    ...lines.map(({ task, days }) => ({ field: days, message: messageOf(task) })),
  ];
  for (const { field, message } of fields) {
    show(`${field.id}-problem`, message);
    if (message) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
  show('tasks-problem', messageOf('tasks'));
  fields.find(({ message }) => message !== '')?.field.focus();
}

function show(id: string, message: string): void {
  part(id).textContent = message;
  part(id).hidden = message === '';
}

function fail(error: Error): void {
  enable(true);
  showHad();
  sayFailure(error);
}

for (const id of ['client', 'firstDue']) preparePlace(input(id));
input('client').addEventListener('input', showHad);
input('firstDue').addEventListener('input', changed);
part('plan').addEventListener('submit', submit);
part('again').addEventListener('click', open);
closeOnRequest();
open();
