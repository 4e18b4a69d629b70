import {
  type AccountsForm,
  bookSettings,
  isBookRules,
  readBookRules,
  type SettingProblem,
  type TypedAccounts,
} from '../ledger/books/accounts-form';
import { accountTotals } from '../ledger/books/month-view';
import { testJournal } from '../ledger/books/test-journal';
import type { JournalLine } from '../ledger/model/journal-line';
import type { MinorUnits } from '../ledger/units/money';
import { type Answer, ask } from './ask';
import { preparePlace } from './fields';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { moneyFor } from './reader';
import { createStages } from './stages';

let form: AccountsForm | undefined;
const { enable, isWaiting } = createStages('save');

type Field = HTMLInputElement | HTMLSelectElement;
const fields = new Map([...document.querySelectorAll<Field>('[name]')].map(field => [field.name, field]));

function open(): void {
  say('Reading the settings…');
  ask('accountsForm').then(begin, sayFailure);
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
  if (isWaiting()) return;
  const rules = readBookRules(typed());
  if (!isBookRules(rules)) {
    refuse(rules);
    return;
  }
  say('Saving…');
  enable(false);
  ask('saveAccounts', typed()).then(answered, fail);
}

function answered({ problems }: Answer<'saveAccounts'>): void {
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

for (const field of fields.values()) {
  preparePlace(field);
  field.addEventListener('input', update);
}
part('accounts').addEventListener('submit', submit);
closeOnRequest();
open();
