import { describe, expect, it } from 'vitest';
import { noticeKey, noticeStates } from '../../../src/ledger/model/notice-row';
import { readNotices } from '../../../src/ledger/reading/notice-row';
import { dateCell, type Row, tabCells } from '../builders';

const read = (...rows: Row[]) => readNotices(tabCells('Notices', rows));
const notice: Row = { Client: 'Acme', Block: 'B-0001', Level: 'low', State: 'Sent' };

describe('the rows of Notices', () => {
  it('are read as they stand, blanks as nothing', () => {
    const full = {
      ...notice,
      Key: 'whatever',
      To: 'ann@acme.example',
      'Queued at': dateCell('2026-12-30', 12),
      'Sent at': 46_022.5,
      Error: 'why',
    };
    const blank = { outcome: '', figures: undefined };
    const same = { client: 'Acme', block: 'B-0001', level: 'low', key: 'B-0001 low', state: 'Sent' };
    expect(read(full, notice)).toEqual([
      {
        ...same,
        row: 2,
        to: 'ann@acme.example',
        queuedAt: 46_386.5,
        sentAt: 46_022.5,
        error: 'why',
        ...blank,
      },
      { ...same, row: 3, to: '', queuedAt: undefined, sentAt: undefined, error: '', ...blank },
    ]);
  });

  it.each(noticeStates)('may be %s, in any case and with blanks around', state => {
    expect(read({ ...notice, State: ` ${state.toUpperCase()} ` })).toMatchObject([{ state }]);
  });

  it('may be of every level, in any case', () => {
    const levels = ['used up', 'expired', 'low', 'expiring'];
    const rows = levels.map(level => ({ ...notice, Level: level.toUpperCase() }));
    expect(read(...rows).map(({ level }) => level)).toEqual(levels);
  });

  it('are left alone where level, state or block is none of ours', () => {
    const others = [{ Level: 'soon' }, { State: 'Done' }, { Block: '' }, { Level: '' }, { State: '' }];
    const rows = others.map(other => ({ ...notice, ...other }));
    expect(read(...rows, notice).map(({ row }) => row)).toEqual([7]);
  });

  it('keep a name as it stands, apostrophes and all', () => {
    const clients = ["'=Acme", '+1', '-x', '@home', "'Acme", "O'Neil"].map(Client => ({
      ...notice,
      Client,
    }));
    const names = read(...clients).map(({ client }) => client);
    expect(names).toEqual(["'=Acme", '+1', '-x', '@home', "'Acme", "O'Neil"]);
  });

  it('read whatever a person typed over a moment as nothing', () => {
    expect(read({ ...notice, 'Queued at': 'soon', 'Sent at': true })).toMatchObject([
      { queuedAt: undefined, sentAt: undefined },
    ]);
  });

  it('are named by block and level, however the block is typed', () => {
    expect(noticeKey('B-0007', 'used up')).toBe('B-0007 used up');
    expect(read({ ...notice, Block: 'b-0001' })).toMatchObject([{ key: 'B-0001 low', block: 'b-0001' }]);
  });

  it('are none in a tab without its columns', () => {
    expect(readNotices({ tab: 'Notices', rows: 3, columns: new Map() })).toEqual([]);
  });
});
