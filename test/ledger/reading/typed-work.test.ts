import { expect, it } from 'vitest';
import { readTypedWork } from '../../../src/ledger/reading/typed-work';
import { durationCell, type Row, tabCells } from '../builders';

const read = (...rows: Row[]) =>
  readTypedWork(tabCells('Time', rows)).map(({ client, worked, charged }) => [
    client,
    worked / 3600,
    charged,
  ]);

it('takes rows that have a client, and hours, Start and End, or Charged', () => {
  expect(
    read(
      { Client: ' Acme ', Hours: 1.5 },
      { Client: 'Acme', Hours: durationCell(2) },
      { Client: 'Acme', Start: '22:00', End: '1:00' },
      { Client: 'Acme', Charged: '30m' },
      { Client: 'Acme', Hours: 1, Charged: 0 },
    ),
  ).toEqual([
    ['Acme', 1.5, undefined],
    ['Acme', 2, undefined],
    ['Acme', 3, undefined],
    ['Acme', 0.5, 1800],
    ['Acme', 1, 0],
  ]);
});

it('leaves what is begun, or cannot be read, to the check', () => {
  expect(
    read(
      { Client: 'Acme' },
      { Hours: 1 },
      { Client: 'Acme', Hours: 'abc' },
      { Client: 'Acme', Start: '9:00' },
    ),
  ).toEqual([]);
});
