import {
  type AccountsForm,
  bookSettings,
  isBookRules,
  readBookRules,
  type SettingProblem,
  type TypedAccounts,
} from '../ledger/books/accounts-form';
import type { JournalLine } from '../ledger/books/journal-line';
import { accountTotals } from '../ledger/books/month-view';
import { testJournal } from '../ledger/books/test-journal';
import type { MinorUnits } from '../ledger/units/money';
import { element, part, say, sayFailure } from './page';
import { moneyFor } from './reader';

let form: AccountsForm | undefined;
const fieldset = part('fields') as HTMLFieldSetElement;
const saveButton = part('save') as HTMLButtonElement;

type Field = HTMLInputElement | HTMLSelectElement;
const fields = new Map([...document.querySelectorAll<Field>('[name]')].map(field => [field.name, field]));

function open(): void {
  say('Reading the settings…');
  google.script.run.withSuccessHandler(begin).withFailureHandler(sayFailure).accountsForm();
}

function begin(opened: AccountsForm): void {
  form = opened;
  for (const [name, field] of fields) field.value = opened.typed[name] ?? '';
  say(
    opened.closed > 0
      ? 'Closed months keep the codes that they have: a new code moves the difference in the first open month.'
      : '',
  );
  enable(true);
  update();
  part('cashSide').focus();
}

function typed(): TypedAccounts {
  return Object.fromEntries(bookSettings.map(name => [name, fields.get(name)?.value ?? '']));
}

/** Shows the test journal while one types, and what is to be mended beside its field. */
function update(): void {
  const rules = readBookRules(typed());
  const isRead = isBookRules(rules);
  showProblems(isRead ? [] : rules);
  if (isRead && form) part('test').replaceChildren(...linesOf(testJournal(rules, form.terms)));
}

function linesOf(lines: readonly JournalLine[]): HTMLElement[] {
  return accountTotals(lines).map(({ code, account, currency, debit, credit }) => {
    const money = (amount: MinorUnits) => element('td', amount === 0 ? '' : moneyFor(amount, currency));
    const name = element('th', `${code} ${account}`);
    name.scope = 'row';
    return element('tr', name, money(debit), money(credit));
  });
}

function showProblems(problems: readonly SettingProblem[]): void {
  for (const [name, field] of fields) {
    const found = problems.find(({ setting }) => setting === name);
    const place = part(`${field.id}-problem`);
    place.textContent = found ? found.message : '';
    place.hidden = !found;
    if (found) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }
}

function submit(event: Event): void {
  event.preventDefault();
  if (fieldset.disabled) return;
  const rules = readBookRules(typed());
  if (!isBookRules(rules)) {
    refuse(rules);
    return;
  }
  say('Saving…');
  enable(false);
  google.script.run.withSuccessHandler(answered).withFailureHandler(fail).saveAccounts(typed());
}

function answered({ problems }: { readonly problems: readonly SettingProblem[] }): void {
  enable(true);
  if (problems.length > 0) refuse(problems);
  else say('Saved in Settings. Books > Month end writes the next journal with these accounts.');
}

function refuse(problems: readonly SettingProblem[]): void {
  showProblems(problems);
  say('Not saved yet: see the fields marked below.', true);
  const [first] = problems;
  if (first) fields.get(first.setting)?.focus();
}

function fail(error: Error): void {
  enable(true);
  sayFailure(error);
}

function enable(isReady: boolean): void {
  fieldset.disabled = !isReady;
  saveButton.disabled = !isReady;
}

for (const field of fields.values()) {
  const place = element('p');
  place.id = `${field.id}-problem`;
  place.className = 'problem';
  place.hidden = true;
  field.after(place);
  field.setAttribute('aria-describedby', place.id);
  field.addEventListener('input', update);
}
part('accounts').addEventListener('submit', submit);
for (const button of document.querySelectorAll('.close'))
  button.addEventListener('click', () => google.script.host.close());
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') google.script.host.close();
});
open();
