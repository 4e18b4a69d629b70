/** The built add-on on a workbook, headless, as the options say. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOfLocal, serialOfInstant } from './engine/zone';
import { type ImportAnswers, importBook, importHours } from './local-import';
import { createScene, type Scene } from './local-scene';
import { printPdf } from './node/print-pdf';
import { readBundle } from './node/read-bundle';
import { openXlsx, xlsxOf } from './node/xlsx-files';
import { openWorkbook, type Workbook } from './runtime';
import {
  asTable,
  type CommandLine,
  parseAnswers,
  parseCall,
  parseFailure,
  readCommandLine,
  type Step,
  usage,
  WrongOption,
} from './services/command-line';
import { composeEml } from './services/eml';
import { UnknownPlace } from './services/places';

type Done = Record<string, unknown>;

/** Where what is told goes, and from where the add-on comes. */
export interface Surroundings {
  /** Of the built add-on. */
  readonly folder: string;
  out(text: string): void;
  err(text: string): void;
}

/** Gives the exit code. */
export async function runLocal(args: readonly string[], { folder, out, err }: Surroundings): Promise<number> {
  try {
    const command = readCommandLine(args);
    if (command) return await carryOutAll(command, { folder, out, err });
    out(usage);
    return 0;
  } catch (error) {
    const isWrong = error instanceof WrongOption;
    err(isWrong ? `${error.message}\n` : `${(error as Error)?.stack ?? error}\n`);
    return isWrong ? 2 : 1;
  }
}

async function carryOutAll(command: CommandLine, { folder, out, err }: Surroundings): Promise<number> {
  const workbook = await open(command, folder);
  const scene = createScene(workbook, err);
  const told = teller(workbook, err);
  told();
  const steps: Done[] = [];
  let code = 0;
  for (const [index, step] of command.steps.entries()) {
    const done: Done = { ...step };
    steps.push(done);
    if (index === 0 && command.now) continue;
    try {
      if (!scene.set(step)) await carryOut(workbook, scene, step, done);
    } catch (error) {
      if (error instanceof UnknownPlace)
        throw new WrongOption(`${step.option} ${step.argument}: ${error.message}`);
      if (step.option !== '--call' && !step.option.startsWith('--import-')) throw error;
      done.error = messageOf(error);
      err(`${step.argument}: ${done.error}\n`);
      code = 1;
    }
    told();
    if (!command.json) out(readable(workbook, step, done));
  }
  const issues = await issuesOf(workbook).catch(error => {
    err(`listIssues: ${messageOf(error)}\n`);
    code = 1;
    return [];
  });
  told();
  if (command.json) {
    const mails = workbook.outbox.map(({ to, cc, subject, text, html, attachments }) => {
      const names = attachments.map(({ name }) => name);
      const mail = { to: to.join(', '), cc: cc.join(', '), subject, text, html };
      return names.length > 0 ? { ...mail, attachments: names } : mail;
    });
    out(`${JSON.stringify({ steps, mails, issues })}\n`);
  } else {
    out(closing(workbook, issues));
  }
  workbook.engine.dispose();
  return code;
}

async function issuesOf(workbook: Workbook): Promise<readonly Record<string, unknown>[]> {
  const issues = await workbook.call('listIssues');
  return Array.isArray(issues) ? issues : [];
}

async function open({ book, timeZone, locale, now }: CommandLine, folder: string): Promise<Workbook> {
  let clock = () => (now === null ? Date.now() : instantOfLocal(now, timeZone));
  const engine = await openXlsx(book, {
    timeZone,
    locale,
    now: () => serialOfInstant(clock(), timeZone),
  }).catch((error: unknown) => {
    throw new WrongOption(`Cannot read ${book}: ${messageOf(error)}`);
  });
  const workbook = await openWorkbook({
    engine,
    bundle: readBundle(folder),
    ...(now === null ? {} : { now }),
  });
  clock = workbook.world.clock.now;
  workbook.world.printPdf = printPdf;
  return workbook;
}

async function carryOut(
  workbook: Workbook,
  scene: Scene,
  { option, argument }: Step,
  done: Done,
): Promise<void> {
  switch (option) {
    case '--now':
      await workbook.advanceTo(argument);
      return workbook.open();
    case '--mail-quota':
      workbook.world.mailQuota.limit = Number(argument);
      return workbook.world.mailQuota.used.clear();
    case '--call': {
      const { name, args } = parseCall(argument) ?? { name: '', args: [] };
      try {
        const value = await scene.during(() => workbook.call(name, ...args));
        if (value !== undefined) done.value = value;
      } finally {
        done.calls = dataCalls(workbook);
      }
      return;
    }
    case '--edit': {
      const cut = argument.indexOf('=', argument.lastIndexOf('!', argument.indexOf('=')));
      return workbook.edit(argument.slice(0, cut), argument.slice(cut + 1));
    }
    case '--formula':
      done.value = await workbook.formula(argument);
      return;
    case '--print':
      done.values = workbook.print(argument);
      return;
    case '--unpublished':
      workbook.world.published = false;
      return void workbook.world.declined.add('script.send_mail');
    case '--fail-function':
      return failFunction(workbook, argument);
    case '--outbox':
      return writeOutbox(workbook, argument);
    case '--answer':
      scene.answers = parseAnswers(argument) ?? {};
      return;
    case '--import-hours':
      Object.assign(
        done,
        await scene.during(() => importHours(workbook, argument, scene.answers as ImportAnswers)),
      );
      return;
    case '--import-book':
      Object.assign(done, await scene.during(() => importBook(workbook, scene.answers)));
      return;
    case '--save':
      writeFileSync(argument, await xlsxOf(workbook.engine));
  }
}

/** Of the call just made: what follows it are runs of `onEdit` and of cells. */
function dataCalls({ executions }: Workbook): number {
  return executions.findLast(({ options }) => options.mode === 'FULL')?.count('data') ?? 0;
}

function failFunction({ world }: Workbook, argument: string): void {
  const { n, name } = parseFailure(argument) ?? { n: 0, name: '' };
  if (!world.bundle.customFunctions.some(each => each.toUpperCase() === name))
    throw new UnknownPlace(`There is no function ${name} for cells.`);
  world.faults.failFunction(name, n);
}

function writeOutbox({ outbox }: Workbook, directory: string): void {
  mkdirSync(directory, { recursive: true });
  for (const [index, mail] of outbox.entries()) {
    const name = `${String(index + 1).padStart(3, '0')}-${(mail.to[0] ?? 'nobody').replace(/[^\w.@-]/g, '_')}`;
    writeFileSync(join(directory, `${name}.eml`), composeEml(mail));
    for (const { name: file, bytes } of mail.attachments)
      writeFileSync(join(directory, `${name}-${file.replace(/[^\w.@ -]/g, '_')}`), bytes);
  }
}

/** Passes on to standard error what came up since the last time: alerts, and runs that failed unseen. */
function teller({ messages, log }: Workbook, err: Surroundings['err']): () => void {
  let [shown, logged] = [0, 0];
  return () => {
    for (const { title, text, answer } of messages.slice(shown)) {
      err(`${[title, text].filter(Boolean).join(': ')}${answer ? ` [${answer}]` : ''}\n`);
    }
    for (const { level, text, run } of log.slice(logged)) {
      if (level === 'error' || level === 'warn') err(`${run}: ${text}\n`);
    }
    [shown, logged] = [messages.length, log.length];
  };
}

function readable(workbook: Workbook, { option, argument }: Step, done: Done): string {
  const title = `${option} ${argument}`.trim();
  if (option === '--print') return `${title}\n${asTable(workbook.shown(argument))}\n\n`;
  if ('lines' in done)
    return `${title}\n${JSON.stringify({ ...done, option: undefined, argument: undefined })}\n\n`;
  if (!('value' in done)) return `${title}\n`;
  const { value } = done;
  if (Array.isArray(value) && value.every(Array.isArray))
    return `${title}\n${asTable(value.map(row => row.map(cell)))}\n\n`;
  return `${title}\n${cell(value)}\n\n`;
}

function cell(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

function closing({ outbox }: Workbook, issues: readonly Record<string, unknown>[]): string {
  const mails = outbox.map(({ to, subject }) => `Mail to ${to.join(', ')}: ${subject}\n`);
  const found = issues.map(({ tab, row, message }) => `${tab}, row ${row}: ${message}\n`);
  return [...mails, ...found].join('');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
