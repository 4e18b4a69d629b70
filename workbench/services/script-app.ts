/** `ScriptApp`: clock triggers under the rules for an add-on (one for each user and document, at most hourly). */

import type { ActiveRun } from './execution';
import { type Emulates, enumeration, expose, own } from './expose';
import { missingScopes } from './permissions';
import { nextDue, type StoredTrigger } from './schedule';

type Google = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type ClockBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;

/** Where Google asks a person for consent. */
const consentPage = 'https://script.google.com/macros/d/local-workbook/authorize';

export class ScriptAppService implements Emulates<Google, ScriptAppService> {
  readonly AuthMode: Google['AuthMode'];
  readonly AuthorizationStatus: Google['AuthorizationStatus'];

  constructor(private readonly run: ActiveRun) {
    this.AuthMode = enumeration(run, 'AuthMode', 'FULL');
    this.AuthorizationStatus = enumeration(run, 'AuthorizationStatus', 'REQUIRED', 'NOT_REQUIRED');
  }

  getAuthorizationInfo(_mode: unknown, scopes?: string[]): GoogleAppsScript.Script.AuthorizationInfo {
    const { world } = this.run;
    const missing = missingScopes(world, scopes);
    return expose(this.run, 'AuthorizationInfo', {
      getAuthorizationStatus: () => (missing.length > 0 ? 'REQUIRED' : 'NOT_REQUIRED'),
      getAuthorizationUrl: () => (missing.length > 0 ? consentPage : null),
      getAuthorizedScopes: () => world.bundle.scopes.filter(scope => !missingScopes(world).includes(scope)),
    });
  }

  requireAllScopes = (mode: unknown) => this.requireScopes(mode, [...this.run.world.bundle.scopes]);

  requireScopes(_mode: unknown, scopes: string[]): void {
    const missing = missingScopes(this.run.world, scopes);
    if (missing.length > 0) throw this.run.stopForConsent(missing);
  }

  newTrigger = (handler: string): GoogleAppsScript.Script.TriggerBuilder =>
    expose(this.run, 'TriggerBuilder', {
      timeBased: () =>
        expose(this.run, 'ClockTriggerBuilder', new ClockTriggerBuilderService(this.run, handler)),
    });

  getUserTriggers(_document: unknown): Trigger[] {
    const { triggers, user } = this.run.world;
    const mine = triggers.filter(trigger => trigger.user === user);
    return mine.map(trigger => expose(this.run, 'Trigger', new TriggerService(trigger)));
  }

  deleteTrigger(trigger: Trigger): void {
    const { triggers } = this.run.world;
    const index = triggers.indexOf(own<TriggerService>(trigger).stored);
    if (index < 0) throw new Error('The trigger no longer exists.');
    triggers.splice(index, 1);
  }
}

class TriggerService implements Emulates<Trigger, TriggerService> {
  constructor(readonly stored: StoredTrigger) {}
  getHandlerFunction = () => this.stored.handler;
  getUniqueId = () => this.stored.id;
}

class ClockTriggerBuilderService implements Emulates<ClockBuilder, ClockTriggerBuilderService> {
  private hours = 0;

  constructor(
    private readonly run: ActiveRun,
    private readonly handler: string,
  ) {}

  everyMinutes(_minutes: number): ClockBuilder {
    // Google refuses it for add-ons; the exact words are not known.
    throw new Error('Add-on triggers cannot run more often than once per hour.');
  }

  everyHours(hours: number): ClockBuilder {
    this.hours = hours;
    return this as unknown as ClockBuilder;
  }

  create(): Trigger {
    const { triggers, user, clock } = this.run.world;
    if (!(this.hours >= 1)) throw new Error('The trigger needs a recurrence.');
    if (triggers.some(trigger => trigger.user === user)) {
      throw new Error(
        'This add-on has created too many time-based triggers in this document for this Google user account.',
      );
    }
    const every = { everyHours: this.hours };
    const due = nextDue(every, clock.now());
    const trigger = {
      id: `trigger-${clock.now()}-${triggers.length + 1}`,
      handler: this.handler,
      ...every,
      user,
      due,
    };
    triggers.push(trigger);
    return expose(this.run, 'Trigger', new TriggerService(trigger));
  }
}
