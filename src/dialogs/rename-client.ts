import {
  type RenameAnswer,
  type RenameForm,
  type RenamePreview,
  renameFields,
} from '../ledger/renaming/rename-form';
import { ask } from './ask';
import { showWords } from './effects';
import { createFields } from './fields';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { createStages } from './stages';

const { field, focusFirst, preparePlaces, showProblems, typed } = createFields(renameFields);
const { button: writeButton, enable, showDone, isWaiting } = createStages('write', ['fields', 'changing']);
/** A moment without typing before the script is asked. */
const pause = 500;

/** One name for one renaming, so that sending it again after a lost answer does not do it twice. */
let attempt = '';
/** What the page shows, and for which names. */
let shown: { readonly preview: RenamePreview; readonly of: string } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function open(): void {
  say('Reading the workbook…');
  enable(false);
  ask('renameForm').then(begin, sayFailure);
}

function begin({ clients, selected, unfinished }: RenameForm): void {
  part('clients').replaceChildren(
    ...clients.map(name => {
      const option = element('option');
      option.value = name;
      return option;
    }),
  );
  field('client').value = selected;
  field('name').value = unfinished?.to ?? '';
  say(unfinished ? 'A renaming stopped half way. Rename the client once more to finish it.' : '');
  showDone(false);
  enable(true);
  changed();
  field(selected ? 'name' : 'client').focus();
}

function changed(): void {
  attempt = `${Date.now()} ${Math.random()}`;
  shown = undefined;
  writeButton.disabled = false;
  showProblems([]);
  showPreview(undefined);
  clearTimeout(timer);
  if (field('client').value.trim() !== '' && field('name').value.trim() !== '')
    timer = setTimeout(look, pause);
}

/** Asks what the renaming would change. */
function look(): void {
  clearTimeout(timer);
  const [asked, of] = [typed(), JSON.stringify(typed())];
  showPreview(undefined);
  showWords(['Looking for the name in all tabs…']);
  ask('previewRename', asked).then(answer => looked(answer, of), fail);
}

/** An answer for what was typed before is not shown. */
function looked(answer: RenameAnswer, of: string): void {
  if (of !== JSON.stringify(typed())) return;
  if ('problems' in answer) {
    showPreview(undefined);
    showProblems(answer.problems);
    return;
  }
  const preview = 'moved' in answer ? answer.moved : answer.done;
  shown = { preview, of };
  showPreview(preview);
}

function showPreview(preview: RenamePreview | undefined): void {
  const counts = (preview?.tabs ?? []).map(({ tab, rows }) => line(tab, rows));
  if (preview && preview.formulas > 0) counts.push(line('Formulas that name it', preview.formulas));
  part('tabs').replaceChildren(...counts);
  part('changes').hidden = counts.length === 0;
  showWords(preview ? wordsOf(preview) : []);
}

function line(what: string, count: number): HTMLElement {
  const head = element('th', what);
  head.scope = 'row';
  return element('tr', head, element('td', String(count)));
}

function wordsOf({ words, stays, tabs }: RenamePreview): string[] {
  const isBooked = tabs.some(({ tab }) => tab === 'Journal');
  const books =
    'If your accounting knows this customer, rename it there too before you import the next journal.';
  const always =
    'No figure changes, and nobody gets a second notice. Statements that were issued still say the old name, and so does what you typed in tabs of your own.';
  return [...words, ...stays, always, ...(isBooked ? [books] : [])];
}

function submit(event: Event): void {
  event.preventDefault();
  if (isWaiting()) return;
  const now = JSON.stringify(typed());
  // What was not seen is not written: a first Enter shows what it changes, a second writes it.
  if (!shown || shown.of !== now) {
    look();
    return;
  }
  say('Writing…');
  enable(false);
  ask('writeRename', typed(), JSON.stringify(shown.preview), attempt).then(
    answer => answered(answer, now),
    fail,
  );
}

function answered(answer: RenameAnswer, of: string): void {
  if ('done' in answer) {
    const { from, to, stays } = answer.done;
    say([`${from} is now called ${to} in all tabs. To undo, rename it back.`, ...stays].join(' '));
    showDone(true);
    // Not on a button: an impatient second Enter would press it.
    part('status').focus();
    return;
  }
  enable(true);
  looked(answer, of);
  if ('problems' in answer) {
    say('Nothing changed yet: see the field marked below.', true);
    focusFirst(answer.problems);
  } else say('The workbook has changed meanwhile, and nothing was written. Look at the rows again.', true);
}

function fail(error: Error): void {
  enable(true);
  showWords([]);
  sayFailure(error);
}

preparePlaces();
for (const name of renameFields) field(name).addEventListener('input', changed);
part('rename').addEventListener('submit', submit);
part('again').addEventListener('click', open);
closeOnRequest();
open();
