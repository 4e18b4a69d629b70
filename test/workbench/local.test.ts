/** `npm run local`, end to end, on a hand-made bundle. */

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine } from '../../workbench/engine/engine';
import { runLocal } from '../../workbench/local-run';
import { xlsxOf } from '../../workbench/node/xlsx-files';
import { asTable, parseCall, readCommandLine } from '../../workbench/services/command-line';
import { allScopes } from './services/small-bundle';

const code = `
function onOpen() { const t = SpreadsheetApp.getActive().getSheetByName('Time'); t.getRange('F1').setValue((Number(t.getRange('F1').getValue()) || 0) + 1); }
function onEdit(e) { if (e.range.getFormula() === '=HOURS()') e.range.setFormula('=HOURS(Time!B2:B9)'); }
function listIssues() { return [{ tab: 'Time', row: 2, message: 'No client.' }]; }
function turnOn() { ScriptApp.newTrigger('hourly').timeBased().everyHours(1).create(); const ui = SpreadsheetApp.getUi(); ui.alert('T', 'Turned on.', ui.ButtonSet.OK); }
function hourly() { MailApp.sendEmail({ to: 'a@acme.com', subject: 'Hour', body: 'Text', htmlBody: '<p>Text</p>' }); }
function add(a, b) { return a + b.n; }
function fail() { throw new Error('It broke.'); }
function three() {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(1)) throw new Error('Busy.');
  const t = SpreadsheetApp.getActive().getSheetByName('Time');
  const names = [1, 2, 3].map(row => t.getRange(row, 1).getValue());
  lock.releaseLock();
  return names;
}
function write() { SpreadsheetApp.getActive().getSheetByName('Time').getRange('D1').setValue('mine'); }
function list() { SpreadsheetApp.getActive().getSheetByName('Time').getRange('A1:A9').setDataValidation(null); }
function kinds() { return SpreadsheetApp.getActive().getSheets().map(each => [each.getName(), each.getType()]); }
/** @customfunction */
function HOURS(cells) { return cells.reduce((sum, [cell]) => sum + (cell instanceof Date ? (cell - new Date(Date.UTC(1899, 11, 30))) / 3600000 : Number(cell)), 0); }
/** @customfunction */
function PAIR() { return [['a', new Date(Date.UTC(2026, 0, 5))], ['b', 1.25]]; }
/** @customfunction */
function BROKEN() { throw new Error('Time, row 3: no hours.'); }
`;

let folder: string;
const path = (name: string) => join(folder, name);

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function local(...args: string[]): Promise<Ran> {
  const told = { out: '', err: '' };
  const code = await runLocal(args, {
    folder,
    out: text => {
      told.out += text;
    },
    err: text => {
      told.err += text;
    },
  });
  return { code, ...told };
}

/** In a process of its own, as npm starts it. */
function asProcess(...args: string[]): Promise<Ran> {
  return new Promise(resolve => {
    const env = { ...process.env, BLOCK_LEDGER_BUNDLE: folder };
    execFile('node_modules/.bin/tsx', ['workbench/local.ts', ...args], { env }, (error, out, err) => {
      resolve({ code: Number(error?.code ?? 0), out, err });
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'local-'));
  writeFileSync(path('Code.js'), code);
  writeFileSync(path('appsscript.json'), JSON.stringify({ timeZone: 'Etc/UTC', oauthScopes: allScopes }));
  const engine = createEngine({ tabs: ['Time', 'Work types'] });
  engine
    .tabs()[0]
    ?.write({ row: 1, column: 1, rows: 1, columns: 2 }, [[{ value: 'Date' }, { value: 'Hours' }]]);
  writeFileSync(path('book.xlsx'), await xlsxOf(engine));
}, 60_000);

describe('npm run local', () => {
  it('does what the options say in the order given, and tells it as one JSON object', async () => {
    const { code, out, err } = await local(
      ...[path('book.xlsx'), '--json', '--now', '2026-11-23T07:00'],
      ...['--edit', 'Time!A2=2026-11-23', '--edit', 'Time!B2=1:30', '--formula', '=HOURS()'],
      ...['--edit', "'Work types'!A1=a!b=c", '--formula', '=PAIR()', '--formula', '=BROKEN()'],
      ...['--call', 'turnOn', '--mail-quota', '2', '--now', '2026-11-23T10:30', '--call', 'add(2, {"n": 3})'],
      ...['--print', 'Time', '--outbox', path('mails'), '--save', path('saved.xlsx')],
    );

    expect(JSON.parse(out)).toEqual({
      steps: [
        { option: '--now', argument: '2026-11-23T07:00' },
        { option: '--edit', argument: 'Time!A2=2026-11-23' },
        { option: '--edit', argument: 'Time!B2=1:30' },
        { option: '--formula', argument: '=HOURS()', value: 1.5 },
        { option: '--edit', argument: "'Work types'!A1=a!b=c" },
        {
          option: '--formula',
          argument: '=PAIR()',
          value: [
            ['a', '2026-01-05'],
            ['b', 1.25],
          ],
        },
        { option: '--formula', argument: '=BROKEN()', value: { error: 'Time, row 3: no hours.' } },
        { option: '--call', argument: 'turnOn', calls: 1 },
        { option: '--mail-quota', argument: '2' },
        { option: '--now', argument: '2026-11-23T10:30' },
        { option: '--call', argument: 'add(2, {"n": 3})', value: 5, calls: 0 },
        {
          option: '--print',
          argument: 'Time',
          values: [
            ['Date', 'Hours', '', '', '', 2],
            ['2026-11-23', 1.5, '', '', '', ''],
          ],
        },
        { option: '--outbox', argument: path('mails') },
        { option: '--save', argument: path('saved.xlsx') },
      ],
      mails: Array.from({ length: 2 }, () => ({
        to: 'a@acme.com',
        cc: '',
        subject: 'Hour',
        text: 'Text',
        html: '<p>Text</p>',
      })),
      issues: [{ tab: 'Time', row: 2, message: 'No client.' }],
    });
    expect(err).toMatch('Turned on. [OK]');
    expect(err).toMatch('hourly: Service invoked too many times for one day: email.');
    expect(code).toBe(0);
    const mails = readdirSync(path('mails'));
    expect(mails).toEqual(['001-a@acme.com.eml', '002-a@acme.com.eml']);
    expect(readFileSync(join(path('mails'), mails[0] ?? ''), 'utf8')).toMatch('Subject: Hour');

    const again = await local(path('saved.xlsx'), '--print', 'Work types', '--print', 'Time');
    expect(again.out).toMatch('--print Work types\na!b=c\n');
    expect(again.out).toMatch(/2026-11-23 {2}1:30/);
    expect(again.out).toMatch('Time, row 2: No client.');
  });

  it('goes on after a call that throws, and ends with 1', async () => {
    const { code, out, err } = await local(
      path('book.xlsx'),
      '--json',
      '--call',
      'fail',
      '--call',
      'none',
      '--formula',
      '=1+1',
    );
    expect(code).toBe(1);
    expect(err).toMatch('fail: It broke.');
    expect(JSON.parse(out).steps).toEqual([
      { option: '--call', argument: 'fail', error: 'It broke.', calls: 0 },
      { option: '--call', argument: 'none', error: 'Script function not found: none', calls: 0 },
      { option: '--formula', argument: '=1+1', value: 2 },
    ]);
  });

  it('lets people and faults strike the next call at a data call, and nothing after it', async () => {
    const { code, out, err } = await local(
      ...[path('book.xlsx'), '--json', '--edit', 'Time!A2=b', '--edit', 'Time!A3=a'],
      ...['--fault', '2 kill', '--call', 'three', '--fault', '3 throw', '--call', 'three', '--call', 'three'],
      ...['--meanwhile', '2 sort Time', '--meanwhile', '3 insert Time!2', '--call', 'three'],
      ...[
        '--meanwhile',
        '1 type Time!A9:B9=z|1:30',
        '--meanwhile',
        "2 delete 'Time'!2",
        '--fault',
        '4 kill',
        '--call',
        'three',
      ],
      ...[
        '--meanwhile',
        '1 rename Work types=Kinds',
        '--fault',
        '9 kill',
        '--call',
        'three',
        '--call',
        'three',
      ],
      ...['--print', 'Kinds', '--print', 'Time'],
    );
    const steps = JSON.parse(out).steps as Record<string, unknown>[];
    const calls = steps.filter(({ option }) => option === '--call');
    expect(calls.map(({ error, value, calls }) => [error ?? value, calls])).toEqual([
      ['The run was killed.', 2],
      ['Service error: Range', 3],
      [['Date', 'b', 'a'], 3],
      // Sorted before the second is read, pushed down before the third.
      [['Date', 'a', 'a'], 3],
      [['Date', 'a', 'b'], 3],
      [['Date', 'a', 'b'], 3],
      [['Date', 'a', 'b'], 3],
    ]);
    expect(steps.at(-1)).toMatchObject({
      values: expect.arrayContaining([expect.arrayContaining(['z', 1.5])]),
    });
    expect(code).toBe(1);
    expect(err).toMatch('--fault: the call was over before.');
    expect(err).not.toMatch(/--meanwhile: the call was over before|onEdit/);
  });

  it('sets a scene of rights, tables and charts', async () => {
    const { out } = await local(
      ...[path('book.xlsx'), '--json', '--protect', 'Time!D1:E9', '--call', 'write', '--user', 'technician'],
      ...['--call', 'write', '--user', 'owner', '--call', 'write', '--table', 'Time', '--call', 'list'],
      ...['--chart-tab', '--call', 'kinds'],
    );
    const steps = JSON.parse(out).steps as Record<string, unknown>[];
    expect(steps).toContainEqual({ option: '--chart-tab', argument: '' });
    const calls = steps.filter(({ option }) => option === '--call');
    expect(calls.map(({ error, value }) => error ?? value)).toEqual([
      undefined,
      'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
      undefined,
      'This operation is not allowed on cells in typed columns.',
      [
        ['Chart1', 'OBJECT'],
        ['Time', 'GRID'],
        ['Work types', 'GRID'],
      ],
    ]);
  });

  it('ends with 2 and a plain message for what cannot be read or found', async () => {
    writeFileSync(path('bad.xlsx'), 'not a workbook');
    const [bad, missing, place, meanwhile] = await Promise.all([
      local(path('bad.xlsx')),
      local(path('missing.xlsx')),
      local(path('book.xlsx'), '--print', 'Nope'),
      local(path('book.xlsx'), '--meanwhile', '1 sort Nope', '--call', 'write'),
    ]);
    expect([bad.code, missing.code, place.code, meanwhile.code]).toEqual([2, 2, 2, 2]);
    const far = await local(path('book.xlsx'), '--edit', 'Time!A999999999=x');
    expect([far.code, far.err]).toEqual([
      2,
      expect.stringContaining('a spreadsheet holds ten million cells'),
    ]);
    expect(bad.err).toMatch('Cannot read');
    expect((await asProcess(path('missing.xlsx'))).code).toBe(2);
    expect(place.err).toMatch('--print Nope: There is no tab named Nope.');
    expect(meanwhile.err).toMatch('--call write: There is no tab named Nope.');
    expect([bad.err, missing.err, place.err, meanwhile.err].join('')).not.toMatch(/\n\s+at /);
  });

  it('lets a function in a cell fail where it is told to, and the failure stays', async () => {
    const cell = ['--edit', 'Time!D1=1'];
    const { code, out } = await local(
      ...[path('book.xlsx'), '--json', '--edit', 'Time!E1==HOURS(Time!D1:D2)', '--fail-function', '2 hours'],
      ...[...cell, '--edit', 'Time!D1=2', '--edit', 'Time!A9=x', '--print', 'Time', '--edit', 'Time!D1=3'],
      ...['--print', 'Time'],
    );
    const shown = JSON.parse(out).steps.flatMap(
      (step: { values?: unknown[][] }) => step.values?.[0]?.[4] ?? [],
    );
    expect(shown).toEqual([{ error: 'Internal error executing the custom function.' }, 3]);
    expect(code).toBe(0);
    const wrong = await local(path('book.xlsx'), '--fail-function', '1 NOPE');
    expect([wrong.code, wrong.err]).toEqual([
      2,
      '--fail-function 1 NOPE: There is no function NOPE for cells.\n',
    ]);
  });

  it('lets no trigger run where the script is not published and a permission is missing', async () => {
    const { code, out, err } = await local(
      ...[path('book.xlsx'), '--json', '--now', '2026-11-23T07:00', '--call', 'turnOn'],
      ...['--now', '2026-11-23T08:30', '--unpublished', '--now', '2026-11-23T10:30'],
    );
    const { mails, issues, steps } = JSON.parse(out);
    expect([code, mails.length, issues.length]).toEqual([0, 1, 1]);
    expect(steps.at(-2)).toEqual({ option: '--unpublished', argument: '' });
    expect(err.match(/hourly: Authorization is required to perform that action\./g)).toHaveLength(2);
  });

  it('runs twice at once in one checkout, each with its own build', async () => {
    const run = () =>
      new Promise<string>(done => {
        const args = ['run', '-s', 'local', '--', path('book.xlsx'), '--json', '--formula', '=1+1'];
        execFile('npm', args, (_, out, err) => done(out + err));
      });
    const [one, two] = await Promise.all([run(), run()]);
    expect(JSON.parse(one).steps).toEqual([{ option: '--formula', argument: '=1+1', value: 2 }]);
    expect(two).toBe(one);
  });

  it('shows how it is used', async () => {
    const { code, out } = await asProcess('--help');
    expect(code).toBe(0);
    expect(out).toMatch('Usage: npm run local');
  });
});

describe('the command line', () => {
  it.each([
    [[], 'Name a workbook'],
    [['a.xlsx', 'b.xlsx'], 'One workbook at a time'],
    [['a.xlsx', '--bogus'], 'Unknown option --bogus'],
    [['a.xlsx', '--print'], '--print needs a value'],
    [['a.xlsx', '--now', 'tomorrow'], '--now does not understand "tomorrow"'],
    [['a.xlsx', '--now', '2026-13-01T00:00'], '--now does not understand'],
    [['a.xlsx', '--mail-quota', '-1'], '--mail-quota does not understand'],
    [['a.xlsx', '--call', 'f(1'], '--call does not understand'],
    [['a.xlsx', '--edit', 'Time!A1'], '--edit does not understand'],
    [['a.xlsx', '--time-zone', 'Mars/Base'], '--time-zone does not understand'],
    [['a.xlsx', '--locale', 'german'], '--locale does not understand'],
    [['a.xlsx', '--save', 'out.csv'], '--save does not understand'],
    [['a.xlsx', '--fault', '0 kill'], '--fault does not understand'],
    [['a.xlsx', '--fault', '3 burn'], '--fault does not understand'],
    [['a.xlsx', '--meanwhile', 'sort Time'], '--meanwhile does not understand'],
    [['a.xlsx', '--meanwhile', '3 shuffle Time'], '--meanwhile does not understand'],
    [['a.xlsx', '--meanwhile', '3 constructor Time'], '--meanwhile does not understand'],
    [['a.xlsx', '--meanwhile', '3 insert Time'], '--meanwhile does not understand'],
    [['a.xlsx', '--meanwhile', '3 delete Time!0'], '--meanwhile does not understand'],
    [['a.xlsx', '--meanwhile', '3 type Time!A9:B9=one'], '--meanwhile does not understand'],
    [['a.xlsx', '--meanwhile', '3 type A9=one'], '--meanwhile does not understand'],
    [['a.xlsx', '--meanwhile', '3 rename Time='], '--meanwhile does not understand'],
    [['a.xlsx', '--user', 'boss'], '--user does not understand'],
    [['a.xlsx', '--protect'], '--protect needs a value'],
    [['a.xlsx', '--fail-function', 'BLOCKLEDGER'], '--fail-function does not understand "BLOCKLEDGER"'],
    [['a.xlsx', '--fail-function', '0 BLOCKLEDGER'], '--fail-function does not understand'],
    [['a.xlsx', '--unpublished', 'yes'], 'One workbook at a time'],
  ])('%j is refused', (args, message) => {
    expect(() => readCommandLine(args)).toThrow(message);
  });

  it('takes zone and locale from anywhere, and a first --now as the time of opening', () => {
    const args = [
      'a.xlsx',
      '--locale',
      'de_DE',
      '--now',
      '2026-11-23T07:00',
      '--print',
      'Time',
      '--time-zone',
      'Europe/Paris',
    ];
    expect(readCommandLine(args)).toMatchObject({
      timeZone: 'Europe/Paris',
      locale: 'de_DE',
      now: '2026-11-23T07:00',
      json: false,
    });
    expect(readCommandLine(['a.xlsx', '--print', 'Time', '--now', '2026-11-23T07:00'])).toMatchObject({
      now: null,
      locale: 'en_US',
    });
  });

  it('reads the arguments of a call as JSON', () => {
    expect(parseCall('monthEnd("2026-01")')).toEqual({ name: 'monthEnd', args: ['2026-01'] });
    expect(parseCall('refresh')).toEqual({ name: 'refresh', args: [] });
    expect(parseCall('f(1, [2, "a)"])')).toEqual({ name: 'f', args: [1, [2, 'a)']] });
    expect(parseCall("f('x')")).toBe(null);
  });

  it('aligns tables', () => {
    expect(
      asTable([
        ['Client', 'h'],
        ['A', '12'],
      ]),
    ).toBe('Client  h\nA       12');
  });
});
