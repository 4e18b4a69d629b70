import {
  type AccountsForm,
  bookSettings,
  isBookRules,
  readBookRules,
  type SettingProblem,
  type TypedAccounts,
  testJournal,
} from '../ledger/books/test-journal';
import { accountRows } from './account-rows';
import { ask } from './ask';
import { preparePlace, showProblem } from './fields';
import { type Control, closeOnRequest, control, part, say, sayFailure } from './page';
import { createSentForm } from './sent-form';

let opened: AccountsForm | undefined;
const form = createSentForm(submit);
const fields = new Map([...document.querySelectorAll<Control>('[name]')].map(field => [field.name, field]));

function begin(found: AccountsForm): void {
  opened = found;
  for (const [name, field] of fields) field.value = found.typed[name] ?? '';
  const closed =
    'Closed months keep the codes that they have: a new code moves the difference in the first open month.';
  say(found.closed > 0 ? closed : '');
  form.enable(true);
  control('invoices').value = control('cashSide').value === 'none' ? 'yes' : 'no';
  update();
  part('invoices').focus();
}

function typed(): TypedAccounts {
  return Object.fromEntries(bookSettings.map(name => [name, fields.get(name)?.value ?? '']));
}

/** Where invoices are elsewhere, nobody asks about the bank; else the feed is the careful answer. */
function takeInvoices(): void {
  const side = control('cashSide');
  if (control('invoices').value === 'yes') side.value = 'none';
  else if (side.value === 'none') side.value = 'clearing account';
  update();
}

/** Shows the test journal while one types, and what is to be mended beside its field. */
function update(): void {
  const isElsewhere = control('invoices').value === 'yes';
  part('payments').hidden = isElsewhere;
  part('invoicesThere').hidden = !isElsewhere;
  const rules = readBookRules(typed());
  const isRead = isBookRules(rules);
  showProblems(isRead ? [] : rules);
  if (isRead && opened) part('test').replaceChildren(...accountRows(testJournal(rules, opened.terms)));
}

function showProblems(problems: readonly SettingProblem[]): void {
  for (const [name, field] of fields)
    showProblem(field, problems.find(({ setting }) => setting === name)?.message);
}

function submit(): void {
  const rules = readBookRules(typed());
  if (!isBookRules(rules)) {
    refuse(rules);
    return;
  }
  form.wait('Saving…', ask('saveAccounts', typed()), ({ problems }) => {
    form.enable(true);
    if (problems.length > 0) refuse(problems);
    else say('Saved in Settings. More > Books > Month end writes the next journal with these accounts.');
  });
}

function refuse(problems: readonly SettingProblem[]): void {
  showProblems(problems);
  const [first] = problems;
  form.refuse('Not saved yet: see the fields marked below.', () => fields.get(first?.setting ?? '')?.focus());
}

for (const field of fields.values()) {
  preparePlace(field);
  field.addEventListener('input', update);
}
control('invoices').addEventListener('change', takeInvoices);
closeOnRequest();
say('Reading the settings…');
ask('accountsForm').then(begin, sayFailure);
