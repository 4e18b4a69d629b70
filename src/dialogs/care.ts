import { type CareField, careFields } from '../ledger/care/typed-care';
import { type Answer, ask } from './ask';
import { createFields } from './fields';
import { element, part, say, sayFailure } from './page';
import { createStages } from './stages';

type CareForm = Answer<'careForm'>;

const { field, typed, preparePlaces, showProblems, focusFirst } = createFields(careFields);
const { enable, isWaiting } = createStages('write');
let form: CareForm | undefined;
/** One name for one Done, so that sending it again after a lost answer does not write it twice. */
let attempt = '';
/** What was done last is still to be read after the client was read anew. */
let news = '';

/** Without a client: that of the selected row. */
function look(client?: string): void {
  say('Reading the workbook…');
  enable(false);
  ask('careForm', ...(client === undefined ? [] : ([client] as const))).then(show, fail);
}

function show(opened: CareForm): void {
  form = opened;
  const { clients, selected, tasks, things } = opened;
  part('clients').replaceChildren(...clients.map(name => option(name, '')));
  if (selected) field('client').value = selected;
  field('task').replaceChildren(
    ...tasks.map(({ task, due }) => option(task, due ? `${task}, ${due}` : task)),
  );
  part('small').hidden = things.length === 0;
  part('things').replaceChildren(...things.map(thingCard));
  field('hours').value = '';
  field('what').value = '';
  enable(true);
  showProblems([]);
  takeTask();
  say(news || standing(opened));
  news = '';
}

function option(value: string, text: string): HTMLOptionElement {
  const made = element('option', text);
  made.value = value;
  return made;
}

function standing({ selected, tasks }: CareForm): string {
  if (!selected) return field('client').value ? 'This client is not in Clients.' : 'Choose the client.';
  if (tasks.length === 0) return `${selected} has no care plan yet. Choose Care > Start a care plan.`;
  const late = tasks.filter(({ isLate }) => isLate).length;
  if (late === 0) return `Nothing is overdue at ${selected}.`;
  return late === 1 ? `1 task is overdue at ${selected}.` : `${late} tasks are overdue at ${selected}.`;
}

/** What the row of the task says stands in the fields; each time begins as well done. */
function takeTask(): void {
  const found = form?.tasks.find(({ task }) => task === field('task').value);
  field('result').value = 'OK';
  field('who').value = found?.who ?? '';
  field('note').value = found?.note ?? '';
  part('about').textContent = !found
    ? ''
    : found.lastDone
      ? `Last done on ${found.lastDone}.`
      : 'Not done yet.';
  changed();
}

function thingCard({ row, what, priority, foundOn }: CareForm['things'][number]): HTMLElement {
  const button = element('button', 'Fixed');
  button.type = 'button';
  button.setAttribute('aria-label', `Fixed: ${what}`);
  button.addEventListener('click', () => fix(row, what));
  const about = [priority, foundOn && `found on ${foundOn}`].filter(Boolean).join(', ');
  const aside = element('p', about);
  aside.className = 'aside';
  const choices = element('div', button);
  choices.className = 'choices';
  const item = element('li', element('h3', what), aside, choices);
  item.className = 'card';
  return item;
}

/** What was changed is another Done. */
function changed(): void {
  attempt = `${Date.now()} ${Math.random()}`;
}

function submit(event: Event): void {
  event.preventDefault();
  if (isWaiting()) return;
  say('Writing it down…');
  enable(false);
  ask('writeCareDone', typed(), attempt).then(answered, fail);
}

function answered(answer: Answer<'writeCareDone'>): void {
  if ('problems' in answer) {
    enable(true);
    say('Not written down yet: see the fields marked below.', true);
    showProblems(answer.problems);
    focusFirst(answer.problems);
    return;
  }
  goOn(answer.done);
}

function fix(row: number, what: string): void {
  if (isWaiting()) return;
  say('Writing it down…');
  enable(false);
  ask('fixSmallThing', row, what).then(goOn, fail);
}

function goOn(said: string): void {
  news = said;
  look(field('client').value);
  part('status').focus();
}

function fail(error: Error): void {
  enable(true);
  sayFailure(error);
}

preparePlaces();
field('client').addEventListener('change', () => look(field('client').value));
field('task').addEventListener('change', takeTask);
for (const name of careFields satisfies readonly CareField[]) field(name).addEventListener('input', changed);
part('care').addEventListener('submit', submit);
part('again').addEventListener('click', () => look());
look();
