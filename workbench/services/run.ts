/** Runs one function of the bundle: fresh variables, the services put into it, the bundle loaded, the call made. */

import { createRealm } from '#realm';
import { ActiveRun, type AuthMode, type Execution } from './execution';
import { expose, isService } from './expose';
import { HtmlServiceService } from './html-service';
import { LockServiceService } from './lock-service';
import { MailAppService } from './mail-app';
import { ScriptAppService } from './script-app';
import { SpreadsheetAppService } from './spreadsheet-app';
import { CacheServiceService, PropertiesServiceService } from './stores';
import type { Question } from './ui';
import { UtilitiesService } from './utilities';
import type { World } from './world';

/** What a function of the bundle threw, or what Google threw at it. */
class ScriptError extends Error {
  constructor(
    message: string,
    /** Of the bundle's own code. */
    readonly scriptStack: string,
  ) {
    super(message);
    this.name = 'ScriptError';
  }
}

export interface Run {
  readonly function: string;
  readonly mode: AuthMode;
  readonly hasUi: boolean;
  /** Built when the services exist: an event holds some. */
  readonly args: (run: ActiveRun) => readonly unknown[];
}

export interface Outcome {
  readonly record: Execution;
  /** A value of the run's own context. */
  readonly result?: unknown;
  readonly error?: ScriptError;
  /** The run ended to ask this, and is to be begun anew with the answer. */
  readonly question?: Question;
}

const classes = {
  SpreadsheetApp: SpreadsheetAppService,
  PropertiesService: PropertiesServiceService,
  CacheService: CacheServiceService,
  LockService: LockServiceService,
  MailApp: MailAppService,
  ScriptApp: ScriptAppService,
  Utilities: UtilitiesService,
  HtmlService: HtmlServiceService,
};

const minute = 60_000;

/** Milliseconds that a run may take. */
export function limitOf(mode: AuthMode): number {
  return mode === 'FULL' ? 6 * minute : minute / 2;
}

/** Functions in cells and simple triggers get 30 seconds, everything else 6 minutes. */
export function runFunction(world: World, { function: name, mode, hasUi, args }: Run): Outcome {
  const write = (level: string, text: string) => world.log.push({ level, text, run: name });
  const realm = createRealm(world.clock.now, write, isService);
  const limit = limitOf(mode);
  const { script, functions, webApp } = world.bundle;
  // Nobody sits at the sheet when somebody else opens a web app.
  const isWebApp = !functions.has(name) && webApp?.functions.has(name) === true;
  const options = { name, mode, hasUi: hasUi && !isWebApp, limit };
  const execution = new ActiveRun(world, realm, options);
  const locks = new LockServiceService(execution);
  for (const [service, Class] of Object.entries(classes)) {
    realm.global[service] = expose(
      execution,
      service,
      service === 'LockService' ? locks : new Class(execution),
    );
  }
  try {
    realm.run(isWebApp ? webApp.script : script);
    execution.loading = false;
    const implementation = functionNamed(execution, name);
    if (!implementation) throw new Error(notFound(name));
    const result = implementation(...args(execution).map(realm.enter));
    execution.checkTime();
    // A bundle that caught the stop goes on for nothing: what it returns is lost with the run.
    if (execution.stopped) throw execution.stopped;
    return { record: execution.recordOf(null), result };
  } catch (thrown) {
    const error = scriptError(execution.stopped ?? thrown);
    const question = execution.stopped?.question;
    return { record: execution.recordOf(error.message), error, ...(question && { question }) };
  } finally {
    locks.releaseAll();
    realm.end();
    // Functions in cells run beside each other and beside people: nobody's clock waits for them.
    if (mode === 'CUSTOM_FUNCTION') world.clock.advance(-execution.simulated);
  }
}

export function notFound(name: string): string {
  return `Script function not found: ${name}`;
}

/** A global function of the bundle; one ending in `_` is private. */
function functionNamed({ realm }: ActiveRun, name: string) {
  if (!/^[A-Za-z$_][\w$.]*$/.test(name) || name.endsWith('_')) return undefined;
  return realm.find(name);
}

function scriptError(error: unknown): ScriptError {
  const { message, stack } = (error ?? {}) as { message?: unknown; stack?: unknown };
  return new ScriptError(String(message ?? error), String(stack ?? ''));
}
