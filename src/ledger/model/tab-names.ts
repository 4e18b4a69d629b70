/** The tabs of ours, in the order in which set up makes them and issues are listed. */
export const tabNames = [
  'Clients',
  'Blocks',
  'Time',
  'Work types',
  'Settings',
  'Balances',
  'Notices',
  'Notice texts',
  'Told notices',
  'Templates',
  'Journal',
  'Closed months',
  'Statements',
  'Payment requests',
  'Clauses',
  'Agreements',
  'Care plan',
  'Small things',
  'Care log',
  'Import names',
  'Import rows',
  'Time archive',
  'Archive state',
] as const;

export type TabName = (typeof tabNames)[number];
