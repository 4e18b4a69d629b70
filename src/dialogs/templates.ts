import { type Answer, ask } from './ask';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { showPaper } from './paper-frame';

/** Of the newest look: an answer to an older one is no news any more. */
let looks = 0;
/** One name for one mail, so that sending it again after a lost answer does not send it twice. */
let attempt = newAttempt();
const input = (id: string) => part(id) as HTMLInputElement | HTMLSelectElement;
const buttons = ['send', 'again'].map(id => part(id) as HTMLButtonElement);

function newAttempt(): string {
  return `${Date.now()} ${Math.random()}`;
}

function open(): void {
  say('Reading the workbook…');
  ask('templateForm').then(begin, sayFailure);
}

function begin({ clients, selected, levels, languages, to }: Answer<'templateForm'>): void {
  part('clients').replaceChildren(...clients.map(name => option(name, name)));
  part('level').replaceChildren(...levels.map(level => option(level, level)));
  const own = option('', 'the client’s own');
  part('language').replaceChildren(own, ...languages.map(([code, name]) => option(code, name)));
  input('client').value = selected;
  input('to').value = to;
  (part('fields') as HTMLFieldSetElement).disabled = false;
  look();
  input('client').focus();
}

function option(value: string, text: string): HTMLOptionElement {
  const made = element('option', text);
  made.value = value;
  return made;
}

function request() {
  const [client, level] = [input('client').value, input('level').value];
  return { client, level, language: input('language').value, to: input('to').value };
}

function look(): void {
  const own = ++looks;
  enable(false);
  attempt = newAttempt();
  say('Writing the mail…');
  ask('previewTemplate', request()).then(
    found => own === looks && show(found),
    error => own === looks && refuse(error),
  );
}

function show({ subject, html, notes }: Answer<'previewTemplate'>): void {
  showPaper(html);
  part('subject').replaceChildren(element('b', 'Subject: '), subject);
  part('notes').replaceChildren(...notes.map(note => element('li', note)));
  say('Nothing was sent: this is what the client would read.');
  enable(true);
}

function refuse(error: Error): void {
  showPaper('');
  part('subject').replaceChildren();
  part('notes').replaceChildren();
  sayFailure(error);
  // What was wrong may be mended in the sheet meanwhile.
  (part('again') as HTMLButtonElement).disabled = false;
}

function send(): void {
  const asked = request();
  say('Sending…');
  enable(false);
  ask('sendTemplateTest', asked, attempt).then(sent, fail);
}

function sent(said: string): void {
  attempt = newAttempt();
  say(said);
  enable(true);
}

function fail(error: Error): void {
  sayFailure(error);
  enable(true);
}

function enable(isReady: boolean): void {
  for (const button of buttons) button.disabled = !isReady;
}

part('send').addEventListener('click', send);
part('again').addEventListener('click', look);
for (const id of ['client', 'level', 'language']) input(id).addEventListener('change', look);
part('choice').addEventListener('submit', event => event.preventDefault());
closeOnRequest();
open();
