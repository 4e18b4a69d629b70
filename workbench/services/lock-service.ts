/** `LockService`: held until it is released or the run ends; runs do not overlap here, but a test may hold one. */

import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';

type Lock = GoogleAppsScript.Lock.Lock;

export class LockServiceService implements Emulates<GoogleAppsScript.Lock.LockService, LockServiceService> {
  private readonly lock: DocumentLock;

  constructor(private readonly run: ActiveRun) {
    this.lock = new DocumentLock(run);
  }

  getDocumentLock = (): Lock => expose(this.run, 'Lock', this.lock);
  /** Google does this when the run ends, however it ends. */
  releaseAll = () => this.lock.releaseLock();
}

class DocumentLock implements Emulates<Lock, DocumentLock> {
  private held = false;

  constructor(private readonly run: ActiveRun) {}

  tryLock(milliseconds: number): boolean {
    if (this.held) return true;
    const { world } = this.run;
    if (world.locked) {
      this.run.pass(milliseconds);
      this.run.checkTime();
      return false;
    }
    world.locked = this.held = true;
    return true;
  }

  releaseLock(): void {
    if (this.held) this.run.world.locked = this.held = false;
  }
}
