/** Has the server of the page make a PDF; a page on a static host has nobody who can. */
export function printPdf(html: string): Uint8Array | null {
  if (!document.cookie.includes('block-ledger-prints=yes')) return null;
  // Apps Script's own conversion is done before the next line runs, so this waits for the answer too.
  const request = new XMLHttpRequest();
  request.open('POST', 'print', false);
  // Only as such text a waiting request gives bytes.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  request.send(html);
  if (request.status !== 200) return null;
  return Uint8Array.from(request.responseText, letter => letter.charCodeAt(0) & 0xff);
}
