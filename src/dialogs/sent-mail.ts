import { type Answer, ask } from './ask';
import { control, element, offer, onClick, openWith, part, say, sayFailure } from './page';
import { createPaperForm } from './paper-form';

const paper = createPaperForm<Answer<'showSentNotice'>>({
  looking: 'Reading the mail…',
  buttons: ['yes'],
  isKept: false,
  look: () => ask('showSentNotice', control('mail').value),
  show({ facts, subject, note }) {
    say(note, note !== '');
    part('facts').replaceChildren(
      ...facts.flatMap(([name, value]) => [element('dt', name), element('dd', value)]),
    );
    part('subject').replaceChildren(...(subject ? [element('b', 'Subject: '), subject] : []));
  },
  clear() {
    for (const id of ['facts', 'subject']) part(id).replaceChildren();
  },
});

function begin({ mails, selected }: Answer<'listSentNotices'>): void {
  if (mails.length === 0) {
    say('No notice has gone out yet.');
    return;
  }
  offer('mail', mails, selected);
  paper.begin('mail');
}

control('mail').addEventListener('change', paper.choose);
onClick('yes', () => void ask('sellFromNotice', control('mail').value).catch(sayFailure));
openWith(ask('listSentNotices'), begin);
