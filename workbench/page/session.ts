/** The add-on at work in a workbook of this page: whatever happens goes through one queue, and listeners hear of it. */

import type { Workbook } from '../runtime';

export class Session {
  /** How much is waiting or running. */
  busy = 0;
  private last: Promise<unknown> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(
    readonly workbook: Workbook,
    /** Of the file, such as `sample.xlsx`. */
    readonly name: string,
    /** Somebody has done something in it. */
    public isWorkedIn = false,
  ) {}

  /** Called after everything that may have changed what there is to see; gives a way to stop listening. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  /** One after the other, as Google runs them; what `work` throws is thrown. */
  run<Result>(work: () => Promise<Result>): Promise<Result> {
    this.busy++;
    this.isWorkedIn = true;
    const result = this.last.then(work).finally(() => {
      this.busy--;
      this.changed();
    });
    this.last = result.catch(() => undefined);
    this.changed();
    return result;
  }

  /** Chooses a menu item. */
  call(functionName: string): Promise<unknown> {
    return this.run(() => this.workbook.call(functionName));
  }

  /** `google.script.run` of a dialog; while it runs, nothing else does. */
  callFromDialog(functionName: string, args: readonly unknown[]): Promise<unknown> {
    return this.run(() => this.workbook.callFromDialog(functionName, ...args));
  }

  /** Moves the clock to a local time of the workbook such as `2026-11-24T07:00`, and reopens the workbook there. */
  advanceTo(local: string): Promise<void> {
    return this.run(async () => {
      await this.workbook.advanceTo(local);
      await this.workbook.open();
    });
  }

  runTrigger(id: string): Promise<void> {
    return this.run(() => this.workbook.runTriggerNow(id));
  }
}
