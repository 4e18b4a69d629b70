import { type ImportField, importFields } from '../ledger/importing/import-columns';
import { type ImportLine, type ImportPreview, longestFile } from '../ledger/importing/plan-import';
import { type Answer, ask } from './ask';
import { closeOnRequest, element, optionsOf, part, say, sayFailure, styled } from './page';
import { createSentForm } from './sent-form';

const text = part('text') as HTMLTextAreaElement;
const file = part('file') as HTMLInputElement;
const form = createSentForm(submit);
const pause = 600;

let preview: ImportPreview | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

const chosen = () =>
  [...part('columns').querySelectorAll('select')].map(({ value }) => value) as (ImportField | '')[];

/** `fields` is what the person has chosen; nothing lets the headers tell. */
function changed(fields?: readonly string[]): void {
  form.changed();
  preview = undefined;
  form.button.disabled = true;
  clearTimeout(timer);
  timer = setTimeout(() => look(fields), pause);
}

function look(fields?: readonly string[]): void {
  const isTooLong = text.value.length > longestFile;
  if (isTooLong || text.value.trim() === '') {
    show(undefined);
    if (isTooLong) say('This file is too large. Cut it into parts of 500 lines.', true);
    return;
  }
  say('Reading the table…');
  const of = form.attempt();
  ask('previewImport', text.value, fields ?? null).then(answer => {
    // An answer for what stood there before is not shown.
    if (of === form.attempt() && 'preview' in answer) show(answer.preview);
  }, sayFailure);
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
  form.button.disabled = clients + openings === 0;
}

function counted(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

function summary(clients: number, openings: number, refused: number): string {
  const adds = `Adds ${counted(clients, 'client')} and ${counted(openings, 'opening balance')}.`;
  return refused > 0 ? `${adds} ${counted(refused, 'line')} cannot be taken: see below.` : adds;
}

function column(header: string, at: number, { fields }: ImportPreview): HTMLElement {
  const select = element('select', ...optionsOf([['', 'leave out'], ...importFields]));
  select.id = `column${at}`;
  select.value = fields[at] ?? '';
  select.addEventListener('change', () => changed(chosen()));
  const label = element('label', `Column “${header || at + 1}”`);
  label.htmlFor = select.id;
  return styled('div', 'field', label, select);
}

function line({ line: number, client, does, says }: ImportLine): HTMLElement {
  const words = ` (line ${number}): ${says.join(' ')}`;
  return styled('li', does === 'refuses' ? 'problem' : '', element('strong', client || 'No name'), words);
}

function submit(): void {
  if (!preview || form.button.disabled) return;
  const { clients, openings, fields } = preview;
  const asked = ask('writeImport', text.value, fields, `${clients} ${openings}`, form.attempt());
  form.wait('Importing…', asked, answered);
}

function answered(answer: Answer<'writeImport'>): void {
  form.enable(true);
  if ('preview' in answer) {
    show(answer.preview);
    say('The workbook has changed meanwhile, and nothing was written. Look at the lines again.', true);
    return;
  }
  const { clients, openings } = answer.done;
  form.tell(`Imported ${counted(clients, 'client')} and ${counted(openings, 'opening balance')}.`);
}

async function readFile(): Promise<void> {
  const [picked] = file.files ?? [];
  if (!picked) return;
  text.value = await picked.text();
  changed();
}

text.addEventListener('input', () => changed());
file.addEventListener('change', () => void readFile().catch(sayFailure));
closeOnRequest();
text.focus();
