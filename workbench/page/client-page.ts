/** A page of its own for a client, as its link shows it: the web app runs in the workbench that has opened it. */

import type { WebAppCall } from './shell/client-pages';
import { createDialogFrame } from './shell/dialog-frame';
import type { FrameAnswer } from './shell/google-in-frame';

const workbench = opener as Window | null;
const waiting = new Map<number, (answer: FrameAnswer) => void>();

function call(webApp: string, args: readonly unknown[]): Promise<unknown> {
  return new Promise((done, failed) => {
    const id = waiting.size + 1;
    waiting.set(id, ({ result, error }) => (error === undefined ? done(result) : failed(new Error(error))));
    const asked: WebAppCall = { webApp, id, args };
    workbench?.postMessage(asked, location.origin);
  });
}

addEventListener('message', ({ source, origin, data }: MessageEvent<FrameAnswer>) => {
  if (source === workbench && origin === location.origin) waiting.get(data.id)?.(data);
});

async function show(): Promise<void> {
  if (!workbench || workbench.closed) throw new Error('Open it from the workbench: File > A client’s page…');
  const token = new URL(location.href).searchParams.get('token');
  const html = String(await call('doGet', [{ parameter: { token } }]));
  const { signal } = new AbortController();
  document.body.replaceChildren(
    createDialogFrame({ call, signal }, { title: 'The client’s page', html }, () => {}),
  );
}

show().catch((error: Error) => {
  const told = document.createElement('p');
  told.textContent = error.message;
  document.body.replaceChildren(told);
});
