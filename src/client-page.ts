/** The entry points of the script that shows clients their pages; see entry/client-page.ts for why it is one of its own. */

export * from './entry/client-page';
