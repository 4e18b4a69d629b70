import { type Answer, ask, type Given } from './ask';
import { buttonNamed, control, element, offer, onClick, openWith, part, say } from './page';
import { createPaperForm } from './paper-form';

const paper = createPaperForm<Answer<'previewTemplate'>>({
  looking: 'Writing the mail…',
  buttons: ['send', 'again'],
  isKept: false,
  look: () => ask('previewTemplate', request()),
  show({ subject, notes }) {
    part('subject').replaceChildren(element('b', 'Subject: '), subject);
    part('notes').replaceChildren(...notes.map(note => element('li', note)));
    say('Nothing was sent: this is what the client would read.');
  },
  clear() {
    for (const id of ['subject', 'notes']) part(id).replaceChildren();
    // What was wrong may be mended in the sheet meanwhile.
    buttonNamed('again').disabled = false;
  },
});

function begin({ clients, selected, levels, languages, to }: Answer<'templateForm'>): void {
  offer('clients', clients);
  offer('level', levels);
  offer('language', [['', 'the client’s own'], ...languages]);
  control('client').value = selected;
  control('to').value = to;
  paper.begin('client');
}

function request(): Given<'previewTemplate'>[0] {
  const [client, level] = [control('client').value, control('level').value];
  return { client, level, language: control('language').value, to: control('to').value };
}

onClick('send', () =>
  paper.give(
    'Sending…',
    ask('sendTemplateTest', request(), paper.attempt()).then(said => ({ said })),
  ),
);
onClick('again', paper.choose);
for (const id of ['client', 'level', 'language']) control(id).addEventListener('change', paper.choose);
openWith(ask('templateForm'), begin);
