import { type Answer, ask } from './ask';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { showPaper } from './paper-frame';

/** Of the newest choice: an answer to an older one is no news any more. */
let looks = 0;
const choice = part('mail') as HTMLSelectElement;

function open(): void {
  say('Reading the workbook…');
  ask('listSentNotices').then(begin, sayFailure);
}

function begin({ mails, selected }: Answer<'listSentNotices'>): void {
  if (mails.length === 0) {
    say('No notice has gone out yet.');
    return;
  }
  const options = mails.map(([key, name]) => {
    const made = element('option', name);
    made.value = key;
    return made;
  });
  choice.replaceChildren(...options);
  choice.value = selected;
  (part('fields') as HTMLFieldSetElement).disabled = false;
  look();
  choice.focus();
}

function look(): void {
  const own = ++looks;
  say('Reading the mail…');
  ask('showSentNotice', choice.value).then(
    found => own === looks && show(found),
    error => own === looks && refuse(error),
  );
}

function show({ facts, subject, html, note }: Answer<'showSentNotice'>): void {
  say(note, note !== '');
  part('facts').replaceChildren(
    ...facts.flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
  );
  part('subject').replaceChildren(...(subject ? [element('b', 'Subject: '), subject] : []));
  showPaper(html);
}

function refuse(error: Error): void {
  showPaper('');
  part('facts').replaceChildren();
  part('subject').replaceChildren();
  sayFailure(error);
}

choice.addEventListener('change', look);
closeOnRequest();
open();
