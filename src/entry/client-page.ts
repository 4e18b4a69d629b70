/**
 * The pages of clients, as a web app of its own.
 *
 * Whoever reaches a web app can call every function of its script, so these two stand in a script of their own, which
 * reaches the same sheet and holds nothing else.
 */

import { isBusy } from '../google/lock';
import { nothingHere } from '../ledger/client-page/page-html';
import { acceptOffer as accept, showClientPage } from '../workflows/client-page/client-page';
import { here } from './services';
import { locked } from './wrappers';

/** Whoever opens the link of a client; it changes nothing. */
export function doGet(e?: {
  readonly parameter?: Readonly<Record<string, string>>;
}): GoogleAppsScript.HTML.HtmlOutput {
  return HtmlService.createHtmlOutput(pageOr(() => showClientPage(here(), e?.parameter?.token)))
    .setTitle('Block Ledger')
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}

/** What goes wrong is for the firm's log: a stranger learns nothing of it. */
function pageOr(page: () => string): string {
  try {
    return page();
  } catch (error) {
    console.error(error);
    return nothingHere;
  }
}

/** Called by the page at a press of Yes, with the token again; false where nothing was noted. */
export function acceptOffer(token: string, hours: string): boolean {
  try {
    return locked(({ book }) => accept(book, token, hours));
  } catch (error) {
    if (!isBusy(error)) console.error(error);
    return false;
  }
}
