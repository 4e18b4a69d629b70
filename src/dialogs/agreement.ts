import { type Answer, ask, type Given } from './ask';
import { buttonNamed, control, element, type OptionText, offer, onClick, openWith, part, say } from './page';
import { createPaperForm } from './paper-form';

const signed = part('signed') as HTMLInputElement;
const newest: OptionText = ['', 'as the sheet stands now'];

const paper = createPaperForm<Answer<'previewAgreement'>>({
  looking: 'Writing the agreement…',
  buttons: ['save', 'print', 'mail', 'sign'],
  feet: ['giving', 'sending', 'signing'],
  isKept: true,
  missing: () => (control('block').value === '' ? 'Choose the block.' : ''),
  look: () => ask('previewAgreement', request()),
  show({ isMade, standing, versions }, told) {
    if (!told && !isMade) say('Not made yet: saving, printing or mailing it makes it.');
    part('standing').replaceChildren(...standing.map(line => element('li', line)));
    offer('version', [newest, ...versions], control('version').value);
    buttonNamed('sign').disabled = !isMade;
  },
  clear: () => part('standing').replaceChildren(),
});

function begin({ blocks, selected, languages, today }: Answer<'agreementForm'>): void {
  offer('block', selected ? blocks : [['', 'Choose a block'], ...blocks], selected);
  offer('language', [['', 'the client’s own'], ...languages]);
  offer('version', [newest]);
  signed.value = today;
  signed.max = today;
  if (blocks.length === 0) say('No block is sold yet. Sell one first, with Sell a block….');
  else paper.begin('block');
}

function request(): Given<'previewAgreement'>[0] {
  const { to: address = '', seen = '' } = paper.seen() ?? {};
  const [block, language] = [control('block').value, control('language').value];
  return { block, language, version: control('version').value, seen, address, signed: signed.value };
}

onClick('save', () => paper.give('Making the file…', ask('saveAgreement', request())));
onClick('print', () => paper.give('Getting it ready to print…', ask('printAgreement', request())));
paper.mails('agreement', attempt => ask('mailAgreement', request(), attempt));
onClick('sign', () => {
  const words = 'On which day did the client sign it? The day is written into Agreements, and into Clients.';
  paper.question('signing', words, 'signed');
});
part('signing').addEventListener('submit', event => {
  event.preventDefault();
  const asked = ask('signAgreement', request()).then(said => ({ said }));
  paper.give('Writing the day…', asked);
});
onClick('leave', () => paper.leave('Nothing was marked.', 'sign'));
for (const id of ['block', 'language'])
  control(id).addEventListener('change', () => {
    control('version').value = '';
    paper.choose();
  });
control('version').addEventListener('change', paper.choose);
openWith(ask('agreementForm'), begin);
