import { careFields } from '../ledger/care/typed-care';
import { type Answer, ask } from './ask';
import { createFields } from './fields';
import { button, control, element, offer, onClick, part, say, styled } from './page';
import { createSentForm } from './sent-form';

type CareForm = Answer<'careForm'>;

const { field, typed, showProblems, mend } = createFields(careFields);
const form = createSentForm(submit);
let opened: CareForm | undefined;
/** What was done last is still to be read after the client was read anew. */
let news = '';

/** Without a client: that of the selected row. */
function look(...client: [] | [string]): void {
  form.wait('Reading the workbook…', ask('careForm', ...client), show);
}

function show(found: CareForm): void {
  opened = found;
  const { clients, selected, tasks, things } = found;
  offer('clients', clients);
  if (selected) field('client').value = selected;
  offer(
    'task',
    tasks.map(({ task, due }) => [task, due ? `${task}, ${due}` : task]),
  );
  part('small').hidden = things.length === 0;
  part('things').replaceChildren(...things.map(thingCard));
  field('hours').value = '';
  field('what').value = '';
  form.enable(true);
  showProblems([]);
  takeTask();
  say(news || standing(found));
  news = '';
}

function standing({ selected, tasks }: CareForm): string {
  if (!selected) return field('client').value ? 'This client is not in Clients.' : 'Choose the client.';
  if (tasks.length === 0) return `${selected} has no care plan yet. Choose More > Care > Start a care plan.`;
  const late = tasks.filter(({ isLate }) => isLate).length;
  if (late === 0) return `Nothing is overdue at ${selected}.`;
  return late === 1 ? `1 task is overdue at ${selected}.` : `${late} tasks are overdue at ${selected}.`;
}

/** What the row of the task says stands in the fields; each time begins as well done. */
function takeTask(): void {
  const found = opened?.tasks.find(({ task }) => task === field('task').value);
  field('result').value = 'OK';
  field('who').value = found?.who ?? '';
  field('note').value = found?.note ?? '';
  const last = found?.lastDone ? `Last done on ${found.lastDone}.` : 'Not done yet.';
  part('about').textContent = found ? last : '';
  form.changed();
}

function thingCard({ row, what, priority, foundOn }: CareForm['things'][number]): HTMLElement {
  const about = [priority, foundOn && `found on ${foundOn}`].filter(Boolean).join(', ');
  const fixed = styled(
    'div',
    'choices',
    button('Fixed', () => fix(row, what), `Fixed: ${what}`),
  );
  return styled('li', 'card', element('h3', what), styled('p', 'aside', about), fixed);
}

function submit(): void {
  form.wait('Writing it down…', ask('writeCareDone', typed(), form.attempt()), answer => {
    if ('done' in answer) goOn(answer.done);
    else form.refuse('Not written down yet: see the fields marked below.', () => mend(answer.problems));
  });
}

function fix(row: number, what: string): void {
  if (!form.isWaiting()) form.wait('Writing it down…', ask('fixSmallThing', row, what), goOn);
}

function goOn(said: string): void {
  news = said;
  look(field('client').value);
  part('status').focus();
}

for (const name of careFields) field(name).addEventListener('input', form.changed);
control('client').addEventListener('change', () => look(field('client').value));
control('task').addEventListener('change', takeTask);
onClick('again', () => look());
look();
