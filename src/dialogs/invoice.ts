import { closeOnRequest, part, say, sayFailure } from './page';
import { type Download, download, showPaper } from './paper-frame';

interface InvoicePreview {
  readonly html: string;
  readonly block: string;
  readonly said: string;
}

let block = '';
const save = part('save') as HTMLButtonElement;

function open(): void {
  say('Reading the workbook…');
  google.script.run.withSuccessHandler(show).withFailureHandler(sayFailure).invoiceForm();
}

function show(preview: InvoicePreview): void {
  block = preview.block;
  showPaper(preview.html);
  say(preview.said);
  save.disabled = false;
  save.focus();
}

function make(): void {
  say('Making the file…');
  save.disabled = true;
  google.script.run.withSuccessHandler(made).withFailureHandler(fail).saveInvoice(block);
}

function made({ said, file }: { said: string; file: Download }): void {
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
