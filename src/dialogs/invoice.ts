import { type Answer, ask } from './ask';
import { closeOnRequest, part, say, sayFailure } from './page';
import { download, showPaper } from './paper-frame';

let block = '';
const save = part('save') as HTMLButtonElement;

function open(): void {
  say('Reading the workbook…');
  ask('invoiceForm').then(show, sayFailure);
}

function show(preview: Answer<'invoiceForm'>): void {
  block = preview.block;
  showPaper(preview.html);
  say(preview.said);
  save.disabled = false;
  save.focus();
}

function make(): void {
  say('Making the file…');
  save.disabled = true;
  ask('saveInvoice', block).then(made, fail);
}

function made({ said, file }: Answer<'saveInvoice'>): void {
  save.disabled = false;
  say(said + download(file));
}

function fail(error: Error): void {
  save.disabled = false;
  sayFailure(error);
}

save.addEventListener('click', make);
closeOnRequest();
open();
