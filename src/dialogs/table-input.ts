import { ask } from './ask';
import { decode, encodings, tellingTexts } from './decode';
import { control, element, offer, onClick, part, say, sayFailure } from './page';
import { tabRowsOf } from './read-tab';
import { type FileTable, largestFile, readTable } from './read-table';

/** A table that somebody has brought, and what it is called. */
export interface BroughtTable {
  readonly table: FileTable;
  readonly name: string;
}

const pause = 500;

/** A file chosen or dropped anywhere, a pasted text, or the tab in which the person stands. */
export function createTableInput(taken: (brought: BroughtTable) => void) {
  const text = part('text') as HTMLTextAreaElement;
  const file = part('file') as HTMLInputElement;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let bytes: Uint8Array | undefined;
  let name = '';

  function take(table: FileTable, from: string): void {
    name = from;
    taken({ table, name });
  }

  /** Read again where a person chooses another encoding. */
  function readBytes(): void {
    if (!bytes) return;
    const found = decode(bytes, control('encoding').value);
    const table = found.problem
      ? { rows: [], isTimeclock: false, problem: found.problem }
      : readTable(found.text);
    part('encodingChoice').hidden = !found.isGuessed;
    part('telling').replaceChildren(
      ...tellingTexts(table.rows.map(({ cells }) => cells)).map(each => element('li', each)),
    );
    take(table, name);
  }

  async function readFile(picked: File | undefined): Promise<void> {
    if (!picked) return;
    name = picked.name;
    say('Reading the file…');
    if (picked.size > largestFile * 2)
      return say('The file has more than 10 MB. Bring in a shorter period at a time.', true);
    bytes = new Uint8Array(await picked.arrayBuffer());
    text.value = '';
    readBytes();
  }

  function pasted(): void {
    bytes = undefined;
    part('encodingChoice').hidden = true;
    clearTimeout(timer);
    timer = setTimeout(() => take(readTable(text.value), 'pasted text'), pause);
  }

  offer('encoding', encodings);
  control('encoding').addEventListener('change', readBytes);
  text.addEventListener('input', pasted);
  file.addEventListener('change', () => void readFile(file.files?.[0]).catch(sayFailure));
  document.addEventListener('dragover', event => event.preventDefault());
  document.addEventListener('drop', event => {
    event.preventDefault();
    void readFile(event.dataTransfer?.files[0]).catch(sayFailure);
  });

  return {
    /** Offers the tab in which the person stands; blank where it is none of theirs. */
    offerTab(here: string): void {
      part('tab').hidden = here === '';
      part('tab').textContent = `Read the tab “${here}”`;
      onClick('tab', () => {
        say('Reading the tab…');
        bytes = undefined;
        part('encodingChoice').hidden = true;
        readTab(here).then(table => take(table, `tab ${here}`), sayFailure);
      });
    },
  };
}

async function readTab(tab: string): Promise<FileTable> {
  const rows = await tabRowsOf(tab, (name, from) => ask('listTabRows', name, from));
  return { rows, isTimeclock: false };
}
