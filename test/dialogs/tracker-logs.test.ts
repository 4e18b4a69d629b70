import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readTable } from '../../src/dialogs/read-table';
import { type Log, type LogAnswers, readLog } from '../../src/ledger/importing/read-log';
import { type CalendarDate, dateOf } from '../../src/ledger/units/calendar-date';
import { printLog, printTimeclock, type TrackerFile, trackerFiles, type Work } from './tracker-files';

const inUtc = (instant: number) => instant;
const read = (text: string, answers: Partial<LogAnswers> = {}): Log => {
  const { rows, isTimeclock, problem } = readTable(text);
  expect(problem).toBeUndefined();
  return readLog(rows, { wallOf: inUtc, ...(isTimeclock && { tracker: 'timeclock' as const }), ...answers });
};
const entriesOf = (log: Log) => log.lines.map(line => ('entry' in line ? line.entry : line));

const name: fc.Arbitrary<string> = fc.constantFrom(
  'Acme',
  'Müller & Söhne',
  'Bär, "GmbH"',
  'Ole',
  'Zoë; Ltd',
  '=SUM',
  '株式会社',
);
const plainName: fc.Arbitrary<string> = fc.constantFrom(
  'Acme',
  'Müller & Söhne',
  'Ole',
  'Zoë Ltd',
  '株式会社',
);
const works = (grain: number, names = name): fc.Arbitrary<Work[]> =>
  fc.array(
    fc.record({
      date: fc.integer({ min: 20_000, max: 20_900 }).map(day => day as CalendarDate),
      start: fc.integer({ min: 0, max: Math.floor(86_399 / grain) }).map(at => at * grain),
      seconds: fc.integer({ min: 1, max: Math.floor(80_000 / grain) }).map(at => at * grain),
      person: fc.constantFrom('Kim Sample', 'Jo Müller'),
      client: names,
      project: fc.constantFrom('Website', 'Netz', 'Büro'),
      task: fc.constantFrom('Support', 'Fixing'),
      description: fc.constantFrom('Mended "it"', 'Called, twice', 'a;b', '', '=1+1', 'Löten'),
      billable: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );

/** A day above the 12th, in the order of the file, so that nothing has to be asked. */
const proof: Work = {
  date: dateOf(2026, 1, 28) as CalendarDate,
  start: 0,
  seconds: 3600,
  person: 'Kim Sample',
  client: 'Acme',
  project: 'Website',
  task: 'Support',
  description: 'Proof',
  billable: true,
};

const expected = (file: TrackerFile, work: Work) => ({
  date: work.date,
  seconds: work.seconds,
  client: work.client,
  description: (file.text ?? (each => each.description || each.task))(work),
  billable: file.hasBillable ? work.billable : true,
  person: work.person,
  ...(file.hasClock && { start: work.start, end: (work.start + work.seconds) % 86_400 }),
});

describe('the log of a tracker', () => {
  for (const [kind, file] of Object.entries(trackerFiles))
    test(`of ${kind} is read as it was written, whatever the order of its columns and the mark between them`, () => {
      const order = fc.shuffledSubarray(
        file.headers.map((_, at) => at),
        { minLength: file.headers.length },
      );
      const named = kind === 'TimeCamp' ? plainName : name;
      fc.assert(
        fc.property(
          works(file.grain ?? 1, named),
          order,
          fc.constantFrom(',', ';', '\t'),
          (log, at, mark) => {
            const all = [proof, ...log];
            const found = read(printLog(file, all, at, mark));
            expect(found.tracker).toBe(file.tracker);
            expect(entriesOf(found)).toMatchObject(all.map(work => expected(file, work)));
          },
        ),
        { numRuns: 40 },
      );
    });

  test('of hledger is read as it was written', () => {
    fc.assert(
      fc.property(works(1, plainName), log => {
        const all = [proof, ...log].map(work => ({
          ...work,
          description: work.description.replace(';', ','),
        }));
        const found = read(printTimeclock(all));
        expect(entriesOf(found)).toMatchObject(
          all.map(({ date, seconds, client, project, description }) => ({
            date,
            seconds,
            client,
            project,
            description,
          })),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('a line', () => {
  const toggl = trackerFiles.Toggl as TrackerFile;
  it('keeps its source whatever stands before and behind it, and whatever else is exported', () => {
    const others = { ...proof, description: 'Other', start: 7200 };
    const one = entriesOf(read(printLog(toggl, [proof, others])));
    const back = entriesOf(
      read(printLog(toggl, [others, proof], [13, 5, 4, 3, 2, 1, 0, 6, 7, 8, 9, 10, 11, 12], ';')),
    );
    expect(new Set(back.map(each => 'source' in each && each.source))).toEqual(
      new Set(one.map(each => 'source' in each && each.source)),
    );
  });

  it('that stands there twice is two pieces of work', () => {
    const [first, second] = entriesOf(read(printLog(toggl, [proof, proof])));
    expect([first, second]).toMatchObject([
      { source: expect.stringMatching(/^Toggl [0-9a-f]{16}$/) },
      { source: expect.stringMatching(/·2$/) },
    ]);
  });

  it.each([
    ['2026-01-05,Acme,,', 'leftOut', 'It has no hours.'],
    ['2026-01-05,Acme,0,', 'leftOut', 'It has no hours.'],
    ['2026-01-05,Acme,1,Break', 'leftOut', 'A break.'],
    [',Total,12,', 'leftOut', 'A total, or the head of a group.'],
    ['Total,,12,', 'leftOut', 'A total.'],
    ['Date,Client,Hours,Description', 'leftOut', 'The headers once more.'],
    [',Acme,1,Mended', 'unreadable', 'It has no day. Type it in the tracker, and export again.'],
    [
      '2026-02-30,Acme,1,',
      'unreadable',
      '"2026-02-30" is no day. Correct it in the tracker, or leave the line out.',
    ],
    ['2026-01-05,Acme,-1,', 'unreadable', '"-1" is no duration. Type it such as 1:30, 1h 30m or 1.5.'],
    [
      '2026-01-05,,1,Mended',
      'unreadable',
      'It has no client and no project. Name one in the tracker, and export again.',
    ],
  ])('%s is no work, and that is said', (row, kind, words) => {
    const log = read(`Date,Client,Hours,Description\n2026-01-02,Acme,1,Mended\n${row}`);
    expect(log.lines).toHaveLength(log.count);
    expect(log.lines[1]).toEqual({ line: 3, [kind]: words });
  });

  it('that runs still is left out', () => {
    const log = read(
      'Date,Client,Start,End,Duration\n2026-01-05,Acme,9:00,,\n2026-01-05,Acme,9:00,10:00,1:00',
    );
    expect(log.lines[0]).toEqual({ line: 2, leftOut: 'It runs still: it has no end.' });
  });

  it('with a duration that its clock does not confirm counts its duration, and says so', () => {
    const [entry] = entriesOf(read('Date,Client,Start,End,Duration\n2026-01-05,Acme,9:00,10:00,1:30:00'));
    expect(entry).toMatchObject({
      seconds: 5400,
      says: 'Its duration and its start and end differ by 30 min; the duration counts.',
    });
    expect(entry).not.toHaveProperty('start');
  });

  it('over midnight belongs to the day on which it began', () => {
    const [entry] = entriesOf(read('Date,Client,Start,End\n2026-01-05,Acme,23:30,0:15'));
    expect(entry).toMatchObject({ date: dateOf(2026, 1, 5), seconds: 2700, start: 84_600, end: 900 });
  });

  it('at an instant stands on the clock of the workbook', () => {
    const log = read('client,project,start,end\nAcme,Web,2026-01-05T23:30:00Z,2026-01-06T00:30:00+00:00', {
      wallOf: at => at + 3600,
    });
    expect(entriesOf(log)).toMatchObject([{ date: dateOf(2026, 1, 6), start: 1800, seconds: 3600 }]);
  });
});

describe('the days of a log', () => {
  const table = (...days: string[]) => `Date,Client,Hours\n${days.map(day => `${day},Acme,1`).join('\n')}`;
  const dates = (log: Log) => entriesOf(log).map(each => ('date' in each ? each.date : each));

  it('that may be read in two ways are read in none before somebody has said which', () => {
    const text = table('05/06/2026', '07/08/2026');
    const log = read(text);
    expect([log.days.order, log.days.choices, log.lines]).toEqual([undefined, ['dmy', 'mdy'], []]);
    expect(dates(read(text, { dates: 'dmy' }))).toEqual([dateOf(2026, 6, 5), dateOf(2026, 8, 7)]);
    expect(dates(read(text, { dates: 'mdy' }))).toEqual([dateOf(2026, 5, 6), dateOf(2026, 7, 8)]);
  });

  it('are settled by one part above 12, wherever it stands', () => {
    expect(dates(read(table('05/06/2026', '28/06/2026')))[0]).toBe(dateOf(2026, 6, 5));
    expect(dates(read(table('05/06/2026', '06/28/2026')))[0]).toBe(dateOf(2026, 5, 6));
  });

  it('in two orders are refused, with a line of each', () => {
    expect(read(table('28/06/2026', '06/28/2026')).problem).toBe(
      'Line 2 has the day before the month, and line 3 the month before the day. Export the file again with one form of dates.',
    );
  });

  it('with years of two digits are asked about', () => {
    expect(read(table('05/06/26')).days.choices).toEqual(['dmy', 'mdy', 'ymd']);
    expect(dates(read(table('28/06/26'), { dates: 'dmy' }))).toEqual([dateOf(2026, 6, 28)]);
  });

  it.each([
    ['5 Jan 2026', 1],
    ['January 5, 2026', 1],
    ['5. März 2026', 3],
    ['5 août 2026', 8],
    ['5 de enero de 2026', 1],
    ['5 października 2026', 10],
    ['5 října 2026', 10],
    ['2026年1月5日', 1],
    ['05.01.2026', 1],
    ['Mon, 5 Jan 2026', 1],
    ['2026/1/5', 1],
  ])('such as %s settle themselves', (text, month) => {
    expect(dates(read(`Date;Client;Hours\n${text};Acme;1`))).toEqual([dateOf(2026, month, 5)]);
  });

  it('that are none are never rolled on to the next', () => {
    expect(dates(read(table('31/06/2026')))[0]).toHaveProperty('unreadable');
  });
});

describe('a file', () => {
  it.each([
    ['Client,Email\nAcme,a@acme.example', 'This is no log of work'],
    ['Project,Duration (h),Duration (decimal)\nWeb,1:00,1.00', 'Clockify: Reports > Detailed'],
    ['Date,Hours\n2026-01-05,1', 'No column holds a client or a project.'],
    ['Date,Client,Hours', 'The file has headers and no line below them.'],
  ])('%s is refused, with what to export', (text, words) => {
    expect(read(text).problem).toContain(words);
  });

  it('with a quotation mark that never closes is refused, with its line', () => {
    expect(
      readTable('Date,Client,Hours\n2026-01-05,Acme,1\n2026-01-06,"Acme,1\n2026-01-07,Beta,1').problem,
    ).toContain('line 3');
  });

  it('says what stands above its headers, twice in them, and beyond them', () => {
    const log = read('Time report\n\nDate,Client,Client,Hours\n2026-01-05,Acme,Beta,1,more\n');
    expect(log.says).toEqual([
      'Not read, above the headers: Time report',
      'The column "Client" stands there twice; the first one is read.',
      'Lines with more cells than there are headers: 1, the first is line 4. What is beyond is not read.',
    ]);
    expect(entriesOf(log)).toMatchObject([{ client: 'Acme' }]);
  });

  it('says by sep= what parts its cells', () => {
    expect(entriesOf(read('sep=;\nDate;Client;Hours\n2026-01-05;Acme, Ltd;1,5'))).toMatchObject([
      { client: 'Acme, Ltd', seconds: 5400 },
    ]);
  });

  it('of hledger names the line of what ends and was not begun, and leaves open what runs', () => {
    const log = read(
      'o 2026-01-05 09:00:00\ni 2026-01-05 10:00:00 Acme:Web  Mended ; note\no 2026-01-05 09:00\ni 2026-01-06 10:00:00 Acme',
    );
    expect(log.lines).toEqual([
      { line: 1, unreadable: 'It ends work that was not begun: there is no i before it.' },
      { line: 2, unreadable: 'It ends in line 3, before it begins.' },
      { line: 4, leftOut: 'It runs still: it has no end.' },
    ]);
  });

  it('has one decimal mark in a column, or the numbers of both are not read', () => {
    const log = read('Date;Client;Hours\n2026-01-05;Acme;1,5\n2026-01-05;Acme;1.5\n2026-01-05;Acme;1:30');
    expect(log.lines.map(line => Object.keys(line)[1])).toEqual(['unreadable', 'unreadable', 'entry']);
  });
});
