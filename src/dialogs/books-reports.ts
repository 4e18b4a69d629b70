import { type Answer, ask } from './ask';
import { control, offer, onClick, part, say } from './page';
import { createPaperForm } from './paper-form';

const paper = createPaperForm<Answer<'booksReportsView'>>({
  looking: 'Working out the books…',
  buttons: ['save', 'write'],
  isKept: false,
  look: () => ask('booksReportsView', control('month').value),
  show({ month, months }, told) {
    if (!told) say('');
    offer('month', months, month);
    (part('fields') as HTMLFieldSetElement).disabled = false;
  },
  clear: () => {},
});

const month = () => paper.seen()?.month ?? '';

onClick('save', () => paper.give('Making the file…', ask('saveBooksOverview', month())));
onClick('write', () => paper.give('Writing the tab…', ask('writeBooksOverview', month())));
control('month').addEventListener('change', () => paper.look());
paper.look();
