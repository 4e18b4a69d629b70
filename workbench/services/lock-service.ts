/** `LockService`: held until it is released or the run ends; runs do not overlap here, but a test may hold one. */

import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';

type Lock = GoogleAppsScript.Lock.Lock;

export class LockServiceService implements Emulates<GoogleAppsScript.Lock.LockService, LockServiceService> {
  /** The locks that this run holds. */
  readonly held = new Set<string>();

  constructor(private readonly run: ActiveRun) {}

  getDocumentLock = () => this.named('document');
  getScriptLock = () => this.named('script');
  getUserLock = () => this.named(`user:${this.run.world.user}`);

  /** Google does this when the run ends, however it ends. */
  releaseAll(): void {
    for (const name of this.held) this.run.world.locks.delete(name);
    this.held.clear();
  }

  private named(name: string): Lock {
    return expose(this.run, 'Lock', new LockOf(this.run, this.held, name));
  }
}

class LockOf implements Emulates<Lock, LockOf> {
  constructor(
    private readonly run: ActiveRun,
    private readonly held: Set<string>,
    private readonly name: string,
  ) {}

  hasLock = () => this.held.has(this.name);

  tryLock(milliseconds: number): boolean {
    if (this.hasLock()) return true;
    const { locks, clock } = this.run.world;
    if (locks.has(this.name)) {
      clock.advance(milliseconds);
      this.run.checkTime();
      return false;
    }
    locks.add(this.name);
    this.held.add(this.name);
    return true;
  }

  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds)) {
      throw new Error('Lock timeout: another process was holding the lock for too long.');
    }
  }

  releaseLock(): void {
    if (this.held.delete(this.name)) this.run.world.locks.delete(this.name);
  }
}
