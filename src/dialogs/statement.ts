import { type Answer, ask } from './ask';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { download, showPaper } from './paper-frame';

type StatementForm = Answer<'statementForm'>;
type StatementPreview = Answer<'previewStatement'>;

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
  ask('statementForm').then(begin, sayFailure);
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
  const range = form?.periods[input('period').value as keyof StatementForm['periods']];
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
  showSending(false);
  if (input('client').value.trim() === '') {
    showPaper('');
    say('Choose the client.');
    return;
  }
  say(told || 'Working it out…', isProblem);
  ask('previewStatement', request()).then(
    found => own === looks && show(found, told, isProblem),
    error => own === looks && refuse(error),
  );
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
function showSending(isAsking: boolean): void {
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
  showSending(true);
  part('send').focus();
}

function give(words: string): void {
  say(words);
  enable(false);
  showSending(false);
}

/** Says what was done, and shows what is kept now: from now on it reprints. */
function given({ said, file }: Answer<'saveStatement'>): void {
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
  ask('saveStatement', asked).then(given, fail);
});
part('write').addEventListener('click', () => {
  const asked = request();
  give('Writing the tab…');
  ask('writeStatementTab', asked).then(given, fail);
});
part('mail').addEventListener('click', askToSend);
part('keep').addEventListener('click', () => {
  showSending(false);
  say('Nothing was sent.');
});
part('send').addEventListener('click', () => {
  const asked = request();
  give('Sending…');
  ask('mailStatement', asked, attempt).then(given, fail);
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
