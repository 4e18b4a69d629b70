import type { HourQuestion } from '../ledger/importing/plan-hours';
import { exportOf, type Tracker, trackers } from '../ledger/importing/trackers';
import { type Answer, ask } from './ask';
import { chosenColumns, type Said, showColumns, showNames, showQuestions } from './hours-asked';
import {
  bringHours,
  type HoursScript,
  lookAtHours,
  type ReadHours,
  readHours,
  type SeenHours,
} from './hours-run';
import { countsText, showPreview } from './hours-shown';
import { control, element, offer, onClick, part, say, sayFailure } from './page';
import { createSentForm } from './sent-form';
import { type BroughtTable, createTableInput } from './table-input';

const script: HoursScript = {
  previewHours: (...given) => ask('previewHours', ...given),
  keepImportNames: (...given) => ask('keepImportNames', ...given),
  writeHours: (...given) => ask('writeHours', ...given),
};

type Form = Answer<'importHoursForm'>;

const sent = createSentForm(submit);
const input = createTableInput(take);
const pause = 400;

let form: Form;
let brought: BroughtTable | undefined;
let read: ReadHours | undefined;
let shown: { readonly seen: SeenHours; readonly text: string } | undefined;
let said: Said = {};
let names: Record<string, string> = {};
let ticked = new Set<string>();
let isStopped = false;
/** Counts what was changed: an answer for what stood there before is not shown. */
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Another log: nothing that was said of the one before holds. */
function take(next: BroughtTable): void {
  brought = next;
  [said, names, ticked] = [{}, {}, new Set()];
  control('tracker').value = '';
  look({ isNew: true });
}

/** Reads the log anew by all that was said, and asks what it would do as soon as nothing is open. */
function look({ isNew = false }: { readonly isNew?: boolean } = {}): void {
  turn++;
  shown = undefined;
  sent.changed();
  sent.button.disabled = true;
  part('other').hidden = true;
  part('preview').replaceChildren();
  clearTimeout(timer);
  if (!brought) return;
  const { table } = brought;
  if (table.problem) {
    refuse(table.problem);
    return;
  }
  const tracker = (control('tracker').value || undefined) as Tracker | undefined;
  const answers = {
    dates: said.dates,
    invoiced: said.invoiced,
    description: said.description,
    clients: names,
    ticked,
    tracker,
  };
  read = readHours(
    table,
    { ...answers, fields: isNew ? undefined : chosenColumns() } as Parameters<typeof readHours>[1],
    form,
  );
  const { log, plan } = read;
  part('mapping').hidden = log.headers.length === 0;
  part('notes').replaceChildren(
    element('li', `${brought.name}: ${log.tracker === 'Table' ? 'a table' : log.tracker}.`),
    ...log.says.map(each => element('li', each)),
  );
  if (isNew) showColumns(read, () => look());
  showQuestions(read, said, answer);
  showNames(read, form.clients, chooseNames);
  const open = plan.questions.length;
  if (log.problem) refuse(log.problem);
  else if (open > 0) say(open === 1 ? 'One question is open.' : `${open} questions are open.`);
  else timer = setTimeout(preview, pause);
}

/** A list of clients is no log of work: the other window takes it. */
function refuse(problem: string): void {
  const fields = read?.log.fields ?? [];
  part('other').hidden = fields.includes('date') || !fields.includes('client');
  say(problem, true);
}

function answer(name: HourQuestion['name'], value: string): void {
  said = { ...said, [name]: value };
  look();
}

function chooseNames(chosen: readonly (readonly [string, string])[]): void {
  for (const [pair, value] of chosen)
    if (value === '') delete names[pair];
    else names[pair] = value;
  look();
}

function preview(): void {
  const of = turn;
  const { plan } = read as ReadHours;
  say('Looking at the workbook…');
  lookAtHours(script, plan, [...ticked]).then(
    seen => {
      if (of === turn) show(seen);
    },
    error => of === turn && sent.fail(error),
  );
}

function show(seen: SeenHours): void {
  const { plan } = read as ReadHours;
  shown = { seen, text: JSON.stringify(seen.preview) };
  say(countsText(plan, seen));
  showPreview(plan, seen, form.today, ticked, (source, isOn) => {
    if (isOn) ticked.add(source);
    else ticked.delete(source);
    look();
  });
  sent.button.disabled = seen.rows.length === 0;
}

/** Looks once more before the first row: where the workbook has changed meanwhile, its new figures come first. */
async function bring(): Promise<string | undefined> {
  const { log, plan } = read as ReadHours;
  const seen = await lookAtHours(script, plan, [...ticked]);
  if (JSON.stringify(seen.preview) !== shown?.text) {
    show(seen);
    return undefined;
  }
  const bar = part('bar') as HTMLProgressElement;
  const told = (done: number) => {
    bar.value = done / seen.rows.length;
    say(`${done} of ${seen.rows.length} lines are in…`);
  };
  part('progress').hidden = false;
  part('stop').focus();
  const description = said.description;
  const { written, left } = await bringHours(script, {
    file: brought?.name ?? '',
    log,
    plan,
    rows: seen.rows,
    description,
    told,
    isStopped: () => isStopped,
  });
  const rest = left > 0 ? ` Stopped: ${left} are left. The same file or tab again brings them in.` : '';
  return `Brought in ${written === 1 ? '1 line' : `${written} lines`}.${rest} Blocks > Undo an import… takes them back.`;
}

function submit(): void {
  if (!shown || sent.button.disabled) return;
  isStopped = false;
  const ended = bring().finally(() => {
    part('progress').hidden = true;
  });
  sent.wait('Looking once more…', ended, text => {
    sent.enable(true);
    if (text) sent.tell(text);
    else say('The workbook has changed meanwhile, and nothing was written. Look at the figures again.', true);
  });
}

function begin(opened: Form): void {
  form = opened;
  brought = undefined;
  read = undefined;
  for (const id of ['columns', 'questions', 'names', 'preview', 'notes']) part(id).replaceChildren();
  part('mapping').hidden = true;
  offer('tracker', [['', 'as its headers tell'], ...trackers]);
  sent.button.disabled = true;
  input.offerTab(form.here);
  part('file').focus();
}

control('tracker').addEventListener('change', () => {
  const { value } = control('tracker');
  part('tracker').title = value === '' ? '' : exportOf(value as Tracker);
  look();
});
onClick('other', () => void ask('importClients').catch(sayFailure));
onClick('stop', () => {
  isStopped = true;
  say('Stopping…');
});
sent.open(() => ask('importHoursForm'), begin);
