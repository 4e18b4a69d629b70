import { type Answer, ask, type Given } from './ask';
import { control, element, offer, onClick, part, say } from './page';
import { createPaperForm } from './paper-form';

/** Of the row in which the page was opened: it stays with it. */
let block = '';

const paper = createPaperForm<Answer<'previewPayment'>>({
  looking: 'Reading the workbook…',
  buttons: ['save'],
  isKept: true,
  look: () => ask('previewPayment', request()),
  show(found, told) {
    block = found.block;
    if (!told) say(found.said);
    part('standing').replaceChildren(...found.standing.map(line => element('li', line)));
    part('versions').hidden = found.versions.length < 2;
    offer('version', found.versions, control('version').value);
    if (!told) part('save').focus();
  },
  clear: () => part('standing').replaceChildren(),
  // From now on it reprints.
  given: () => {
    control('version').value = '';
  },
});

function request(): Given<'previewPayment'>[0] {
  return { block, version: control('version').value, seen: paper.seen()?.seen ?? '' };
}

onClick('save', () => paper.give('Making the file…', ask('savePayment', request())));
control('version').addEventListener('change', paper.choose);
paper.look();
