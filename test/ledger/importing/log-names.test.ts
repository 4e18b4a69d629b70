import { describe, expect, it } from 'vitest';
import { askedNames, type KnownName } from '../../../src/ledger/importing/log-names';
import type { LogEntry } from '../../../src/ledger/importing/read-log';

const entry = (client: string, project = '') => ({ client, project }) as LogEntry;
const clients = ['Acme GmbH', 'Bolt', 'Zorro'];
const asked = (entries: LogEntry[], said: Record<string, string> = {}, known: KnownName[] = []) =>
  askedNames(entries, { tracker: 'Toggl', clients, said, known });

describe('the names of a tracker', () => {
  it('are asked by pairs of client and project, not by lines', () => {
    expect(asked([entry('Acme', 'Web'), entry('acme', 'web'), entry('Acme', 'Net')])).toMatchObject([
      { client: 'Acme', project: 'Web', lines: 2, isOpen: true },
      { client: 'Acme', project: 'Net', lines: 1, isOpen: true },
    ]);
  });

  it('that are a client’s own are taken; those that are only near are suggested', () => {
    expect(asked([entry('BOLT '), entry('Acme Ltd.'), entry('Zoro')])).toMatchObject([
      { choice: { client: 'Bolt' }, isOpen: false, isSaid: false },
      { near: ['Acme GmbH'], isOpen: true },
      { near: ['Zorro'], isOpen: true },
    ]);
  });

  it('without a client are asked by their project', () => {
    expect(asked([entry('', 'Bolt'), entry('', 'Web')])).toMatchObject([
      { choice: { client: 'Bolt' } },
      { isOpen: true },
    ]);
  });

  it('are what was said of the pair, of its client, or of all others', () => {
    const said = { 'Acme / Web': 'Bolt', Delta: 'leave out', '*': 'new', Echo: 'Ekko' };
    expect(
      asked([entry('Acme', 'Web'), entry('Delta', 'Any'), entry('Fox'), entry('Echo')], said),
    ).toMatchObject([
      { choice: { client: 'Bolt' }, isSaid: true },
      { choice: { leftOut: true }, isSaid: true },
      { choice: { client: 'Fox', isNew: true }, isSaid: true },
      // Nobody in Clients is called Ekko: a slip of the hand makes no client.
      { choice: { client: 'Echo', isNew: true } },
    ]);
  });

  it('are remembered, the last row first, until their client is gone', () => {
    const row = (client: string, tracker = 'Toggl'): KnownName => ({
      tracker,
      there: { client: 'Acme', project: '' },
      choice: { client, workType: 'On-site' },
    });
    expect(asked([entry('Acme', 'Web')], {}, [row('Bolt'), row('Zorro')])).toMatchObject([
      { choice: { client: 'Zorro', workType: 'On-site' }, isSaid: false },
    ]);
    expect(asked([entry('Acme')], {}, [row('Gone')])).toMatchObject([{ isOpen: true }]);
    expect(asked([entry('Acme')], {}, [row('Bolt', 'Clockify')])).toMatchObject([{ isOpen: true }]);
  });
});
