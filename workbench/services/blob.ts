/** `Blob`: a file in a script's hands. */

import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';

type Google = GoogleAppsScript.Base.Blob;

const decoder = new TextDecoder();

export function blobOf(run: ActiveRun, bytes: Uint8Array, type: string, name: string): Google {
  return expose(run, 'Blob', new BlobService(run, bytes, type, name));
}

export class BlobService implements Emulates<Google, BlobService> {
  constructor(
    private readonly run: ActiveRun,
    readonly bytes: Uint8Array,
    readonly type: string,
    public name: string,
  ) {}

  getName = () => this.name;
  getContentType = () => this.type;
  getDataAsString = () => decoder.decode(this.bytes);
  /** Signed bytes, as Java has them. */
  getBytes = (): number[] => [...new Int8Array(this.bytes)];

  setName(name: string): Google {
    this.name = name;
    return this as unknown as Google;
  }

  /** Only pages become PDFs here; where nothing on this machine prints, the page itself is the file. */
  getAs(type: string): Google {
    const { world, options } = this.run;
    if (type !== 'application/pdf' || this.type !== 'text/html')
      throw new Error(`Not emulated: Blob.getAs from ${this.type} to ${type}`);
    const pdf = world.printPdf?.(this.getDataAsString());
    if (pdf) return blobOf(this.run, pdf, type, withEnding(this.name, 'pdf'));
    world.log.push({
      level: 'warn',
      text: `${this.name || 'A page'} stays HTML: there is no browser here that makes a PDF of it.`,
      run: options.name,
    });
    return blobOf(this.run, this.bytes, this.type, withEnding(this.name, 'html'));
  }
}

/** As Google does: what follows the last point is taken for the old ending. */
function withEnding(name: string, ending: string): string {
  return name === '' ? '' : `${name.replace(/\.[^.]*$/, '')}.${ending}`;
}
