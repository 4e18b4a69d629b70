/** The pages of clients: which there are, and the web app that answers them. */

import type { Bench } from './bench';
import { askInModal } from './modal';

/** What a page of a client asks of the page that has opened it. */
export interface WebAppCall {
  /** A function of the web app. */
  readonly webApp: string;
  readonly id: number;
  readonly args: readonly unknown[];
}

const none =
  'No client has a page yet. Type the address of its web app into Settings > Client page address (here any https address will do), stand on a client in Clients, and choose Notices > Client page…';

/** Opens the page of one of the clients that have a link, as its link would. */
export async function chooseClientPage({ session, notices }: Bench): Promise<void> {
  const pages = clientPages(session.workbook.print('Clients'));
  if (pages.length === 0) return notices.tell('A client’s page', none);
  const choices = pages.map(([client, token]) => ({ answer: token, caption: client }));
  const token = await askInModal('Whose page?', '', [...choices, { answer: '', caption: 'Cancel' }]);
  if (token) window.open(`client-page.html?token=${encodeURIComponent(token)}`);
}

/** More would fill the page with buttons. */
const mostShown = 30;

/** Clients and their tokens, as they stand in Clients. */
function clientPages(rows: readonly (readonly unknown[])[]): [string, string][] {
  const at = rows.findIndex(cells => cells.includes('Client') && cells.includes('Client page'));
  const [headers = [], ...below] = rows.slice(at < 0 ? rows.length : at);
  const [name, page] = ['Client', 'Client page'].map(header => headers.indexOf(header)) as [number, number];
  const pages = below.map((cells): [string, string] => [String(cells[name]), String(cells[page] ?? '')]);
  return pages.filter(([, token]) => token !== '').slice(0, mostShown);
}

/** Only pages of this server are answered, and only by functions of the web app. */
export function answerClientPages({ session, signal }: Bench): void {
  const { webApp } = session.workbook.world.bundle;
  const run = (name: string, args: readonly unknown[]): Promise<unknown> => {
    if (!webApp?.functions.has(name)) throw new Error(`Script function not found: ${name}`);
    return name === 'doGet'
      ? session.run(async () => String(await session.workbook.call(name, ...args)))
      : session.callFromDialog(name, args);
  };
  const listen = async ({ source, origin, data }: MessageEvent) => {
    if (origin !== location.origin || !isCall(data)) return;
    const answer = (given: object) =>
      source?.postMessage({ id: data.id, ...given }, { targetOrigin: origin });
    try {
      answer({ result: await run(data.webApp, data.args) });
    } catch (error) {
      answer({ error: (error as Error).message });
    }
  };
  addEventListener('message', listen, { signal });
}

function isCall(sent: unknown): sent is WebAppCall {
  const { webApp, id, args } = (sent ?? {}) as Partial<Record<keyof WebAppCall, unknown>>;
  return typeof webApp === 'string' && typeof id === 'number' && Array.isArray(args);
}
