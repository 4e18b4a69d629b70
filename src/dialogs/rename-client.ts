import {
  type RenameForm,
  type RenamePreview,
  type RenameProblem,
  renameFields,
  type TypedRename,
} from '../ledger/renaming/rename-form';
import { ask } from './ask';
import { showWords } from './effects';
import { createFields } from './fields';
import { offer, part, say, tableRow } from './page';
import { createSeenForm } from './seen-form';

const { field, focusFirst, showProblems, typed } = createFields(renameFields);

const { open, changed } = createSeenForm<TypedRename, RenamePreview, RenameProblem>({
  looking: 'Looking for the name in all tabs…',
  refused: 'Nothing changed yet: see the field marked below.',
  moved: 'The workbook has changed meanwhile, and nothing was written. Look at the rows again.',
  told: ({ from, to, stays }) =>
    [`${from} is now called ${to} in all tabs. To undo, rename it back.`, ...stays].join(' '),
  typed,
  isComplete: () => renameFields.every(name => field(name).value.trim() !== ''),
  look: now => ask('previewRename', now),
  write: (now, seen, attempt) => ask('writeRename', now, seen, attempt),
  show: showPreview,
  showProblems,
  focusFirst,
});

function begin({ clients, selected, unfinished }: RenameForm): void {
  offer('clients', clients);
  field('client').value = selected;
  field('name').value = unfinished?.to ?? '';
  if (unfinished) say('A renaming stopped half way. Rename the client once more to finish it.');
  changed();
  field(selected ? 'name' : 'client').focus();
}

function showPreview(preview?: RenamePreview): void {
  const counts = (preview?.tabs ?? []).map(({ tab, rows }) => tableRow(tab, String(rows)));
  if (preview && preview.formulas > 0)
    counts.push(tableRow('Formulas that name it', String(preview.formulas)));
  part('tabs').replaceChildren(...counts);
  part('changes').hidden = counts.length === 0;
  showWords(preview ? wordsOf(preview) : []);
}

function wordsOf({ words, stays, tabs }: RenamePreview): string[] {
  const isBooked = tabs.some(({ tab }) => tab === 'Journal');
  const books =
    'If your accounting knows this customer, rename it there too before you import the next journal.';
  const always =
    'No figure changes, and nobody gets a second notice. Statements that were issued still say the old name, and so does what you typed in tabs of your own.';
  return [...words, ...stays, always, ...(isBooked ? [books] : [])];
}

for (const name of renameFields) field(name).addEventListener('input', changed);
open(() => ask('renameForm'), begin);
