import { describe, expect, it } from 'vitest';
import { lastAsked } from '../../../src/ledger/needs/contact';
import type { NeedsInput } from '../../../src/ledger/needs/need';
import { whoNeedsUs, withoutPlanText } from '../../../src/ledger/needs/needs';
import { readNotices } from '../../../src/ledger/reading/notice-row';
import { readCheckIns } from '../../../src/ledger/reading/read-care';
import { settleLedger } from '../../../src/ledger/rules/settle';
import { type Book, block, dateCell, ledgerOf, type Row, tabCells, work } from '../builders';
import { type CareRows, careIn, task, thing, times } from '../care/cares';

function inputOf(book: Book, care: CareRows = {}): NeedsInput {
  const ledger = ledgerOf({ today: '2026-11-23', ...book });
  const { today } = ledger.settings;
  const issues = { all: [], broken: new Map(), fatal: [] };
  return {
    ledger,
    settled: settleLedger(ledger, today),
    notices: readNotices(tabCells('Notices', book.notices ?? [])),
    care: careIn(care),
    asked: lastAsked(tabCells('Time', book.time ?? []), today),
    checkIns: readCheckIns(tabCells('Clients', book.clients ?? [{ Client: 'Acme' }]), issues),
  };
}

const lines = (book: Book, care: CareRows = {}) =>
  whoNeedsUs(inputOf(book, care)).flatMap(({ name, needs }) =>
    needs.map(({ kind, text, tab, row }) => `${name} | ${kind} | ${text} | ${tab} ${row}`),
  );
const fresh = block(20, { Date: '2026-11-20', Block: 'B-0001' });
const planned = { plan: [task('Updates', { 'Next due': '2026-12-01' })] };
const weekly = (hours: number, weeks: number, more: Row = {}): Row[] =>
  Array.from({ length: weeks }, (_, index) =>
    work(new Date(Date.UTC(2026, 10, 20 - index * 7)).toISOString().slice(0, 10), hours, more),
  );

describe('who needs us', () => {
  it('says nothing where there is nothing to say', () => {
    expect(lines({ blocks: [fresh] }, planned)).toEqual([]);
    expect(lines({})).toEqual([]);
  });

  it('a notice without an answer, while the client stands low', () => {
    const low = [block(20, { Date: '2026-10-01', Block: 'B-0001' })];
    const time = [work('2026-10-05', 17)];
    const notice = (level: string, sent: string): Row => ({
      Block: 'B-0001',
      Level: level,
      State: 'Sent',
      'Sent at': dateCell(sent, 8),
      Outcome: 'No answer',
    });
    const notices = [notice('low', '2026-10-06'), notice('low reminder 1', '2026-10-13')];
    expect(lines({ blocks: low, time, notices }, planned)).toEqual([
      'Acme | no answer | No answer to 2 mails, the last on 13 Oct 2026; 3 h left. A call may help. | Notices 3',
    ]);
    const renewed = [...low, block(20, { Date: '2026-11-20', Block: 'B-0002' })];
    expect(lines({ blocks: renewed, time, notices }, planned)).toEqual([]);
    const gift = [...low, block(10, { Date: '2026-11-20', Block: 'B-0002', Kind: 'Goodwill' })];
    expect(lines({ blocks: gift, time, notices }, planned)).toEqual([]);
    const waiting = notices.map(each => ({ ...each, Outcome: 'will call in May' }));
    expect(lines({ blocks: low, time, notices: waiting }, planned)).toEqual([]);
  });

  it('tasks that are overdue, the longest first, also of a name that is not in Clients', () => {
    const plan = [
      task('Updates', { 'Next due': '2026-11-22', 'Last done': '2026-10-22' }),
      task('Antivirus', { 'Next due': '2026-11-01' }),
      task('Call', { Client: 'Beta', 'Next due': '2026-11-21' }),
    ];
    expect(lines({}, { plan })).toEqual([
      'Acme | overdue | Antivirus: due on 1 Nov 2026, 22 days ago; not done yet. | Care plan 3',
      'Acme | overdue | Updates: due on 22 Nov 2026, 1 day ago; last done on 22 Oct 2026. | Care plan 2',
      'Beta | overdue | Call: due on 21 Nov 2026, 2 days ago; not done yet. | Care plan 4',
    ]);
  });

  describe('no contact for longer than Check in every (days)', () => {
    const clients = [{ Client: 'Acme', 'Check in every (days)': 30 }];
    const none = 'Acme | no contact | No contact is noted yet; check in every 30 days. | Clients 2';
    const since = (date: string, days: number) =>
      `Acme | no contact | No contact since ${date}, ${days} days ago; check in every 30 days. | Clients 2`;
    const contacts = (book: Book, care: CareRows = {}) =>
      lines({ clients, ...book }, care).filter(line => line.includes('| no contact |'));

    it('counts a sale, an entry that somebody asked for, and a task marked Contact', () => {
      expect(contacts({})).toEqual([none]);
      expect(contacts({ blocks: [block(20, { Date: '2026-10-23' })] })).toEqual([since('23 Oct 2026', 31)]);
      expect(contacts({ blocks: [block(20, { Date: '2026-10-24' })] })).toEqual([]);
      expect(contacts({ blocks: [block(20, { Date: '2026-11-20', Kind: 'Opening' })] })).toEqual([none]);
      const asked = work('2026-10-20', 1, { 'Asked by': 'Pat' });
      expect(contacts({ time: [asked, work('2026-11-20', 1)] })).toEqual([since('20 Oct 2026', 34)]);
      const call = task('Call', { Contact: true, 'Last done': '2026-10-10' });
      expect(contacts({}, { plan: [call] })).toEqual([since('10 Oct 2026', 44)]);
      expect(contacts({}, { plan: [task('Call', { 'Last done': '2026-11-10' })] })).toEqual([none]);
    });

    it('a call that failed was none, but the one before it was', () => {
      const plan = [task('Call', { Contact: true, 'Last done': '2026-11-20', Result: 'Failed' })];
      expect(contacts({}, { plan })).toEqual([none]);
      const log = [times('2026-10-01', 'call'), times('2026-11-20', 'Call', { Result: 'Failed' })];
      expect(contacts({}, { plan, log })).toEqual([since('1 Oct 2026', 53)]);
    });
  });

  describe('hours that would expire unused', () => {
    const blocks = [
      block(10, { Date: '2026-06-01', Expires: '2026-12-20', Block: 'B-0001' }),
      block(20, { Date: '2026-07-01', Expires: '2027-01-22', Block: 'B-0002' }),
      block(20, { Date: '2026-08-01', Expires: '2027-01-23', Block: 'B-0003' }),
    ];
    const expiring = (book: Book) => lines(book, planned).filter(line => line.includes('| expires |'));

    it('at the recent pace, each after what the earlier ones take, within 60 days', () => {
      // 8 h in the 53 days since the first entry: 9.21 h by 22 January, of which 2 h come from B-0001.
      expect(expiring({ blocks, time: weekly(1, 8) })).toEqual([
        'Acme | expires | 20 h of B-0002 end on 22 Jan 2027; at the recent pace 12.79 h of them would be lost. | Blocks 3',
      ]);
    });

    it('all of them where nothing was used', () => {
      expect(expiring({ blocks: [blocks[0] as Row] })).toEqual([
        'Acme | expires | 10 h of B-0001 end on 20 Dec 2026; nothing was used lately, so all of them would be lost. | Blocks 2',
      ]);
    });

    it('none where they will be used up', () => {
      expect(expiring({ blocks: [blocks[0] as Row], time: weekly(1, 8) })).toEqual([]);
    });
  });

  it('open small things of high priority', () => {
    const things = [
      thing('Cable', { Priority: 'low' }),
      thing('UPS beeps', { Priority: 'high', 'Found on': '2026-11-01' }),
      thing('Old', { Priority: 'high', State: 'fixed' }),
    ];
    expect(lines({}, { things })).toEqual([
      'Acme | small thing | UPS beeps, found on 1 Nov 2026. | Small things 3',
    ]);
  });

  it('work for who has no block, before all else', () => {
    const clients = [{ Client: 'Acme', 'Normal rate': 90 }, { Client: 'Beta' }];
    const time = [work('2026-11-02', 2), work('2026-11-03', 1.5)];
    const care = { things: [thing('X', { Priority: 'high' })] };
    expect(lines({ clients, time }, care)[0]).toBe(
      'Acme | to be paid | 3.5 h of work ($315.00) and no block. Sell one, or invoice them. | Time 2',
    );
    expect(lines({ clients, time, blocks: [fresh] }, planned)).toEqual([]);
  });

  it('a block and no care plan, in one line for all', () => {
    const clients = [{ Client: 'Acme' }, { Client: 'Beta' }, { Client: 'Gone' }];
    const blocks = [
      fresh,
      block(10, { Client: 'Beta', Date: '2026-11-03', Block: 'B-0002' }),
      block(1, { Client: 'Gone', Date: '2024-11-03', Expires: '2024-12-03', Block: 'B-0003' }),
    ];
    const all = inputOf({ clients, blocks });
    expect(lines({ clients, blocks })).toEqual([]);
    expect(withoutPlanText(all)).toBe(
      '2 clients have a block and no care plan: Acme, Beta. Choose More > Care > Start a care plan.',
    );
    expect(withoutPlanText(inputOf({ clients, blocks }, planned))).toBe(
      '1 client has a block and no care plan: Beta. Choose More > Care > Start a care plan.',
    );
    expect(withoutPlanText(inputOf({ clients }))).toBe('');
  });

  describe('the next block', () => {
    const sizes = (book: Book) => lines(book, planned).filter(line => /\| (size|agreement) \|/.test(line));

    it('how long each size lasts at the pace, and which one suits, once the hours come to their end', () => {
      // Charged 16 h in 53 days; 4 h are left.
      const blocks = [block(20, { Date: '2026-09-01', Block: 'B-0001' })];
      expect(sizes({ blocks, time: weekly(2, 8) })).toEqual([
        'Acme | size | Uses about 9 h a month: 10 h last about 5 weeks, 20 h last 2 months, 40 h last 4 months. 40 h would suit better than the 20 h bought last. | Blocks 2',
      ]);
      expect(sizes({ blocks: [block(60, { Date: '2026-09-01' })], time: weekly(2, 8) })).toEqual([]);
      const renewed = [...blocks, block(20, { Date: '2026-11-22', Starts: '2026-12-01' })];
      expect(sizes({ blocks: renewed, time: weekly(2, 8) })).toEqual([]);
    });

    const months = (hours: readonly number[]) =>
      hours.flatMap((each, index) =>
        each > 0 ? [work(`2026-${String(5 + index).padStart(2, '0')}-10`, each)] : [],
      );
    const agreement = (hours: readonly number[], bought = 20) =>
      sizes({
        blocks: [block(500, { Date: '2026-01-01' }), block(bought, { Date: '2026-11-01', Block: 'B-0009' })],
        time: months(hours),
      });

    it('a monthly agreement where use is steady and the usual block lasts less than two months', () => {
      expect(agreement([12, 14, 0, 16, 13, 15])).toEqual([
        'Acme | agreement | Work in 5 of the last 6 months, about 14 h each: 20 h last less than 2 months. A monthly agreement would suit both better. | Blocks 3',
      ]);
    });

    it('no agreement for who works in fits, in few months, or has a block that lasts', () => {
      expect(agreement([12, 14, 30, 16, 13, 15])).toEqual([]);
      expect(agreement([12, 14, 0, 0, 13, 15])).toEqual([]);
      expect(agreement([12, 14, 0, 16, 13, 15], 30)).toEqual([]);
    });
  });

  it('the worst comes first: by reason, then by how bad it is', () => {
    const clients = ['Acme', 'Beta', 'Gamma'].map(Client => ({ Client }));
    const plan = [
      task('A', { Client: 'Beta', 'Next due': '2026-11-20' }),
      task('B', { Client: 'Gamma', 'Next due': '2026-10-20' }),
    ];
    const things = [thing('X', { Priority: 'high' })];
    expect(whoNeedsUs(inputOf({ clients }, { plan, things })).map(({ name }) => name)).toEqual([
      'Gamma',
      'Beta',
      'Acme',
    ]);
  });

  it('leaves out who is not active, and the hours of who has a row that cannot be counted', () => {
    const inactive = [{ Client: 'Acme', Active: false, 'Check in every (days)': 1 }];
    const care = {
      plan: [task('A', { 'Next due': '2026-01-01' })],
      things: [thing('X', { Priority: 'high' })],
    };
    expect(lines({ clients: inactive }, care)).toEqual([]);
    const expiring = block(10, { Expires: '2026-12-20' });
    expect(lines({ blocks: [expiring, block('x')] }, planned)).toEqual([]);
  });
});
