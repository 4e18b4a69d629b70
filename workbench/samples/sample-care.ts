/** How the sample firm looks after three of its clients; the others have no plan yet. */

type Row = Readonly<Record<string, string | number | boolean>>;

const task = (client: string, name: string, every: number, more: Row = {}): Row => ({
  Client: client,
  Task: name,
  'Every (days)': every,
  ...more,
});

export const carePlan: readonly Row[] = [
  task('Delta Law', 'Backup restore test', 90, {
    'Last done': '2026-08-11',
    'Next due': '2026-11-09',
    Result: 'OK',
    Who: 'Kim',
  }),
  task('Delta Law', 'Updates', 30, {
    'Last done': '2026-11-10',
    'Next due': '2026-12-10',
    Result: 'OK',
    Who: 'Sasha',
  }),
  task('Delta Law', 'Accounts of leavers', 30, {
    'Last done': '2026-11-10',
    'Next due': '2026-12-10',
    Result: 'OK',
    Who: 'Sasha',
  }),
  task('Elm Street School', 'Backup restore test', 90, {
    'Last done': '2026-11-05',
    'Next due': '2027-02-03',
    Result: 'Failed',
    Who: 'Jo',
    Note: 'The tape of the office',
  }),
  task('Elm Street School', 'Disk and UPS health', 90, {
    'Last done': '2026-11-05',
    'Next due': '2027-02-03',
    Result: 'OK',
    Who: 'Jo',
  }),
  task('Elm Street School', 'Call to ask how things are', 60, {
    'Last done': '2026-10-01',
    'Next due': '2026-11-30',
    Contact: true,
  }),
  task('Fjord Fischerei', 'Updates', 30, {
    'Last done': '2026-11-02',
    'Next due': '2026-12-02',
    Result: 'OK',
    Who: 'Kim',
  }),
];

export const smallThings: readonly Row[] = [
  {
    'Found on': '2026-11-05',
    Client: 'Elm Street School',
    What: 'Failed: Backup restore test',
    Priority: 'high',
    State: 'open',
  },
  {
    'Found on': '2026-10-01',
    Client: 'Elm Street School',
    What: 'Projector in room 4 hums',
    Priority: 'low',
    State: 'open',
  },
  {
    'Found on': '2026-10-13',
    Client: 'Delta Law',
    What: 'Loose cable under the front desk',
    Priority: 'normal',
    State: 'fixed',
    'Fixed on': '2026-11-10',
  },
];

const done = (date: string, client: string, name: string, who: string, result = 'OK'): Row => ({
  Date: date,
  Client: client,
  Task: name,
  Result: result,
  Who: who,
});

export const careLog: readonly Row[] = [
  done('2026-08-11', 'Delta Law', 'Backup restore test', 'Kim'),
  done('2026-10-01', 'Elm Street School', 'Call to ask how things are', ''),
  done('2026-10-10', 'Delta Law', 'Updates', 'Sasha'),
  done('2026-11-02', 'Fjord Fischerei', 'Updates', 'Kim'),
  done('2026-11-05', 'Elm Street School', 'Backup restore test', 'Jo', 'Failed'),
  done('2026-11-05', 'Elm Street School', 'Disk and UPS health', 'Jo'),
  done('2026-11-10', 'Delta Law', 'Updates', 'Sasha'),
  done('2026-11-10', 'Delta Law', 'Accounts of leavers', 'Sasha'),
];
