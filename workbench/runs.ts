/** The runs of the add-on in a workbook: how they begin, what is kept of them, and what becomes of their errors. */

import type { AuthMode, Execution } from './services/execution';
import { notFound, type Outcome, type Run, runFunction } from './services/run';
import type { World } from './services/world';

export abstract class Runs {
  readonly outbox: World['outbox'];
  readonly log: World['log'];
  readonly engine: World['engine'];
  readonly triggers: World['triggers'];
  readonly dialogs: World['dialogs'];
  readonly messages: World['messages'];
  readonly faults: World['faults'];
  readonly meanwhile: World['meanwhile'];
  /** The latest runs, those of functions in cells too. */
  readonly executions: Execution[] = [];

  constructor(readonly world: World) {
    ({
      outbox: this.outbox,
      log: this.log,
      engine: this.engine,
      triggers: this.triggers,
      dialogs: this.dialogs,
      messages: this.messages,
      faults: this.faults,
      meanwhile: this.meanwhile,
    } = world);
  }

  get menu() {
    return this.world.menu;
  }

  keep(record: Execution): void {
    this.executions.push(record);
    if (this.executions.length > 10_000) this.executions.splice(0, 5000);
  }

  /** Until nothing is left to be done of what a run or a person began. */
  abstract settle(): Promise<void>;

  protected run(run: Run): Outcome {
    const said = [this.log, this.messages, this.dialogs].map(list => ({ list, before: list.length }));
    const outcome = runFunction(this.world, run);
    // One that begins anew says everything again.
    if (outcome.question) for (const { list, before } of said) list.length = before;
    else this.keep(outcome.record);
    return outcome;
  }

  /** Runs a function to its end; one that has to ask begins anew with every answer there is by then. */
  protected async answered(run: Run): Promise<Outcome> {
    const { ask, answers } = this.world;
    const given: string[] = [];
    let outcome = this.run(run);
    while (outcome.question && ask) {
      given.push(await ask(outcome.question));
      answers.splice(0, answers.length, ...given);
      outcome = this.run(run);
    }
    await this.settle();
    return outcome;
  }

  /** A simple trigger: a bundle need not have it, and what it throws is only logged. */
  protected async fire(name: string, mode: AuthMode, args: Run['args']): Promise<void> {
    this.ran(name, mode, args);
    await this.settle();
  }

  protected ran(name: string, mode: AuthMode, args: Run['args']): void {
    const outcome = this.run({ function: name, mode, hasUi: true, args });
    if (outcome.error?.message !== notFound(name)) this.logged(outcome);
  }

  protected logged({ error, record }: Outcome): void {
    if (!error) return;
    this.log.push({ level: 'error', text: error.message, run: record.options.name });
  }
}
