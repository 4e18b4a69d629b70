import { closeOnRequest, element, part, say, sayFailure } from './page';
import { showPaper } from './paper-frame';

interface TemplateForm {
  readonly clients: readonly string[];
  readonly selected: string;
  readonly levels: readonly string[];
  readonly languages: readonly (readonly [string, string])[];
  readonly to: string;
}

interface MailPreview {
  readonly subject: string;
  readonly html: string;
  readonly notes: readonly string[];
}

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
  google.script.run.withSuccessHandler(begin).withFailureHandler(sayFailure).templateForm();
}

function begin({ clients, selected, levels, languages, to }: TemplateForm): void {
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
  const [client, level, language, to] = ['client', 'level', 'language', 'to'].map(id => input(id).value);
  return { client, level, language, to };
}

function look(): void {
  const own = ++looks;
  enable(false);
  attempt = newAttempt();
  say('Writing the mail…');
  google.script.run
    .withSuccessHandler((found: MailPreview) => own === looks && show(found))
    .withFailureHandler(error => own === looks && refuse(error))
    .previewTemplate(request());
}

function show({ subject, html, notes }: MailPreview): void {
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
  google.script.run.withSuccessHandler(sent).withFailureHandler(fail).sendTemplateTest(asked, attempt);
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
