type Lock = Pick<GoogleAppsScript.Lock.Lock, 'tryLock' | 'releaseLock'>;

const longestWait = 20_000;
/** A reader never waits long: reading without the lock costs time, not truth. */
const readerWait = 5_000;

const busy = 'Block Ledger is at work in this workbook. Try again in a minute.';

/** Whether a run found another at work: nothing has failed, it is only later. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && error.message === busy;
}

/** Runs `work` while no other run of the add-on is at work in this workbook. */
export function whileLocked<Result>(lock: Lock, flush: () => void, work: () => Result): Result {
  if (!lock.tryLock(longestWait)) throw new Error(busy);
  try {
    return work();
  } finally {
    // What was written must stand before the next run reads.
    try {
      flush();
    } finally {
      lock.releaseLock();
    }
  }
}

/** Takes the lock; true where another run had it, so that its result may be there by now. */
export function waitedForOther(lock: Pick<Lock, 'tryLock'>): boolean {
  if (lock.tryLock(1)) return false;
  lock.tryLock(readerWait);
  return true;
}
