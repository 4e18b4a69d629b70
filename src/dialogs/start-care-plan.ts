import type { CarePlanForm, CarePlanProblem } from '../ledger/care/start-care-plan';
import type { StarterTask } from '../ledger/model/care';
import { foldName } from '../ledger/units/names';
import { ask } from './ask';
import { preparePlace, showIn, showProblem } from './fields';
import { control, element, namesOf, offer, part, styled } from './page';
import { createSentForm } from './sent-form';

/** A task of the list, with what the person may change. */
interface Line {
  readonly task: string;
  readonly isContact: boolean;
  readonly tick: HTMLInputElement;
  readonly days: HTMLInputElement;
  readonly had: HTMLElement;
}

let opened: CarePlanForm | undefined;
let lines: readonly Line[] = [];
const [client, firstDue] = [control('client'), control('firstDue')];
const form = createSentForm(submit);

function begin(found: CarePlanForm): void {
  opened = found;
  offer('clients', namesOf(found.clients));
  client.value = found.selected;
  firstDue.value = found.firstDue;
  lines = found.starters.map(lineOf);
  part('tasks').replaceChildren(...lines.map(rowOf));
  showHad();
  client.focus();
}

function lineOf({ task, every, isContact }: StarterTask, index: number): Line {
  const tick = element('input');
  Object.assign(tick, { type: 'checkbox', id: `tick${index}`, checked: true });
  const days = element('input');
  Object.assign(days, { id: `days${index}`, inputMode: 'numeric', value: String(every) });
  days.setAttribute('aria-label', `Every how many days: ${task}`);
  for (const each of [tick, days]) each.addEventListener('input', changed);
  return { task, isContact, tick, days, had: styled('span', 'aside') };
}

function rowOf({ task, tick, days, had }: Line): HTMLElement {
  const label = element('label', task);
  label.htmlFor = tick.id;
  const row = element('tr', element('td', tick, label, had), element('td', days));
  preparePlace(days);
  return row;
}

/** What the client has already is shown, and cannot be ticked. */
function showHad(): void {
  const wanted = foldName(client.value);
  const found = opened?.clients.find(({ name }) => foldName(name) === wanted);
  const tasks = new Set((found?.tasks ?? []).map(foldName));
  for (const { task, isContact, tick, days, had } of lines) {
    const isThere = tasks.has(foldName(task));
    tick.disabled = isThere;
    days.disabled = isThere;
    had.textContent = isThere ? 'in the plan already' : isContact ? 'counts as contact' : '';
  }
  changed();
}

function changed(): void {
  form.changed();
  const count = chosen().length;
  form.button.textContent = count === 1 ? 'Add 1 task' : `Add ${count} tasks`;
}

function chosen(): readonly Line[] {
  return lines.filter(({ tick }) => tick.checked && !tick.disabled);
}

function submit(): void {
  const tasks = chosen().map(({ task, days }) => ({ task, every: days.value }));
  const typed = { client: client.value, firstDue: firstDue.value, tasks };
  form.wait('Adding…', ask('addCareTasks', typed, form.attempt()), answer => {
    if ('problems' in answer) {
      const words = 'Nothing was added yet: see what is marked below.';
      form.refuse(words, () => mark(answer.problems));
      return;
    }
    const { client: name, tasks: count } = answer.added;
    form.tell(`${count === 1 ? '1 task was' : `${count} tasks were`} added to Care plan for ${name}.`);
  });
}

function mark(problems: readonly CarePlanProblem[]): void {
  const messageOf = (name: string) => problems.find(({ field }) => field === name)?.message ?? '';
  const fields = [
    { field: client, message: messageOf('client') },
    { field: firstDue, message: messageOf('firstDue') },
    ...lines.map(({ task, days }) => ({ field: days, message: messageOf(task) })),
  ];
  for (const { field, message } of fields) showProblem(field, message);
  showIn('tasks-problem', messageOf('tasks'));
  fields.find(({ message }) => message !== '')?.field.focus();
}

for (const each of [client, firstDue]) preparePlace(each);
client.addEventListener('input', showHad);
firstDue.addEventListener('input', changed);
form.open(() => ask('carePlanForm'), begin);
