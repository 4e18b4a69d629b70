/** Which tabs a workbook begins with, and which come together later. */
import type { TabName } from '../model/tab-names';

/** Set up makes these; an office manager needs no other one for the first notice. */
export const firstTabs = [
  'Clients',
  'Blocks',
  'Time',
  'Work types',
  'Settings',
  'Balances',
  'Notices',
] as const;
/** A small firm never needs them. */
export const archiveTabs = ['Time archive', 'Archive state'] as const;
/** Made together by the first command that needs one of them; where one is there, set up mends all of its group. */
export const laterTabs = {
  'mail texts': ['Notice texts'],
  told: ['Told notices'],
  templates: ['Templates'],
  books: ['Journal', 'Closed months'],
  papers: ['Statements'],
  payments: ['Payment requests'],
  agreements: ['Clauses', 'Agreements'],
  care: ['Care plan', 'Small things', 'Care log'],
  import: ['Import names', 'Import rows'],
  archive: archiveTabs,
} as const satisfies Readonly<Record<string, readonly TabName[]>>;

export type LaterTabs = keyof typeof laterTabs;

/** Out of sight: nobody reads what they hold there. */
export const hiddenTabs: readonly TabName[] = [
  'Notice texts',
  'Told notices',
  'Archive state',
  'Import rows',
];
