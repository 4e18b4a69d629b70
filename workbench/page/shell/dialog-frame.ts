/** The page of a dialog in a frame that can reach nothing but the functions of the add-on. */

import type { Dialog } from '../../services/ui';
import { element } from './elements';
import { framedPage } from './framed-page';
import type { FrameAnswer, FrameMessage } from './google-in-frame';

/** What answers a page's `google.script.run`. */
export interface Server {
  call(name: string, args: readonly unknown[]): Promise<unknown>;
  /** Fires when there is nothing more to answer. */
  readonly signal: AbortSignal;
}

/** `obey` gets what `google.script.host` asks for. */
export function createDialogFrame(
  { call, signal }: Server,
  { title, html }: Pick<Dialog, 'title' | 'html'>,
  obey: (verb: string, value: unknown) => void,
): HTMLIFrameElement {
  const frame = element('iframe', {
    title,
    sandbox: 'allow-scripts allow-forms allow-popups allow-modals allow-downloads',
  });
  frame.srcdoc = framedPage(html, location.origin);
  const answer = (given: FrameAnswer) => frame.contentWindow?.postMessage(given, '*');
  const listen = async ({ source, data }: MessageEvent) => {
    if (!frame.isConnected) return removeEventListener('message', listen);
    if (source !== frame.contentWindow || !isMessage(data)) return;
    const { google, id = 0, name, args } = data;
    if (google === 'host') return obey(name, args[0]);
    try {
      answer({ id, result: await call(name, args) });
    } catch (error) {
      answer({ id, error: (error as Error).message });
    }
  };
  addEventListener('message', listen, { signal });
  return frame;
}

function isMessage(sent: unknown): sent is FrameMessage {
  const { google, name, args } = (sent ?? {}) as Partial<Record<keyof FrameMessage, unknown>>;
  return (google === 'run' || google === 'host') && typeof name === 'string' && Array.isArray(args);
}
