/** A kept session belongs to one page: another page of the same browser gets one of its own. */

const FIRST = 'block-ledger-session';
/** Where this tab remembers, over a reload, which session is its own. */
const OWN = 'block-ledger-own-session';
/** A page that is being reloaded lets go of its session a moment after the next one has asked. */
const PATIENCE = 1500;

export interface OwnSession {
  /** Under which it is kept. */
  readonly key: string;
  /** The key of the session that another page has open, from which this one begins. */
  readonly copyOf?: string;
}

export async function ownSession(): Promise<OwnSession> {
  const wanted = sessionStorage.getItem(OWN);
  // Where nobody says which page has what, as on a host without https, no page touches another's.
  if (!navigator.locks) return { key: wanted ?? remembered() };
  const key = wanted ?? FIRST;
  if (await isHeld(key)) return { key };
  const own = remembered();
  await isHeld(own);
  return { key: own, copyOf: key };
}

function remembered(): string {
  const key = `${FIRST}-${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
  sessionStorage.setItem(OWN, key);
  return key;
}

/** Takes the session for as long as this page is open; says whether it could. */
function isHeld(key: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const held = () => {
      resolve(true);
      return new Promise<never>(() => undefined);
    };
    navigator.locks
      .request(key, { signal: AbortSignal.timeout(PATIENCE) }, held)
      .catch((error: Error) => (error.name === 'TimeoutError' ? resolve(false) : reject(error)));
  });
}
