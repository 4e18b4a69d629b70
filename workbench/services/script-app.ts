/** `ScriptApp`: clock triggers under the rules for an add-on (one for each user and document, at most hourly). */

import { randomUUID } from 'node:crypto';
import type { ActiveRun } from './execution';
import { type Emulates, enumeration, expose, own } from './expose';
import { firstDue, type Schedule } from './schedule';

type Google = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type ClockBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;

export interface StoredTrigger {
  readonly id: string;
  readonly handler: string;
  readonly schedule: Schedule;
  /** Whoever created it: it runs as them, and only they see it. */
  readonly user: string;
  due: number;
}

export class ScriptAppService implements Emulates<Google, ScriptAppService> {
  readonly AuthMode: Google['AuthMode'];
  readonly AuthorizationStatus: Google['AuthorizationStatus'];
  readonly EventType: Google['EventType'];
  readonly TriggerSource: Google['TriggerSource'];

  constructor(private readonly run: ActiveRun) {
    this.AuthMode = enumeration(run, 'AuthMode', 'NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL');
    this.AuthorizationStatus = enumeration(run, 'AuthorizationStatus', 'REQUIRED', 'NOT_REQUIRED');
    this.EventType = enumeration(
      run,
      'EventType',
      'CLOCK',
      'ON_OPEN',
      'ON_EDIT',
      'ON_CHANGE',
      'ON_FORM_SUBMIT',
    );
    this.TriggerSource = enumeration(
      run,
      'TriggerSource',
      'SPREADSHEETS',
      'CLOCK',
      'FORMS',
      'DOCUMENTS',
      'CALENDAR',
    );
  }

  newTrigger = (handler: string): GoogleAppsScript.Script.TriggerBuilder =>
    expose(this.run, 'TriggerBuilder', {
      timeBased: () =>
        expose<ClockBuilder>(
          this.run,
          'ClockTriggerBuilder',
          new ClockTriggerBuilderService(this.run, handler),
        ),
    });

  getUserTriggers = (_document: unknown) => this.triggers();
  /** Over all documents at Google; here there is only one. */
  getProjectTriggers = () => this.triggers();

  deleteTrigger(trigger: Trigger): void {
    const { triggers } = this.run.world;
    const index = triggers.findIndex(each => each.id === own<TriggerService>(trigger).getUniqueId());
    if (index < 0) throw new Error('The trigger no longer exists.');
    triggers.splice(index, 1);
  }

  /** Everything in the manifest has been granted here, nothing else can be. */
  getAuthorizationInfo(_mode: unknown, scopes: string[] = []): GoogleAppsScript.Script.AuthorizationInfo {
    const status = this.missing(scopes).length > 0 ? 'REQUIRED' : 'NOT_REQUIRED';
    return expose(this.run, 'AuthorizationInfo', {
      getAuthorizationStatus: () => status,
      getAuthorizationUrl: () => (status === 'REQUIRED' ? 'https://script.google.com/authorize' : null),
    });
  }

  requireAllScopes(_mode: unknown): void {}

  requireScopes(_mode: unknown, scopes: string[]): void {
    const [missing] = this.missing(scopes);
    if (missing)
      throw new Error(`Authorization is required to perform that action. Required permissions: ${missing}`);
  }

  private missing(scopes: readonly string[]): string[] {
    const held = this.run.world.bundle.scopes;
    return Array.from(scopes).filter(
      scope => !held.includes(scope.replace('https://www.googleapis.com/auth/', '')),
    );
  }

  private triggers(): Trigger[] {
    const { triggers, user } = this.run.world;
    const mine = triggers.filter(trigger => trigger.user === user);
    return mine.map(trigger => expose(this.run, 'Trigger', new TriggerService(trigger)));
  }
}

class TriggerService implements Emulates<Trigger, TriggerService> {
  constructor(private readonly trigger: StoredTrigger) {}
  getHandlerFunction = () => this.trigger.handler;
  getUniqueId = () => this.trigger.id;
  getEventType = () => 'CLOCK' as unknown as GoogleAppsScript.Script.EventType;
  getTriggerSource = () => 'CLOCK' as unknown as GoogleAppsScript.Script.TriggerSource;
  getTriggerSourceId = () => null as unknown as string;
}

class ClockTriggerBuilderService implements Emulates<ClockBuilder, ClockTriggerBuilderService> {
  private schedule: Schedule;

  constructor(
    private readonly run: ActiveRun,
    private readonly handler: string,
  ) {
    this.schedule = { every: 0, unit: 'hours', zone: run.world.bundle.timeZone };
  }

  everyMinutes(_minutes: number): ClockBuilder {
    // Google refuses it for add-ons; the exact words are not known.
    throw new Error('Add-on triggers cannot run more often than once per hour.');
  }
  everyHours = (every: number) => this.with({ every, unit: 'hours' });
  everyDays = (every: number) => this.with({ every, unit: 'days' });
  atHour = (hour: number) => this.with({ hour });
  inTimezone = (zone: string) => this.with({ zone });

  create(): Trigger {
    const { triggers, user, clock } = this.run.world;
    if (!(this.schedule.every >= 1)) throw new Error('The trigger needs a recurrence.');
    if (triggers.some(trigger => trigger.user === user)) {
      throw new Error(
        'This add-on has created too many time-based triggers in this document for this Google user account.',
      );
    }
    const due = firstDue(this.schedule, clock.now());
    const trigger = { id: randomUUID(), handler: this.handler, schedule: this.schedule, user, due };
    triggers.push(trigger);
    return expose(this.run, 'Trigger', new TriggerService(trigger));
  }

  private with(change: Partial<Schedule>): ClockBuilder {
    this.schedule = { ...this.schedule, ...change };
    return this as unknown as ClockBuilder;
  }
}
