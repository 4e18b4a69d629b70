/** The options of `npm run local`: read strictly, so that a slip is told before anything runs. */

import { isZone } from '../engine/zone';
import { readFault, readMeanwhile } from './scene-options';

export const usage = `Usage: npm run local -- BOOK.xlsx [options]

Runs the built add-on on a workbook (a Google Sheet downloaded as .xlsx), without Google.
The options are carried out in the order given:

  --now 2026-11-23T07:00      go to this local time; triggers due on the way run, then onOpen fires again;
                              as the first option it holds before opening
  --mail-quota 100            recipients a day
  --call NAME                 call a function of the add-on; arguments are JSON: --call 'monthEnd("2026-01")'
  --edit "Time!D7=1.5"        type into a cell
  --formula '=BLOCKBALANCE("Acme")'   show what a formula gives in a spare cell
  --print TAB                 show a tab
  --unpublished               from here on the script is not published, and its permission to send mail is missing:
                              triggers do not run at all
  --fail-function "2 BLOCKLEDGER"     the second time from here on that this function runs in a cell, Google fails it
                              with an internal error, which stays until an argument changes
  --outbox DIR                write every mail so far as an .eml file, and what is attached beside it
  --save OUT.xlsx             save the workbook

  --answer '{"dates":"dmy","description":"what was done","clients":{"*":"new"}}'
                              what the next imports are answered: dates dmy, mdy or ymd; invoiced "leave out",
                              "no charge" or "draw"; description "what was done" or "internal note"; clients by
                              "Client there / Project there": a client here, "new" or "leave out"; encoding
  --import-hours LOG.csv      bring in the log of a time tracker; while a question is open nothing is written
  --import-book               bring in clients, sold blocks and hours of the other tabs, all or nothing (it sets up first);
                              answers by tab or by "Tab / Column", or one for all: dates; tabs "clients", "blocks",
                              "hours" or "leave out"; balance "hours", "money paid ahead", "money owed" or
                              "leave out"; columns {"Customers / Status":"Active"}, "not read" for none

  --fault "3 throw"           at data call 3 of the next --call Google fails; "3 kill": the run ends there
  --meanwhile "3 sort Notices"   right before data call 3 of the next --call somebody else does this;
                              also "3 insert Notices!2", "3 delete Blocks!3", "3 rename Time=Time 2026",
                              "3 type Time!A9:D9=2026-11-23|Beta|Kim|3"; may be given several times
  --protect "Settings"        from now on only the owner may edit this tab, or cells such as Settings!B2:B9
  --user technician           who does what follows; owner: the one who opened the workbook
  --table Time                convert the cells of a tab to a table with typed columns
  --chart-tab                 add a chart on a tab of its own, in front of the others

  --time-zone Europe/Paris    zone of the workbook (Etc/UTC)
  --locale de_DE              locale of the workbook (en_US)
  --json                      one JSON object on standard output, nothing else
  --help                      this text

Exit code: 0; 1 where a --call threw; 2 for wrong options or an unreadable workbook.
`;

export class WrongOption extends Error {}

export interface Step {
  readonly option: string;
  readonly argument: string;
}

export interface CommandLine {
  readonly book: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly json: boolean;
  /** The time that holds before opening. */
  readonly now: string | null;
  readonly steps: readonly Step[];
}

const checks: Readonly<Record<string, (argument: string) => boolean>> = {
  '--now': text => /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/.test(text) && !Number.isNaN(Date.parse(text)),
  '--mail-quota': text => /^\d+$/.test(text),
  '--call': text => parseCall(text) !== null,
  '--edit': text => /^.+![^=]+=/s.test(text),
  '--formula': text => text !== '',
  '--print': text => text !== '',
  '--fail-function': text => parseFailure(text) !== null,
  '--outbox': text => text !== '',
  '--save': text => text.endsWith('.xlsx'),
  '--answer': text => parseAnswers(text) !== null,
  '--import-hours': text => text !== '',
  '--fault': text => readFault(text) !== null,
  '--meanwhile': text => readMeanwhile(text) !== null,
  '--protect': text => text !== '',
  '--user': text => /^(owner|technician)$/.test(text),
  '--table': text => text !== '',
  '--time-zone': isZone,
  '--locale': text => /^[a-z]{2,3}_[A-Z]{2}$/.test(text),
};

/** Options that stand alone. */
const flags: ReadonlySet<string> = new Set(['--chart-tab', '--import-book', '--unpublished']);

/** Null where help is asked for. */
export function readCommandLine(args: readonly string[]): CommandLine | null {
  if (args.includes('--help')) return null;
  const books: string[] = [];
  const steps: Step[] = [];
  let json = false;
  for (let index = 0; index < args.length; index += 1) {
    const option = args[index] ?? '';
    const check = checks[option];
    if (option === '--json') json = true;
    else if (!option.startsWith('--')) books.push(option);
    else if (flags.has(option)) steps.push({ option, argument: '' });
    else if (!check) throw new WrongOption(`Unknown option ${option}. Try --help.`);
    else {
      index += 1;
      const argument = args[index];
      if (argument === undefined) throw new WrongOption(`${option} needs a value. Try --help.`);
      if (!check(argument))
        throw new WrongOption(`${option} does not understand ${JSON.stringify(argument)}. Try --help.`);
      steps.push({ option, argument });
    }
  }
  const [book] = books;
  if (book === undefined) throw new WrongOption('Name a workbook: npm run local -- BOOK.xlsx. Try --help.');
  if (books.length > 1) throw new WrongOption(`One workbook at a time, found ${books.join(' and ')}.`);
  const setting = (name: string) => steps.findLast(({ option }) => option === name)?.argument;
  const doing = steps.filter(({ option }) => option !== '--time-zone' && option !== '--locale');
  return {
    book,
    timeZone: setting('--time-zone') ?? 'Etc/UTC',
    locale: setting('--locale') ?? 'en_US',
    json,
    now: doing[0]?.option === '--now' ? doing[0].argument : null,
    steps: doing,
  };
}

/** `NAME` or `NAME("2026-01", 3)`; null where it is neither. */
export function parseCall(text: string): { name: string; args: unknown[] } | null {
  const [, name, inside = ''] = /^\s*([A-Za-z_$][\w$.]*)\s*(?:\(([\s\S]*)\))?\s*$/.exec(text) ?? [];
  try {
    return name === undefined ? null : { name, args: JSON.parse(`[${inside}]`) };
  } catch {
    return null;
  }
}

/** An object of JSON; null where it is none. */
export function parseAnswers(text: string): Record<string, unknown> | null {
  try {
    const answers: unknown = JSON.parse(text);
    const isObject = typeof answers === 'object' && answers !== null && !Array.isArray(answers);
    return isObject ? (answers as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/** `2 BLOCKLEDGER`: which time, and which function; null where it is neither. */
export function parseFailure(text: string): { n: number; name: string } | null {
  const [, n, name] = /^\s*([1-9]\d{0,8})\s+([A-Za-z]\w*)\s*$/.exec(text) ?? [];
  return n === undefined || name === undefined ? null : { n: Number(n), name: name.toUpperCase() };
}

/** Columns side by side, padded; the widest cells are cut. */
export function asTable(rows: readonly (readonly string[])[]): string {
  const cut = rows.map(row => row.map(cell => cell.replace(/\s+/g, ' ').slice(0, 60)));
  // What stands alone in its row, as a stamp does, makes no column wider.
  const shared = cut.filter(row => row.filter(Boolean).length > 1);
  const widths = (cut[0] ?? []).map((_, column) =>
    Math.max(0, ...shared.map(row => row[column]?.length ?? 0)),
  );
  return cut
    .map(row =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
