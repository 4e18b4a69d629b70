import { type Answer, ask } from './ask';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { download, printPaper, showPaper } from './paper-frame';

type Choice = readonly [value: string, name: string];
type AgreementPreview = Answer<'previewAgreement'>;

let preview: AgreementPreview | undefined;
/** One name for one mail, so that sending it again after a lost answer does not send it twice. */
let attempt = newAttempt();
/** Of the newest look: an answer to an older one is no news any more. */
let looks = 0;
const field = (id: string) => part(id) as HTMLSelectElement;
const signed = part('signed') as HTMLInputElement;
const givingButtons = ['save', 'print', 'mail', 'sign'].map(id => part(id) as HTMLButtonElement);
/** What the foot of the page offers: giving it out, or one of its two questions. */
const feet = ['giving', 'sending', 'signing'] as const;

function newAttempt(): string {
  return `${Date.now()} ${Math.random()}`;
}

function open(): void {
  say('Reading the workbook…');
  ask('agreementForm').then(begin, sayFailure);
}

function begin({ blocks, selected, languages, today }: Answer<'agreementForm'>): void {
  offer('block', selected ? blocks : [['', 'Choose a block'], ...blocks], selected);
  offer('language', [['', 'the client’s own'], ...languages]);
  offer('version', [['', 'as the sheet stands now']]);
  signed.value = today;
  signed.max = today;
  if (blocks.length === 0) {
    say('No block is sold yet. Sell one first, with Sell a block….');
    return;
  }
  (part('fields') as HTMLFieldSetElement).disabled = false;
  look();
  field('block').focus();
}

function offer(id: string, choices: readonly Choice[], chosen = ''): void {
  field(id).replaceChildren(
    ...choices.map(([value, name]) => {
      const option = element('option', name);
      option.value = value;
      return option;
    }),
  );
  field(id).value = chosen;
}

/** What was chosen anew is another mail. */
function choose(): void {
  attempt = newAttempt();
  look();
}

/** Asks for the agreement as it would be given out; `told` stays said. */
function look(told = '', isProblem = false): void {
  const own = ++looks;
  preview = undefined;
  enable(false);
  showFoot('giving');
  if (field('block').value === '') {
    showPaper('');
    say('Choose the block.');
    return;
  }
  say(told || 'Writing the agreement…', isProblem);
  ask('previewAgreement', request()).then(
    found => own === looks && show(found, told, isProblem),
    error => own === looks && refuse(error),
  );
}

function request() {
  const { to = '', seen = '' } = preview || {};
  const [block, language, version] = [field('block').value, field('language').value, field('version').value];
  return { block, language, version, seen, address: to, signed: signed.value };
}

function show(found: AgreementPreview, told: string, isProblem: boolean): void {
  preview = found;
  showPaper(found.html);
  say(told || (found.isMade ? '' : 'Not made yet: saving, printing or mailing it makes it.'), isProblem);
  part('standing').replaceChildren(...found.standing.map(line => element('li', line)));
  offer('version', [['', 'as the sheet stands now'], ...found.versions], field('version').value);
  enable(true);
}

function refuse(error: Error): void {
  showPaper('');
  part('standing').replaceChildren();
  sayFailure(error);
}

function showFoot(shown: (typeof feet)[number]): void {
  for (const foot of feet) part(foot).hidden = foot !== shown;
}

function enable(isReady: boolean): void {
  for (const button of givingButtons) button.disabled = !isReady;
  if (!preview?.isMade) (part('sign') as HTMLButtonElement).disabled = true;
}

/** Asks before a mail leaves, with the address. */
function askToSend(): void {
  if (!preview) return;
  if (preview.problem) {
    say(preview.problem, true);
    return;
  }
  say(`This agreement goes to ${preview.to}, from your own Gmail, with the PDF attached. Send it?`);
  showFoot('sending');
  part('send').focus();
}

function askForDay(): void {
  say('On which day did the client sign it? The day is written into Agreements, and into Clients.');
  showFoot('signing');
  signed.focus();
}

function give(words: string): ReturnType<typeof request> {
  const asked = request();
  say(words);
  enable(false);
  showFoot('giving');
  return asked;
}

function given({ said, file, html }: Answer<'saveAgreement'>): void {
  const told = said + (file ? download(file) : '');
  if (html) printPaper(html);
  done(told);
}

function done(told: string): void {
  attempt = newAttempt();
  look(told);
  part('status').focus();
}

/** It may have been made all the same, so the page looks again; the attempt stays, and no mail goes out twice. */
function fail(error: Error): void {
  sayFailure(error);
  look(part('status').textContent || '', true);
}

part('save').addEventListener('click', () => {
  const asked = give('Making the file…');
  ask('saveAgreement', asked).then(given, fail);
});
part('print').addEventListener('click', () => {
  const asked = give('Getting it ready to print…');
  ask('printAgreement', asked).then(given, fail);
});
part('mail').addEventListener('click', askToSend);
part('send').addEventListener('click', () => {
  const asked = give('Sending…');
  ask('mailAgreement', asked, attempt).then(given, fail);
});
part('keep').addEventListener('click', () => {
  showFoot('giving');
  say('Nothing was sent.');
  part('mail').focus();
});
part('sign').addEventListener('click', askForDay);
part('signing').addEventListener('submit', event => {
  event.preventDefault();
  const asked = give('Writing the day…');
  ask('signAgreement', asked).then(done, fail);
});
part('leave').addEventListener('click', () => {
  showFoot('giving');
  say('Nothing was marked.');
  part('sign').focus();
});
for (const id of ['block', 'language'])
  field(id).addEventListener('change', () => {
    field('version').value = '';
    choose();
  });
field('version').addEventListener('change', choose);
part('choice').addEventListener('submit', event => event.preventDefault());
closeOnRequest();
open();
