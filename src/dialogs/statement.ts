import { closeOnRequest, element, part, say, sayFailure } from './page';
import { type Download, download, showPaper } from './paper-frame';

interface DayRange {
  readonly from: string;
  readonly to: string;
}

interface StatementForm {
  readonly clients: readonly string[];
  readonly selected: string;
  readonly periods: Readonly<Record<string, DayRange>>;
}

interface StatementPreview {
  readonly html: string;
  readonly seen: string;
  readonly standing: readonly string[];
  readonly hasMoved: boolean;
  readonly to: string;
  readonly problem: string;
}

interface GivenStatement {
  readonly said: string;
  readonly file?: Download;
}

let form: StatementForm | undefined;
let preview: StatementPreview | undefined;
/** One name for one mail, so that sending it again after a lost answer does not send it twice. */
let attempt = '';
/** Of the newest look: an answer to an older one is no news any more. */
let looks = 0;
const fieldset = part('fields') as HTMLFieldSetElement;
const input = (id: string) => part(id) as HTMLInputElement | HTMLSelectElement;
const givingButtons = ['save', 'mail', 'write'].map(id => part(id) as HTMLButtonElement);

function open(): void {
  say('Reading the workbook…');
  google.script.run.withSuccessHandler(begin).withFailureHandler(sayFailure).statementForm();
}

function begin(opened: StatementForm): void {
  form = opened;
  part('clients').replaceChildren(
    ...opened.clients.map(name => {
      const option = element('option');
      option.value = name;
      return option;
    }),
  );
  input('client').value = opened.selected;
  fieldset.disabled = false;
  takePeriod();
  input('client').focus();
}

/** A named period fills the two days; a day that is typed makes it one's own. */
function takePeriod(): void {
  const range = form?.periods[input('period').value];
  if (range) {
    input('from').value = range.from;
    input('to').value = range.to;
  }
  choose();
}

/** What was chosen anew is another mail, and begins with what was issued. */
function choose(version = 'issued'): void {
  input('version').value = version;
  attempt = `${Date.now()} ${Math.random()}`;
  look();
}

/** Asks for the statement as it would be given out; `told` stays said. */
function look(told = '', isProblem = false): void {
  const own = ++looks;
  preview = undefined;
  enable(false);
  ask(false);
  if (input('client').value.trim() === '') {
    showPaper('');
    say('Choose the client.');
    return;
  }
  say(told || 'Working it out…', isProblem);
  google.script.run
    .withSuccessHandler((found: StatementPreview) => own === looks && show(found, told, isProblem))
    .withFailureHandler(error => own === looks && refuse(error))
    .previewStatement(request());
}

function request() {
  const { to = '', seen = '' } = preview || {};
  const days = { from: input('from').value, to: input('to').value };
  return { client: input('client').value, ...days, version: input('version').value, seen, address: to };
}

function show(found: StatementPreview, told: string, isProblem: boolean): void {
  preview = found;
  showPaper(found.html);
  say(told, isProblem);
  part('standing').replaceChildren(...found.standing.map(line => element('li', line)));
  part('versions').hidden = !found.hasMoved;
  enable(true);
}

function refuse(error: Error): void {
  showPaper('');
  part('standing').replaceChildren();
  sayFailure(error);
}

/** Asks before a mail leaves, with the address. */
function ask(isAsking: boolean): void {
  part('giving').hidden = isAsking;
  part('sending').hidden = !isAsking;
}

function askToSend(): void {
  if (!preview) return;
  if (preview.problem) {
    say(preview.problem, true);
    return;
  }
  say(`This statement goes to ${preview.to}, from your own Gmail, with the PDF attached. Send it?`);
  ask(true);
  part('send').focus();
}

function give(words: string): void {
  say(words);
  enable(false);
  ask(false);
}

/** Says what was done, and shows what is kept now: from now on it reprints. */
function given({ said, file }: GivenStatement): void {
  const told = said + (file ? download(file) : '');
  input('version').value = 'issued';
  attempt = `${Date.now()} ${Math.random()}`;
  look(told);
  part('status').focus();
}

/** It may have been issued all the same, so the page looks again; the attempt stays, and no mail goes out twice. */
function fail(error: Error): void {
  sayFailure(error);
  look(part('status').textContent || '', true);
}

function enable(isReady: boolean): void {
  for (const button of givingButtons) button.disabled = !isReady;
}

part('save').addEventListener('click', () => {
  const asked = request();
  give('Making the file…');
  google.script.run.withSuccessHandler(given).withFailureHandler(fail).saveStatement(asked);
});
part('write').addEventListener('click', () => {
  const asked = request();
  give('Writing the tab…');
  google.script.run.withSuccessHandler(given).withFailureHandler(fail).writeStatementTab(asked);
});
part('mail').addEventListener('click', askToSend);
part('keep').addEventListener('click', () => {
  ask(false);
  say('Nothing was sent.');
});
part('send').addEventListener('click', () => {
  const asked = request();
  give('Sending…');
  google.script.run.withSuccessHandler(given).withFailureHandler(fail).mailStatement(asked, attempt);
});
input('period').addEventListener('change', takePeriod);
for (const id of ['from', 'to'])
  input(id).addEventListener('change', () => {
    input('period').value = 'own';
    choose();
  });
input('client').addEventListener('change', () => choose());
input('version').addEventListener('change', () => choose(input('version').value));
part('statement').addEventListener('submit', event => event.preventDefault());
closeOnRequest();
open();
