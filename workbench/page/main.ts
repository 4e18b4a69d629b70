/** The entry of the page: the shell stands at once, the spreadsheet is loaded behind it. */

import { createShell } from './shell/shell';
import { sessionToOpen } from './source';
import './shell/frame.css';
import './shell/panels.css';
import './shell/floating.css';

const shell = createShell();
shell.progress('Loading the spreadsheet…');
const reading = {
  session: sessionToOpen(shell),
  bundle: fetch('bundle.json').then(answer => answer.json()),
};
Promise.all([import('./start'), reading.session, reading.bundle])
  .then(([{ start }]) => start(shell, reading))
  .catch((error: Error) => shell.failed(error.message));
