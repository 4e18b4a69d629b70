import type { AccountTotal, MonthFiles, MonthView } from '../ledger/books/month-view';
import type { MinorUnits } from '../ledger/units/money';
import { ask } from './ask';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { moneyFor } from './reader';

let view: MonthView | undefined;
const choice = part('month') as HTMLSelectElement;
const reason = part('reason') as HTMLInputElement;
const buttons = [...document.querySelectorAll<HTMLButtonElement>('button:not(.close)')];

function look(month: string): void {
  wait('Working out the journal…');
  ask('monthEndView', month).then(show, fail);
}

function show(seen: MonthView): void {
  view = seen;
  ready();
  choice.replaceChildren(
    ...seen.months.map(({ month, title, isClosed }) => {
      const option = element('option', isClosed ? `${title} (closed)` : title);
      option.value = month;
      return option;
    }),
  );
  choice.value = seen.month;
  part('about').textContent = aboutText(seen);
  part('journal').hidden = seen.accounts.length === 0;
  part('download').hidden = seen.accounts.length === 0;
  part('accounts').replaceChildren(...seen.accounts.map(line));
  part('late').hidden = seen.cameLate.length === 0;
  part('cameLate').replaceChildren(...seen.cameLate.map(text => element('li', text)));
  part('reopening').hidden = !seen.isClosed;
  (part('freeze') as HTMLButtonElement).disabled = !seen.canClose;
}

function aboutText({ title, isClosed, lines, late, rowsLeftOut, canClose, freezes }: MonthView): string {
  const count = lines === 1 ? 'one line' : `${lines} lines`;
  const words = [
    lines === 0 ? `${title} has no lines.` : `${title} has ${count}, here by account.`,
    late > 0 ? `${late} of them change a closed month.` : '',
    isClosed ? 'It is closed: this is what was frozen.' : '',
    freezes.length > 0 && !canClose ? 'It can be closed when it has ended.' : '',
    rowsLeftOut > 0 ? 'Rows that cannot be counted are left out: see Check workbook.' : '',
  ];
  return words.filter(Boolean).join(' ');
}

function line({ code, account, currency, debit, credit }: AccountTotal): HTMLElement {
  const money = (amount: MinorUnits) => element('td', amount === 0 ? '' : moneyFor(amount, currency));
  const name = element('th', `${code} ${account}`);
  name.scope = 'row';
  return element('tr', name, money(debit), money(credit));
}

function write(): void {
  wait('Writing the journal…');
  ask('monthEnd', choice.value).then(done, fail);
}

/** Says first what will be frozen, for closing changes what people see in Time. */
function askToClose(): void {
  if (!view) return;
  const months = view.freezes.join(', ');
  say(
    `This freezes the journal of ${months}, and writes into Charged what ${view.fills} time entries are charged. ` +
      'What comes later for these months will stand in the first open month. Close?',
  );
  part('open').hidden = true;
  part('confirm').hidden = false;
  part('freezeNow').focus();
}

function leave(): void {
  part('open').hidden = false;
  part('confirm').hidden = true;
}

function freeze(): void {
  wait('Closing…');
  ask('closeMonth', choice.value).then(done, fail);
}

function reopen(): void {
  const isBlank = reason.value.trim() === '';
  part('reason-problem').hidden = !isBlank;
  part('reason-problem').textContent = isBlank ? 'Say why: the reason is kept in Closed months.' : '';
  reason.toggleAttribute('aria-invalid', isBlank);
  if (isBlank) {
    reason.focus();
    return;
  }
  wait('Reopening…');
  ask('reopenMonth', choice.value, reason.value).then(done, fail);
}

function done(text: string): void {
  leave();
  reason.value = '';
  look(choice.value);
  told = text;
}
/** What was done is said once the month is shown anew. */
let told = '';

function download(kind: string): void {
  wait('Making the file…');
  ask('monthEndFiles', choice.value, kind).then(save, fail);
}

/** Through a link to a Blob: the files are made of what the page has been given, and nothing leaves the house. */
function save({ files, note }: MonthFiles): void {
  ready();
  for (const { name, text } of files) {
    const link = element('a', name);
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
    link.download = name;
    link.click();
    // Not at once: the browser has only begun to save it.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
  say([`Downloaded: ${files.map(({ name }) => name).join(', ')}.`, note].filter(Boolean).join(' '));
}

function wait(text: string): void {
  say(text);
  choice.disabled = true;
  for (const button of buttons) button.disabled = true;
}

function ready(): void {
  say(told);
  told = '';
  choice.disabled = false;
  for (const button of buttons) button.disabled = false;
  if (view) (part('freeze') as HTMLButtonElement).disabled = !view.canClose;
}

function fail(error: Error): void {
  ready();
  leave();
  sayFailure(error);
}

choice.addEventListener('change', () => look(choice.value));
part('write').addEventListener('click', write);
part('freeze').addEventListener('click', askToClose);
part('freezeNow').addEventListener('click', freeze);
part('back').addEventListener('click', () => {
  leave();
  say('');
});
part('reopen').addEventListener('click', reopen);
for (const button of document.querySelectorAll<HTMLElement>('[data-kind]'))
  button.addEventListener('click', () => download(button.dataset.kind ?? ''));
closeOnRequest();
look('');
