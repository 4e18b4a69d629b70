import { type Answer, ask } from './ask';
import { download } from './download';
import { buttonNamed, closeOnRequest, control, onClick, openWith, part, say, sayFailure } from './page';

let files: Answer<'exportForm'>['files'] = [];
const saveButton = buttonNamed('save');

/** All files first, so that none is saved of a workbook that somebody has changed meanwhile. */
async function gather(book: string): Promise<[name: string, pieces: string[]][]> {
  const gathered: [string, string[]][] = [];
  let seen = '';
  for (const file of files) {
    const pieces: string[] = [];
    let rows = 0;
    for (let from: number | undefined = 0; from !== undefined; ) {
      say(rows > 0 ? `Reading ${file}: ${rows} rows so far…` : `Reading ${file}…`);
      const piece: Answer<'exportPiece'> = await ask('exportPiece', file, from, book, seen);
      pieces.push(piece.text);
      rows += piece.rows;
      ({ seen } = piece);
      from = piece.next;
    }
    gathered.push([`${book}-${file}.ndjson`, pieces]);
  }
  return gathered;
}

async function save(): Promise<void> {
  const book = control('book').value.trim();
  if (!/^[a-z0-9_]+$/i.test(book)) return say('Type a name of letters, digits and _ only.', true);
  saveButton.disabled = true;
  try {
    const gathered = await gather(book.toLowerCase());
    for (const [name, pieces] of gathered) download(name, pieces, 'application/x-ndjson');
    say(`Downloaded: ${gathered.map(([name]) => name).join(', ')}. What to mend stands in the last of them.`);
  } catch (error) {
    sayFailure(error as Error);
  } finally {
    saveButton.disabled = false;
  }
}

closeOnRequest();
openWith(ask('exportForm'), form => {
  ({ files } = form);
  control('book').value = form.book;
  (part('fields') as HTMLFieldSetElement).disabled = false;
  saveButton.disabled = false;
  say('');
});
onClick('save', () => void save());
