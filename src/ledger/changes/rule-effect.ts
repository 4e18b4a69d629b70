import { type BookedClient, bookedClients } from '../books/client-money';
import type { Ledger } from '../model/ledger';
import { overageChoices, roundPerChoices } from '../model/settings';
import type { FieldProblem } from '../reading/typed-fields';
import { minus, plus } from '../units/amounts';
import { noTime, type Seconds } from '../units/seconds';
import { type ClientEffect, type Effect, effectsBetween } from './effect';

/** A rule that *Change a rule* can change: a row of Settings, which a client may have in its own column, or of Work types. */
export interface Rule {
  /** As it is called in the sheet: the setting and column, or the column of Work types. */
  readonly name: string;
  readonly tab: 'Settings' | 'Work types';
  /** Whether Clients has a column of it. */
  readonly ofClient: boolean;
  /** The words that it may have; a number where there are none. */
  readonly choices: readonly string[];
}

const setting = (name: string, ofClient: boolean, choices: readonly string[] = []): Rule => ({
  name,
  tab: 'Settings',
  ofClient,
  choices,
});

/** All that decide what work is charged, in which order it counts, or what it is worth in the books. */
export const rules: readonly Rule[] = [
  setting('Round up to (min)', true),
  setting('Minimum (min)', true),
  setting('Round per', true, roundPerChoices),
  setting('Overage', true, overageChoices),
  setting('Normal rate', true),
  setting('Tax (%)', true),
  setting('Unpaid blocks', false, ['use', 'wait']),
  setting('Expired hours', false, ['keep', 'breakage']),
  { name: 'Multiplier', tab: 'Work types', ofClient: false, choices: [] },
  { name: 'Billable', tab: 'Work types', ofClient: false, choices: ['yes', 'no'] },
];

export function ruleNamed(name: string): Rule | undefined {
  return rules.find(rule => rule.name === name);
}

/** What a person types into *Change a rule*: `whose` is a client or a work type; blank: all clients. */
export const ruleFields = ['rule', 'whose', 'value'] as const;
export type RuleField = (typeof ruleFields)[number];
export type RuleProblem = FieldProblem<RuleField>;

/** What *Change a rule* opens with; `values` are those that stand in the sheet, by rule and by whose it is. */
export interface RuleForm {
  readonly rules: readonly Rule[];
  readonly clients: readonly string[];
  readonly workTypes: readonly string[];
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type ClientsInBooks = ReadonlyMap<string, BookedClient>;

/** What another rule would do to everything that is in the ledger, as of today. */
export interface RuleEffect {
  /** Entries that would be charged differently. */
  readonly entries: number;
  /** By how much more all entries would be charged. */
  readonly charged: Seconds;
  /** All clients together; currencies stay apart. */
  readonly total: readonly Effect[];
  /** Those for whom a figure moves, the most hours first. */
  readonly clients: readonly ClientEffect[];
}

/** What the page hears: what is to be mended, what the rule would do, or what it did. */
export type RuleAnswer =
  | { readonly problems: readonly RuleProblem[] }
  | { readonly moved: RuleEffect }
  | { readonly done: RuleEffect };

/** Settles the ledger under both rules, and tells every figure that is not the same. */
export function ruleEffect(before: Ledger, after: Ledger): RuleEffect {
  const was = bookedClients(before, before.clients.keys());
  const is = bookedClients(after, after.clients.keys());
  const moved = effectsBetween(was, is)
    .map(({ client, figures }) => ({ client, figures: figures.filter(isMoved) }))
    .filter(({ figures }) => figures.length > 0)
    .sort((a, b) => hoursMoved(b) - hoursMoved(a));
  return { ...chargesMoved(was, is), total: totalOf(moved), clients: moved };
}

function isMoved({ before, after }: Effect): boolean {
  return before !== after;
}

function hoursMoved({ figures }: ClientEffect): number {
  const hours = figures.filter(({ currency }) => currency === null);
  return hours.reduce((sum, { before, after }) => sum + Math.abs(after - before), 0);
}

/** The sum of what moves for each client, so what stays for all is not in it. */
function totalOf(clients: readonly ClientEffect[]): Effect[] {
  const sums = new Map<string, Effect>();
  for (const { what, currency, before, after } of clients.flatMap(({ figures }) => figures)) {
    const key = `${what} ${currency}`;
    const sum = sums.get(key) || { what, currency, before: 0, after: 0 };
    sums.set(key, { ...sum, before: sum.before + before, after: sum.after + after });
  }
  return [...sums.values()];
}

/** An entry keeps its place, whatever it is charged. */
function chargesMoved(
  before: ClientsInBooks,
  after: ClientsInBooks,
): Pick<RuleEffect, 'entries' | 'charged'> {
  const [was, is] = [chargesOf(before), chargesOf(after)];
  let entries = 0;
  let charged = noTime;
  for (const [place, now] of is) {
    const then = was.get(place) ?? now;
    if (then !== now) entries++;
    charged = plus(charged, minus(now, then));
  }
  return { entries, charged };
}

function chargesOf(booked: ClientsInBooks): Map<string, Seconds> {
  const charges = new Map<string, Seconds>();
  for (const { settled } of booked.values())
    for (const { entry, charged } of settled.entries)
      charges.set(`${entry.archived ?? 'Time'} ${entry.row}`, charged);
  return charges;
}
