import { tokenHeaders } from './token';

/** What the server says of a page that it does not print; any other answer is that of a host that prints none. */
const REFUSALS = [403, 411, 413, 503];

/** Has the server of the page make a PDF; a page on a static host has nobody who can. */
export function printPdf(html: string): Uint8Array | null {
  const headers = tokenHeaders();
  if (!headers) return null;
  // Apps Script's own conversion is done before the next line runs, so this waits for the answer too.
  const request = new XMLHttpRequest();
  request.open('POST', 'print', false);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  // Only as such text a waiting request gives bytes.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send(html);
  if (REFUSALS.includes(request.status)) throw new Error(request.responseText.trim());
  if (request.status !== 200) return null;
  return Uint8Array.from(request.responseText, letter => letter.charCodeAt(0) & 0xff);
}
