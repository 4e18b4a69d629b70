/** The add-on's dialogs over the grid, and its sidebar beside it. */

import type { Dialog } from '../../services/ui';
import type { Bench, Part } from './bench';
import { createDialogFrame, type Server } from './dialog-frame';
import { draggable } from './drag';
import { closeButton, element } from './elements';
import { focusGrid, goOn } from './keys';

type Kind = Dialog['kind'];
interface Open {
  close(): void;
}

/** A new dialog takes the place of the last one, a new sidebar that of the last sidebar; as in Sheets. */
export function createDialogs(bench: Bench, sidebar: HTMLElement): Part {
  const { dialogs } = bench.session.workbook;
  const open: { dialog?: Open; sidebar?: Open } = {};
  let seen = 0;
  bench.signal.addEventListener('abort', () => {
    open.dialog?.close();
    open.sidebar?.close();
  });
  return {
    update() {
      for (const entry of dialogs.slice(seen)) {
        const { kind } = entry;
        const place = kind === 'sidebar' ? 'sidebar' : 'dialog';
        open[place]?.close();
        open[place] =
          kind === 'sidebar' ? showSidebar(bench, entry, sidebar) : showDialog(bench, entry, kind);
      }
      seen = dialogs.length;
    },
  };
}

function showDialog(bench: Bench, entry: Dialog, kind: Kind): Open {
  const box = element('dialog', { class: `add-on ${kind}`, 'aria-label': entry.title });
  const close = closer(() => box.remove());
  const frame = createDialogFrame(addOnOf(bench), entry, (verb, value) => {
    if (verb === 'close' || verb === 'escape') close();
    else if (verb === 'focus') focusGrid();
    else if (verb === 'leave' && kind !== 'modal') goOn(value ? -1 : 1);
    else if (verb === 'width') box.style.width = `${Number(value)}px`;
    else if (verb === 'height') frame.style.height = `${Number(value)}px`;
  });
  box.style.width = `${entry.width ?? 600}px`;
  frame.style.height = `${entry.height ?? 400}px`;
  const title = header(entry.title, close);
  box.append(title, frame);
  for (const event of ['cancel', 'close', 'keydown'])
    box.addEventListener(event, given => {
      if (given instanceof KeyboardEvent && given.key !== 'Escape') return;
      given.preventDefault();
      close();
    });
  document.body.append(box);
  if (kind === 'modal') box.showModal();
  else {
    box.show();
    draggable(box, title);
  }
  frame.focus();
  return { close };
}

function showSidebar(bench: Bench, entry: Dialog, sidebar: HTMLElement): Open {
  const close = closer(() => {
    sidebar.hidden = true;
    sidebar.replaceChildren();
  });
  const frame = createDialogFrame(addOnOf(bench), entry, (verb, value) => {
    if (verb === 'close') close();
    else if (verb === 'focus') focusGrid();
    else if (verb === 'leave') goOn(value ? -1 : 1);
  });
  sidebar.replaceChildren(header(entry.title, close), frame);
  sidebar.setAttribute('aria-label', entry.title);
  sidebar.hidden = false;
  return { close };
}

/** The functions of the add-on, and no others. */
function addOnOf({ session, signal }: Bench): Server {
  const { functions } = session.workbook.world.bundle;
  return {
    signal,
    call: async (name, args) => {
      if (!functions.has(name)) throw new Error(`Script function not found: ${name}`);
      return session.callFromDialog(name, args);
    },
  };
}

function header(title: string, close: () => void): HTMLElement {
  return element('div', { class: 'title' }, element('h2', {}, title), closeButton(`Close ${title}`, close));
}

/** Once, and the focus goes back to where it was. */
function closer(remove: () => void): () => void {
  const before = document.activeElement as HTMLElement | null;
  let closed = false;
  return () => {
    if (closed) return;
    closed = true;
    remove();
    before?.focus?.({ preventScroll: true });
  };
}
