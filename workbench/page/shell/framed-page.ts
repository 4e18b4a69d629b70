/** The page of a dialog as it is put into its frame. */

import { carried } from '../../services/dialog-call';
import { installGoogle } from './google-in-frame';

const policy =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** The page with our rules and `google.script` in front of everything it says itself. */
export function framedPage(html: string, origin: string): string {
  const script = `(${installGoogle})(window, ${carried}, ${JSON.stringify(origin)})`;
  const ours = `<meta http-equiv="Content-Security-Policy" content="${policy}"><script>${script}</script>`;
  return /^\s*<!doctype/i.test(html)
    ? html.replace(/^\s*<!doctype[^>]*>/i, doctype => `${doctype}${ours}`)
    : `${ours}${html}`;
}
