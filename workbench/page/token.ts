/** The key to what the page's server does for its own page alone; a page on a static host has none. */

const KEPT = 'block-ledger-token';

/** It comes in the part of the address that no server sees, and leaves it at once; a reload still has it. */
export function takeToken(): void {
  const token = /^#token=(.+)$/.exec(location.hash)?.[1];
  if (token === undefined) return;
  localStorage.setItem(KEPT, token);
  history.replaceState(null, '', location.pathname + location.search);
}

/** The headers that show it. */
export function tokenHeaders(): Readonly<Record<string, string>> | null {
  const token = localStorage.getItem(KEPT);
  return token === null ? null : { 'x-block-ledger-token': token };
}
