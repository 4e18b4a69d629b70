import { type ImportField, importFields } from '../ledger/importing/import-columns';
import { type ImportLine, type ImportPreview, longestFile } from '../ledger/importing/plan-import';
import { type Answer, ask } from './ask';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { createStages } from './stages';

const text = part('text') as HTMLTextAreaElement;
const file = part('file') as HTMLInputElement;
const { button: writeButton, enable, isWaiting } = createStages('write');
const pause = 600;

let preview: ImportPreview | undefined;
/** One name for one import, so that sending it again after a lost answer does not write it twice. */
let attempt = '';
let timer: ReturnType<typeof setTimeout> | undefined;

const chosen = () =>
  [...part('columns').querySelectorAll('select')].map(({ value }) => value) as (ImportField | '')[];

/** `fields` is what the person has chosen; nothing lets the headers tell. */
function changed(fields?: readonly string[]): void {
  attempt = `${Date.now()} ${Math.random()}`;
  preview = undefined;
  writeButton.disabled = true;
  clearTimeout(timer);
  timer = setTimeout(() => look(fields), pause);
}

function look(fields?: readonly string[]): void {
  if (text.value.trim() === '') {
    show(undefined);
    return;
  }
  if (text.value.length > longestFile) {
    show(undefined);
    say('This file is too large. Cut it into parts of 500 lines.', true);
    return;
  }
  say('Reading the table…');
  const [asked, of] = [text.value, attempt];
  ask('previewImport', asked, fields ?? null).then(answer => looked(answer, of), sayFailure);
}

/** An answer for what stood there before is not shown. */
function looked(answer: Answer<'previewImport'>, of: string): void {
  if (of === attempt && 'preview' in answer) show(answer.preview);
}

function show(found: ImportPreview | undefined): void {
  preview = found;
  const { clients = 0, openings = 0, lines = [], problem } = found ?? {};
  const refused = lines.filter(({ does }) => does === 'refuses').length;
  say(found ? problem || summary(clients, openings, refused) : '', Boolean(problem));
  part('columns').replaceChildren(
    ...(found ? found.headers.map((header, at) => column(header, at, found)) : []),
  );
  part('lines').replaceChildren(...lines.map(line));
  writeButton.disabled = clients + openings === 0;
}

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

function summary(clients: number, openings: number, refused: number): string {
  const adds = `Adds ${counted(clients, 'client')} and ${counted(openings, 'opening balance')}.`;
  return refused > 0 ? `${adds} ${counted(refused, 'line')} cannot be taken: see below.` : adds;
}

function column(header: string, at: number, { fields }: ImportPreview): HTMLElement {
  const select = element('select');
  select.id = `column${at}`;
  for (const field of ['', ...importFields]) {
    const option = element('option', field || 'leave out');
    option.value = field;
    select.append(option);
  }
  select.value = fields[at] ?? '';
  select.addEventListener('change', () => changed(chosen()));
  const label = element('label', `Column “${header || at + 1}”`);
  label.htmlFor = select.id;
  const place = element('div', label, select);
  place.className = 'field';
  return place;
}

function line({ line: number, client, does, says }: ImportLine): HTMLElement {
  const made = element('li', element('strong', client || 'No name'), ` (line ${number}): ${says.join(' ')}`);
  made.className = does === 'refuses' ? 'problem' : '';
  return made;
}

function submit(event: Event): void {
  event.preventDefault();
  if (!preview || writeButton.disabled || isWaiting()) return;
  const { clients, openings, fields } = preview;
  say('Importing…');
  enable(false);
  ask('writeImport', text.value, fields, `${clients} ${openings}`, attempt).then(answered, fail);
}

function answered(answer: Answer<'writeImport'>): void {
  enable(true);
  if ('preview' in answer) {
    show(answer.preview);
    say('The workbook has changed meanwhile, and nothing was written. Look at the lines again.', true);
    return;
  }
  const { clients, openings } = answer.done;
  say(`Imported ${counted(clients, 'client')} and ${counted(openings, 'opening balance')}.`);
  part('importForm').hidden = true;
  part('importing').hidden = true;
  part('done').hidden = false;
  // Not on a button: an impatient second Enter would press it.
  part('status').focus();
}

function fail(error: Error): void {
  enable(true);
  sayFailure(error);
}

async function readFile(): Promise<void> {
  const [picked] = file.files ?? [];
  if (!picked) return;
  text.value = await picked.text();
  changed();
}

text.addEventListener('input', () => changed());
file.addEventListener('change', () => {
  readFile().catch(sayFailure);
});
part('importForm').addEventListener('submit', submit);
closeOnRequest();
text.focus();
