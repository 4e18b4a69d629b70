/** What stands around the grid: bar, menu, panels, dialogs. */

import type { Session } from '../session';

/** What the shell asks of the page, beyond the session. */
export interface Doors {
  /** Opens a workbook from a file of the user's, in place of this one. */
  open(file: File): Promise<void>;
  /** The workbook as an .xlsx file. */
  save(): Promise<Blob>;
  /** Forgets the session and opens the sample (or an empty workbook) anew. */
  startOver(what: 'sample' | 'empty'): Promise<void>;
  /** Shows a tab, and selects a cell of it. */
  goTo(tab: string, row?: number, column?: number): void;
}

export interface Shell {
  /** While a workbook is being opened; `share` from 0 to 1 where it is known. */
  progress(text: string, share?: number): void | Promise<void>;
  failed(message: string): void;
  /** A workbook is open. */
  attach(session: Session, doors: Doors): void;
}

export function createShell(): Shell {
  return {
    progress: text => console.log(text),
    failed: message => console.error(message),
    attach: (session, doors) => {
      Object.assign(globalThis, { session, doors });
      document.title = 'ready';
    },
  };
}
