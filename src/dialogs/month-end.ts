import type { MonthFiles } from '../ledger/books/month-sums';
import { accountRow } from './account-rows';
import { type Answer, ask } from './ask';
import { download } from './download';
import { showProblem } from './fields';
import { buttonNamed, closeOnRequest, element, offer, onClick, part, say, sayFailure } from './page';

type SeenMonth = Answer<'monthEndView'>;
let view: SeenMonth | undefined;
const choice = part('month') as HTMLSelectElement;
const reason = part('reason') as HTMLInputElement;
const by = part('by') as HTMLInputElement;
const buttons = [...document.querySelectorAll<HTMLButtonElement>('button:not(.close)')];

function look(month: string): void {
  wait('Working out the journal…', ask('monthEndView', month), show);
}

function show(seen: SeenMonth): void {
  view = seen;
  ready();
  offer(
    'month',
    seen.months.map(({ month, title, isClosed }) => [month, isClosed ? `${title} (closed)` : title]),
    seen.month,
  );
  part('about').textContent = aboutText(seen);
  part('journal').hidden = seen.accounts.length === 0;
  part('download').hidden = seen.accounts.length === 0;
  part('accounts').replaceChildren(...seen.accounts.map(accountRow));
  part('late').hidden = seen.cameLate.length === 0;
  part('cameLate').replaceChildren(...seen.cameLate.map(text => element('li', text)));
  part('unread').hidden = seen.unread.length === 0;
  part('problems').replaceChildren(...seen.unread.map(text => element('li', text)));
  if (by.value === '') by.value = seen.by;
  part('reopening').hidden = !seen.isClosed;
  buttonNamed('freeze').disabled = !seen.canClose;
}

function aboutText(seen: SeenMonth): string {
  const { title, isClosed, lines, late, rowsLeftOut, canClose, freezes, unread } = seen;
  const count = lines === 1 ? 'one line' : `${lines} lines`;
  const words = [
    lines === 0 ? `${title} has no lines.` : `${title} has ${count}, here by account.`,
    late > 0 ? `${late} of them change a closed month.` : '',
    isClosed ? 'It is closed: this is what was frozen.' : '',
    freezes.length > 0 && !canClose && unread.length === 0 ? 'It can be closed when it has ended.' : '',
    rowsLeftOut > 0 ? 'Rows that cannot be counted are left out: see Check workbook.' : '',
  ];
  return words.filter(Boolean).join(' ');
}

/** Says first what will be frozen, for closing changes what people see in Time. */
function askToClose(): void {
  if (!view) return;
  const { freezes } = view;
  const isMany = freezes.length > 24;
  const months = isMany
    ? `${freezes.length} months at once, from ${freezes[0]} to ${freezes[freezes.length - 1]}`
    : freezes.join(', ');
  say(
    `${isMany ? 'Look at the years of your dates first: a slip in one may be why. ' : ''}This freezes the journal of ${months}, and writes into Charged what ${view.fills} time entries are charged. ` +
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

function reopen(): void {
  if (reason.value.trim() === '') {
    showProblem(reason, 'Say why: the reason is kept in Closed months.');
    reason.focus();
    return;
  }
  showProblem(reason);
  wait('Reopening…', ask('reopenMonth', choice.value, reason.value, by.value), done);
}

function done(text: string): void {
  leave();
  reason.value = '';
  look(choice.value);
  told = text;
}
/** What was done is said once the month is shown anew. */
let told = '';

function save({ files, note }: MonthFiles): void {
  ready();
  for (const { name, text } of files) download(name, [text], 'text/csv');
  const names = files.map(({ name }) => name).join(', ');
  say(
    [names ? `Downloaded: ${names}.` : '', note].filter(Boolean).join(' ') || 'There is nothing to download.',
  );
}

/** Takes nothing until the script has answered. */
function wait<Answer>(words: string, asked: Promise<Answer>, answered: (answer: Answer) => void): void {
  say(words);
  enable(false);
  asked.then(answered, fail);
}

function enable(isReady: boolean): void {
  for (const control of [choice, ...buttons]) control.disabled = !isReady;
}

function ready(): void {
  say(told);
  told = '';
  enable(true);
  if (view) buttonNamed('freeze').disabled = !view.canClose;
}

function fail(error: Error): void {
  ready();
  leave();
  sayFailure(error);
}

choice.addEventListener('change', () => look(choice.value));
onClick('write', () => wait('Writing the journal…', ask('monthEnd', choice.value), done));
onClick('freeze', askToClose);
onClick('freezeNow', () =>
  wait('Closing…', ask('closeMonth', choice.value, view?.freezes.length ?? 0, by.value), done),
);
onClick('back', () => {
  leave();
  say('');
});
onClick('reopen', reopen);
for (const button of document.querySelectorAll<HTMLElement>('[data-kind]')) {
  const asked = () => ask('monthEndFiles', choice.value, button.dataset.kind ?? '');
  button.addEventListener('click', () => wait('Making the file…', asked(), save));
}
closeOnRequest();
look('');
