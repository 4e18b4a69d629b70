/** Work done one after the other, of which only so much may wait: Google keeps two events of `onEdit`, and drops the rest. */

export interface ShortQueue {
  /** Done when the work is; at once where it is dropped. */
  next(work: () => Promise<void>): Promise<void>;
}

export function createShortQueue(mostWaiting: number): ShortQueue {
  let unfinished = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    async next(work) {
      if (unfinished > mostWaiting) return;
      unfinished += 1;
      const done = last.then(work).finally(() => {
        unfinished -= 1;
      });
      last = done.catch(() => undefined);
      await done;
    },
  };
}
