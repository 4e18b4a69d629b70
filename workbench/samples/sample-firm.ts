/** The sample firm: its clients, their habits, and the mistakes that every real sheet has. */

interface Plan {
  readonly from: string;
  readonly until?: string;
  /** No block is sold later: the client runs low, or over. */
  readonly lastSale?: string;
  readonly block: number;
  readonly discount: number;
  readonly renewAt: number;
  readonly visitsAWeek: number;
  readonly validDays?: number;
  readonly rare?: string;
}

export interface SampleClient {
  readonly row: Readonly<Record<string, string | number | boolean>> & { readonly Client: string };
  readonly plan?: Plan;
}

const person = (name: string) => `${name.toLowerCase()}@`;

export const clients: readonly SampleClient[] = [
  {
    row: { Client: 'Acme', Contact: 'Pat', Email: `${person('Pat')}acme.example` },
  },
  {
    row: { Client: 'Beta Bakery', Contact: 'Bea', Email: `${person('Bea')}beta-bakery.example` },
    plan: {
      from: '2024-12-09',
      lastSale: '2026-10-12',
      block: 20,
      discount: 10,
      renewAt: 2,
      visitsAWeek: 1.2,
    },
  },
  {
    row: {
      Client: 'Cedar Clinic',
      Contact: 'Dr. Moss',
      Email: `${person('Moss')}cedar.example`,
      'Copy to': 'desk@cedar.example',
      'Round up to (min)': 15,
    },
    plan: { from: '2024-12-02', block: 40, discount: 15, renewAt: 6, visitsAWeek: 2.6, rare: 'Emergency' },
  },
  {
    row: {
      Client: 'Delta Law',
      Contact: 'Ms. Stone',
      Email: `${person('Stone')}delta-law.example`,
      'Round up to (min)': 30,
      'Round per': 'day',
      'Normal rate': 120,
    },
    plan: { from: '2025-01-06', block: 20, discount: 10, renewAt: 5, visitsAWeek: 2 },
  },
  {
    row: { Client: 'Elm Street School', Contact: 'Lee', Email: `${person('Lee')}elm-school.example` },
    plan: { from: '2025-02-03', block: 20, discount: 10, renewAt: 3, visitsAWeek: 0.9, validDays: 365 },
  },
  {
    row: {
      Client: 'Fjord Fischerei',
      Contact: 'Anke',
      Email: `${person('Anke')}fjord.example`,
      Currency: 'EUR',
      'Normal rate': 95,
      'Tax (%)': 0.19,
    },
    plan: { from: '2025-03-03', block: 10, discount: 5, renewAt: 2, visitsAWeek: 1 },
  },
  {
    row: { Client: 'Gamma Garage', Contact: 'Gus', Email: `${person('Gus')}gamma.example` },
    plan: {
      from: '2024-12-16',
      lastSale: '2026-10-05',
      block: 10,
      discount: 5,
      renewAt: 1,
      visitsAWeek: 0.8,
    },
  },
  {
    row: {
      Client: 'Harbor Hotel',
      Contact: 'Hana',
      Email: `${person('Hana')}harbor-hotel.example`,
      Overage: 'invoice',
    },
    plan: {
      from: '2025-01-13',
      lastSale: '2026-09-01',
      block: 40,
      discount: 15,
      renewAt: 4,
      visitsAWeek: 2.2,
      rare: 'After hours',
    },
  },
  {
    row: {
      Client: 'Iris Interiors',
      Contact: 'Ira',
      Email: `${person('Ira')}iris.example`,
      Notices: 'Review',
    },
    plan: {
      from: '2025-05-05',
      lastSale: '2026-10-01',
      block: 10,
      discount: 5,
      renewAt: 2,
      visitsAWeek: 0.7,
    },
  },
  {
    row: {
      Client: 'Juniper Joinery',
      Contact: 'Jan',
      Email: `${person('Jan')}juniper.example`,
      Active: false,
    },
    plan: { from: '2024-12-02', until: '2026-03-31', block: 10, discount: 5, renewAt: 2, visitsAWeek: 0.8 },
  },
  {
    row: { Client: 'Kestrel Kitchens', Contact: 'Kay', Email: 'kay at kestrel' },
    plan: {
      from: '2025-08-04',
      lastSale: '2026-09-30',
      block: 10,
      discount: 5,
      renewAt: 2,
      visitsAWeek: 0.7,
    },
  },
  {
    row: {
      Client: 'Lumen Lighting',
      Contact: 'Lou',
      Email: `${person('Lou')}lumen.example`,
      'Minimum (min)': 30,
    },
    plan: {
      from: '2025-01-20',
      block: 20,
      discount: 10,
      renewAt: 6,
      visitsAWeek: 1.4,
      rare: 'Under agreement',
    },
  },
];

type Row = Readonly<Record<string, string | number>>;

/** Acme's account is small and tidy: the one to try things with. Elm Street's old hours are about to end. */
export const specialBlocks: readonly Row[] = [
  { Date: '2026-09-01', Client: 'Acme', Hours: 20, 'Discount / h': 10, 'Paid on': '2026-09-03' },
  {
    Date: '2025-12-15',
    Client: 'Elm Street School',
    Hours: 10,
    'Discount / h': 5,
    Expires: '2026-12-15',
    'Paid on': '2025-12-20',
    Starts: '2026-11-16',
  },
  {
    Date: '2026-05-04',
    Client: 'Cedar Clinic',
    Hours: 2,
    Kind: 'Goodwill',
    Note: 'Two hours lost to our own mistake',
  },
  {
    Date: '2026-06-15',
    Client: 'Cedar Clinic',
    Hours: -1,
    Kind: 'Correction',
    Note: 'Visit of 12 June was typed at half its length',
  },
];

const acme = (date: string, hours: number, what: string, workType = 'Remote'): Row => ({
  Date: date,
  Client: 'Acme',
  Who: 'Kim',
  Hours: hours,
  'Work type': workType,
  'What was done': what,
});

/** The last two came late: dated in October, typed below November's. */
export const specialEntries: readonly Row[] = [
  acme('2026-09-08', 2, 'Set up two laptops', 'On-site'),
  acme('2026-09-22', 1.5, 'Restored a folder from backup'),
  acme('2026-10-06', 3, 'Replaced the office router', 'On-site'),
  acme('2026-10-20', 2.5, 'Moved the mailboxes'),
  acme('2026-11-03', 2, 'Mended the printer', 'On-site'),
  acme('2026-11-17', 1, 'Checked why the scanner stopped'),
  acme('2026-10-13', 1.25, 'Call about the phone system'),
  acme('2026-10-27', 0.75, 'Renewed the certificate'),
];

export const mistakes: { readonly blocks: readonly Row[]; readonly entries: readonly Row[] } = {
  blocks: [{ Date: '2026-11-10', Client: 'Northgate Nursery', Hours: 10, 'Discount / h': 5 }],
  entries: [
    { Date: '2026-11-12', Client: 'Northgate Nursery', Who: 'Jo', Hours: 1, 'What was done': 'First visit' },
    {
      Date: '2026-11-18',
      Client: 'Lumen Lighting',
      Who: 'Jo',
      Hours: 'abc',
      'What was done': 'Looked into flickering screens',
    },
    { Date: '2026-11-19', Client: 'Beta Bakery', Who: 'Sasha', Hours: 0, 'What was done': 'Nobody there' },
    { Date: '2026-11-20', Client: 'Gamma Garage', Who: 'Kim', 'What was done': 'Started, hours follow' },
  ],
};
