/** The entry of the page: the shell stands at once, the spreadsheet is loaded behind it. */

import { ownSession } from './own-session';
import { createShell } from './shell/shell';
import { sessionToOpen } from './source';
import { takeToken } from './token';
import './shell/frame.css';
import './shell/panels.css';
import './shell/floating.css';

takeToken();
const shell = createShell();
shell.progress('Loading the spreadsheet…');
const own = ownSession();
const reading = {
  own,
  session: own.then(found => sessionToOpen(shell, found)),
  bundle: fetch('bundle.json').then(answer => answer.json()),
};
Promise.all([import('./start'), reading.session, reading.bundle])
  .then(([{ start }]) => start(shell, reading))
  .catch((error: Error) => shell.failed(error.message));
