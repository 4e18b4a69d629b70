import { type Answer, ask } from './ask';
import { onClick, part, say } from './page';
import { createPaperForm } from './paper-form';

const paper = createPaperForm<Answer<'invoiceForm'>>({
  looking: 'Reading the workbook…',
  buttons: ['save'],
  isKept: false,
  look: () => ask('invoiceForm'),
  show({ said }) {
    say(said);
    part('save').focus();
  },
  clear: () => {},
});

onClick('save', () => paper.give('Making the file…', ask('saveInvoice', paper.seen()?.block ?? '')));
paper.look();
