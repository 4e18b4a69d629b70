/** The built add-on in a workbook on this machine: opened, edited, called and moved through time. */

import { useZone } from '#realm';
import type { Area, SpreadsheetEngine, TabEngine } from './engine/spreadsheet';
import { instantOfLocal, zoneNamed } from './engine/zone';
import { Runs } from './runs';
import type { Bundle } from './services/bundle';
import { displayValues, plainValues } from './services/cells';
import { customFunctions } from './services/custom-functions';
import { carried, severalAccounts } from './services/dialog-call';
import type { ActiveRun, AuthMode } from './services/execution';
import { own } from './services/expose';
import { protectedFrom } from './services/guards';
import { HtmlOutputService } from './services/html-service';
import { cellsAt, makeRoom, tabNamed, UnknownPlace } from './services/places';
import { rangeOf } from './services/range';
import { leave } from './services/realm';
import { clockEvent, nextDue, type StoredTrigger } from './services/schedule';
import { createShortQueue } from './services/short-queue';
import { spreadsheetOf } from './services/spreadsheet';
import { refusedTrigger, spendTriggerTime } from './services/trigger-time';
import { type Edited, eventValue, typeInto } from './services/typing';
import { createWorld, type KeptWorld, restoreWorld, type World } from './services/world';

export interface OpenOptions {
  readonly engine: SpreadsheetEngine;
  readonly bundle: Bundle;
  /** Local time of the workbook, such as `2026-11-23T07:00`; without it the machine's clock is followed. */
  readonly now?: string;
  /** Recipients a day. */
  readonly mailQuota?: number;
  /** Of the spreadsheet. */
  readonly id?: string;
  /** As it is called in Drive. */
  readonly name?: string;
  /** Whose it is, and who opens it. */
  readonly user?: string;
  /** `NONE` is what an add-on gets that is installed but not enabled in this file. */
  readonly openMode?: AuthMode;
  /** What an earlier session left. */
  readonly kept?: KeptWorld | undefined;
}

/** Loads the add-on into the workbook, works its formulas out and fires `onOpen`. */
export async function openWorkbook(options: OpenOptions): Promise<Workbook> {
  const { engine, bundle, mailQuota, id, name, user, now, openMode = 'LIMITED' } = options;
  const start = now === undefined ? undefined : instantOfLocal(now, engine.timeZone);
  useZone(bundle.timeZone);
  const world = createWorld({ engine, bundle, mailQuota, id, name, user, now: start });
  if (options.kept) restoreWorld(world, options.kept);
  const workbook = new Workbook(world);
  engine.registerFunctions(customFunctions(workbook.world, record => workbook.keep(record)));
  // Opening starts no function in Sheets, which keeps their results with the file: only here they are due at once.
  const { executionsAtOnce } = world;
  world.executionsAtOnce = Number.POSITIVE_INFINITY;
  await engine.settle();
  world.executionsAtOnce = executionsAtOnce;
  await workbook.open(openMode);
  return workbook;
}

export class Workbook extends Runs {
  private readonly edits = createShortQueue(2);

  async open(mode: AuthMode = 'LIMITED'): Promise<void> {
    const event = (run: ActiveRun) => [
      mode === 'NONE'
        ? { authMode: mode }
        : { authMode: mode, source: spreadsheetOf(run), user: person(this.world) },
    ];
    await this.fire('onOpen', mode, event);
  }

  /** Calls a function as a menu item does; what it throws is thrown. */
  async call(name: string, ...args: unknown[]): Promise<unknown> {
    const outcome = await this.answered({ function: name, mode: 'FULL', hasUi: true, args: () => args });
    if (outcome.error) throw outcome.error;
    const page = own<unknown>(outcome.result);
    return page instanceof HtmlOutputService ? page.html : leave(outcome.result);
  }

  /** Calls a function as `google.script.run` does: only plain values cross, in both directions. */
  async callFromDialog(name: string, ...args: unknown[]): Promise<unknown> {
    // The script never hears of such a call.
    if (this.world.hasSeveralAccounts) throw new Error(severalAccounts);
    const sent = args.map((arg, index) => carried(arg, `argument ${index + 1}`));
    const outcome = await this.answered({ function: name, mode: 'FULL', hasUi: true, args: () => sent });
    if (outcome.error) throw outcome.error;
    return outcome.result === undefined ? null : carried(outcome.result, 'the result');
  }

  /** Types into `Time!D7` as a person does, or pastes rows of texts from there on; `onEdit` fires. */
  async edit(reference: string, typed: string | readonly (readonly string[])[]): Promise<void> {
    const { tab, area: at } = cellsAt(this.engine, reference);
    const refused = protectedFrom(this.world, tab, [at]);
    if (refused) throw new UnknownPlace(refused);
    const [rows, columns] =
      typeof typed === 'string' ? [at.rows, at.columns] : [typed.length, typed[0]?.length ?? 1];
    makeRoom(tab, { ...at, rows, columns });
    const edit = typeInto(this.engine, Number(this.now().slice(0, 4)), tab, at, typed);
    this.world.active = { tab: tab.id, row: edit.area.row, column: edit.area.column };
    await this.told(tab, edit);
  }

  /**
   * After a person changed cells: `onEdit` fires, and the formulas follow. Edits that do not wait for each other are fast
   * ones: of their events two wait, and what comes after them is dropped.
   */
  async edited(tab: TabEngine, area: Area): Promise<void> {
    await this.told(tab, { area, value: eventValue(this.engine, tab, area), oldValue: undefined });
  }

  private async told(tab: TabEngine, { area, value, oldValue }: Edited): Promise<void> {
    await this.edits.next(async () =>
      this.ran('onEdit', 'LIMITED', run => [
        {
          authMode: 'LIMITED',
          range: rangeOf(run, tab, area),
          source: spreadsheetOf(run),
          user: person(this.world),
          ...(value === undefined ? {} : { value }),
          ...(oldValue === undefined ? {} : { oldValue }),
        },
      ]),
    );
    // What was typed meanwhile waits in the same queue, so it comes when this one has left it.
    await this.settle();
    await this.engine.settle();
  }

  /** What a formula typed into a spare cell shows: a value, or the rows that it spills. */
  async formula(text: string): Promise<unknown> {
    const before = this.world.active;
    const tab = this.engine.insertTab(freeName(this.engine, 'Spare'));
    try {
      await this.edit(`${tab.name}!A1`, text);
      const values = plainValues(tab, area(1, 1, Math.max(1, tab.lastRow()), Math.max(1, tab.lastColumn())));
      return values.length === 1 && values[0]?.length === 1 ? values[0][0] : values;
    } finally {
      this.engine.deleteTab(tab.name);
      this.world.active = before;
      await this.engine.settle();
    }
  }

  /** From A1 to the last used cell: raw numbers, dates as `YYYY-MM-DD`, durations as hours, blanks `''`. */
  print(name: string): unknown[][] {
    return this.used(name, plainValues);
  }

  /** As a person sees the cells. */
  shown(name: string): string[][] {
    return this.used(name, (tab, cells) => displayValues(this.engine, tab, cells));
  }

  /** Moves the clock to a local time of the workbook and runs every trigger due on the way; back runs none. */
  async advanceTo(local: string): Promise<void> {
    const { clock, triggers } = this.world;
    const target = instantOfLocal(local, this.engine.timeZone);
    if (target < clock.now()) {
      clock.set(target);
      for (const trigger of triggers) trigger.due = nextDue(trigger, target);
      return;
    }
    for (;;) {
      const [next] = triggers.filter(({ due }) => due <= target).sort((a, b) => a.due - b.due);
      if (!next) break;
      clock.set(Math.max(next.due, clock.now()));
      next.due = nextDue(next, next.due);
      await this.runTrigger(next);
    }
    clock.set(Math.max(target, clock.now()));
  }

  /** Runs a trigger as if it were due, which changes nothing about when it is. */
  async runTriggerNow(id: string): Promise<void> {
    const trigger = this.triggers.find(each => each.id === id);
    if (trigger) await this.runTrigger(trigger);
  }

  /** As the one who created it; what it throws is logged. */
  private async runTrigger({ id, handler, user: creator }: StoredTrigger): Promise<void> {
    const { clock, user } = this.world;
    const refused = refusedTrigger(this.world, creator);
    if (refused) return void this.log.push({ level: 'error', text: refused, run: handler });
    this.world.user = creator;
    const event = clockEvent(clock.now(), id);
    const outcome = this.run({ function: handler, mode: 'FULL', hasUi: false, args: () => [event] });
    spendTriggerTime(this.world, creator, outcome.record);
    this.logged(outcome);
    this.world.user = user;
    await this.settle();
  }

  /** The local time of the workbook. */
  now(): string {
    return new Date(zoneNamed(this.engine.timeZone).wallOf(this.world.clock.now()))
      .toISOString()
      .slice(0, 19);
  }

  async settle(): Promise<void> {
    for (const { tab, ...edit } of this.meanwhile.take()) await this.told(tab, edit);
    if (!this.world.changed) return;
    this.world.changed = false;
    await this.engine.settle();
  }

  private used<T>(name: string, read: (tab: TabEngine, cells: Area) => T[][]): T[][] {
    const tab = tabNamed(this.engine, name);
    const [rows, columns] = [tab.lastRow(), tab.lastColumn()];
    return rows === 0 || columns === 0 ? [] : read(tab, area(1, 1, rows, columns));
  }
}

function person({ user }: World) {
  return { email: user, nickname: user.split('@')[0] ?? '' };
}

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}

function freeName(engine: SpreadsheetEngine, name: string): string {
  return engine.tabs().some(tab => tab.name === name) ? freeName(engine, `${name}_`) : name;
}
