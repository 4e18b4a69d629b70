/** The entry of the page: the shell stands at once, the spreadsheet is loaded behind it. */

import { createShell } from './shell/shell';
import './shell/frame.css';
import './shell/panels.css';
import './shell/floating.css';

const shell = createShell();
shell.progress('Loading the spreadsheet…');
import('./start').then(({ start }) => start(shell)).catch((error: Error) => shell.failed(error.message));
