import { type ImportField, importFields } from '../ledger/importing/import-columns';
import type { ImportLine, ImportPreview } from '../ledger/importing/plan-import';
import { tableIn } from '../ledger/importing/tab-tables';
import { type Answer, ask } from './ask';
import { closeOnRequest, element, onClick, optionsOf, part, say, sayFailure, styled } from './page';
import { createSentForm } from './sent-form';
import { type BroughtTable, createTableInput } from './table-input';

const form = createSentForm(submit);
const input = createTableInput(next => {
  brought = next;
  changed();
});
const pause = 100;

let brought: BroughtTable | undefined;
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

const rows = () => brought?.table.rows.map(({ cells }) => cells) ?? [];

const soldWords =
  'These are blocks that were sold, not a list of clients. Bring in your workbook takes them from a file, too.';

/** A client may have bought several, which a list of clients cannot say; a *Value* is that of an opening balance. */
function isSales(): boolean {
  const found = brought && tableIn({ name: brought.name, rows: brought.table.rows });
  return found?.kind === 'blocks' && !found.headers.some(header => /value|balance/i.test(header));
}

function look(fields?: readonly string[]): void {
  const problem = brought?.table.problem || (isSales() ? soldWords : undefined);
  part('sold').hidden = !isSales();
  if (problem || rows().length === 0) {
    show(undefined);
    if (problem) say(problem, true);
    return;
  }
  say('Reading the table…');
  const of = form.attempt();
  ask('previewImport', rows(), fields ?? null).then(answer => {
    // An answer for what stood there before is not shown.
    if (of === form.attempt() && 'preview' in answer) show(answer.preview);
  }, sayFailure);
}

function show(found: ImportPreview | undefined): void {
  preview = found;
  const { clients = 0, openings = 0, lines = [], notes = [], problem } = found ?? {};
  part('notes').replaceChildren(...notes.map(note => element('li', note)));
  const refused = lines.filter(({ does }) => does === 'refuses').length;
  part('other').hidden = !problem?.includes('Import hours');
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

const unitChoices = [
  ['', 'choose…'],
  ['Hours', 'hours that are left'],
  ['Money paid ahead', 'money paid ahead'],
  ['Money owed', 'money owed: not brought in'],
] as const;

function column(header: string, at: number, { fields, asks }: ImportPreview): HTMLElement {
  // Of a unit that nobody can tell by the header none is chosen before.
  const isAsked = asks.includes(header);
  const choices = isAsked ? unitChoices : [['', 'leave out'] as const, ...importFields];
  const select = element('select', ...optionsOf(choices));
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
  const asked = ask('writeImport', rows(), fields, `${clients} ${openings}`, form.attempt());
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

// A log of work is no list of clients: the other window takes it.
onClick('sold', () => void ask('importBook').catch(sayFailure));
onClick('other', () => void ask('importHours').catch(sayFailure));
closeOnRequest();
part('text').focus();
ask('importHoursForm').then(({ here }) => input.offerTab(here), sayFailure);
