/** Everything that outlives one run: the workbook, its clock, the stores, the triggers, the mails, what was shown. */

import type { KeptResults } from '../engine/result-memo';
import type { SpreadsheetEngine } from '../engine/spreadsheet';
import type { Bundle } from './bundle';
import { type Clock, createClock, type KeptClock } from './clock';
import { Faults } from './faults';
import type { Mail, MailQuota } from './mail-app';
import { Meanwhile } from './meanwhile';
import type { StoredTrigger } from './schedule';
import type { TriggerTime } from './trigger-time';
import type { Dialog, MenuNode, Message, Question } from './ui';

export interface LogLine {
  readonly level: string;
  readonly text: string;
  /** The run that wrote it. */
  readonly run: string;
}

export interface CacheEntry {
  readonly value: string;
  readonly until: number;
}

export interface World {
  /** Of the workbook, as Google's address bar has it. */
  id: string;
  /** As it is called in Drive. */
  readonly name: string;
  readonly engine: SpreadsheetEngine;
  readonly bundle: Bundle;
  readonly clock: Clock;
  /** May edit everything, always. */
  owner: string;
  /** Whom the workbook is shared with to edit. */
  readonly editors: string[];
  /** Who sits in front of it: triggers, rights and the mail quota belong to them. */
  user: string;
  /** Whether the person still allows the add-on what it asks for. */
  isAllowed: boolean;
  /** Scopes that they have unticked when they were asked, such as `script.send_mail`. */
  readonly declined: Set<string>;
  /** Scopes that runs have asked for since; whoever plays the person may allow them. */
  readonly askedFor: (readonly string[])[];
  /** Triggers of a script that is not published do not run at all while a permission is missing. */
  published: boolean;
  /** Whether the person is signed in with several accounts, which `google.script.run` does not bear. */
  hasSeveralAccounts: boolean;
  /** Of the document, as nearly everything here. */
  readonly properties: Map<string, string>;
  /** By the person whose they are. */
  readonly userProperties: Map<string, Map<string, string>>;
  readonly caches: Map<string, CacheEntry>;
  /** Whether a run holds the lock; a test may say that another one does. */
  locked: boolean;
  readonly outbox: Mail[];
  readonly mailQuota: { limit: number; readonly used: Map<string, MailQuota> };
  readonly triggers: StoredTrigger[];
  readonly triggerTime: { limit: number; readonly used: Map<string, TriggerTime> };
  menu: MenuNode[];
  readonly dialogs: Dialog[];
  readonly messages: Message[];
  /** Buttons that the next alerts answer with, in order, instead of their default. */
  readonly answers: string[];
  /** Shows a question to a person, where there is one; otherwise its default button answers. */
  ask: ((question: Question) => Promise<string>) | null;
  /** For a question that comes too late to begin the run anew with the answer. */
  confirm: (question: Question) => string;
  /** Makes a PDF of a page, where something on this machine can. */
  printPdf: ((html: string) => Uint8Array | null) | null;
  readonly log: LogLine[];
  readonly faults: Faults;
  readonly meanwhile: Meanwhile;
  /** How often it was copied. */
  copies: number;
  millisecondsPerDataCall: number;
  /** Functions in cells that one edit may start; Google takes about 30 at once of a user, and refuses the others. */
  executionsAtOnce: number;
  active: { tab: number; row: number; column: number };
  /** Set by whatever may need formulas worked out anew. */
  changed: boolean;
}

export interface WorldOptions {
  readonly engine: SpreadsheetEngine;
  readonly bundle: Bundle;
  readonly now?: number | undefined;
  readonly mailQuota?: number | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Who opens it, and whose it is. */
  readonly user?: string | undefined;
}

export const technician = 'technician@example.com';

export function createWorld({ engine, bundle, now, ...given }: WorldOptions): World {
  const {
    id = 'local-workbook',
    name = 'Local workbook',
    user = 'office@example.com',
    mailQuota = 100,
  } = given;
  return {
    id,
    name,
    engine,
    bundle,
    clock: createClock(now),
    owner: user,
    editors: [technician],
    user,
    isAllowed: true,
    declined: new Set(),
    askedFor: [],
    published: true,
    hasSeveralAccounts: false,
    properties: new Map(),
    userProperties: new Map(),
    caches: new Map(),
    locked: false,
    outbox: [],
    mailQuota: { limit: mailQuota, used: new Map() },
    triggers: [],
    triggerTime: { limit: 90 * 60_000, used: new Map() },
    menu: [],
    dialogs: [],
    messages: [],
    answers: [],
    ask: null,
    confirm: ({ buttons }) => buttons[0] ?? 'OK',
    printPdf: null,
    log: [],
    faults: new Faults(),
    meanwhile: new Meanwhile(),
    copies: 0,
    millisecondsPerDataCall: 100,
    executionsAtOnce: 30,
    active: { tab: 0, row: 1, column: 1 },
    changed: false,
  };
}

/** What is left of a world when its page is closed; plain values. Caches go: Google may forget them at any time too. */
export interface KeptWorld {
  readonly clock: KeptClock;
  readonly properties: readonly (readonly [string, string])[];
  /** Absent in what an earlier version kept. */
  readonly userProperties?: readonly (readonly [string, readonly (readonly [string, string])[]])[];
  readonly outbox: readonly Mail[];
  readonly triggers: readonly StoredTrigger[];
  readonly quotaUsed: readonly (readonly [string, MailQuota])[];
  /** Absent in what an earlier version kept. */
  readonly triggerTime?: readonly (readonly [string, TriggerTime])[];
  /** Of functions in cells; absent in what an earlier version kept. */
  readonly results?: KeptResults;
}

export function keepWorld({
  engine,
  clock,
  properties,
  userProperties,
  outbox,
  triggers,
  triggerTime,
  mailQuota,
}: World): KeptWorld {
  return {
    clock: clock.kept,
    properties: [...properties],
    userProperties: [...userProperties].map(([user, own]) => [user, [...own]]),
    outbox: [...outbox],
    triggers: triggers.map(trigger => ({ ...trigger })),
    quotaUsed: [...mailQuota.used],
    triggerTime: [...triggerTime.used],
    results: engine.results.kept,
  };
}

export function restoreWorld(world: World, kept: KeptWorld): void {
  world.clock.restore(kept.clock);
  for (const [key, value] of kept.properties) world.properties.set(key, value);
  for (const [user, own] of kept.userProperties ?? []) world.userProperties.set(user, new Map(own));
  world.outbox.push(...kept.outbox);
  world.triggers.push(...kept.triggers);
  for (const [user, used] of kept.quotaUsed) world.mailQuota.used.set(user, used);
  for (const [user, used] of kept.triggerTime ?? []) world.triggerTime.used.set(user, used);
  world.engine.results.restore(kept.results ?? []);
}
