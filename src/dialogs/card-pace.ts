const second = 1000;
const minute = 60 * second;

/** How long the card waits before it asks again, after so many milliseconds without a change; nothing: it stops. */
export function pauseAfter(quiet: number): number | undefined {
  if (quiet >= 15 * minute) return undefined;
  return quiet >= minute ? 10 * second : 3 * second;
}

export interface Following {
  /** Asks; `done` hears whether anything has changed. */
  look(done: (hasChanged: boolean) => void): void;
  /** Whether nobody sees the page. */
  isHidden(): boolean;
  /** Hears that the card has stopped asking, or goes on. */
  stopped(isStopped: boolean): void;
}

/** Asks again and again: one question at a time, none while nobody looks or somebody types, and not for ever. */
export function createFollower({ look, isHidden, stopped }: Following) {
  let isWaiting = false;
  let isHeld = false;
  /** Somebody wants to know while an answer is still on its way. */
  let isUrgent = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changedAt = Date.now();

  function askNow(): void {
    clearTimeout(timer);
    if (isHeld || isHidden()) return;
    isUrgent = isWaiting;
    if (isWaiting) return;
    isWaiting = true;
    look(hasChanged => {
      isWaiting = false;
      if (hasChanged) changedAt = Date.now();
      if (isUrgent) askNow();
      else plan();
    });
  }

  function plan(): void {
    clearTimeout(timer);
    if (isHeld || isHidden()) return;
    const pause = pauseAfter(Date.now() - changedAt);
    if (pause === undefined) stopped(true);
    else timer = setTimeout(askNow, pause);
  }

  return {
    /** Somebody is at work on the card: asks at once, and for another quarter of an hour. */
    wake(): void {
      changedAt = Date.now();
      stopped(false);
      askNow();
    },
    /** The page is seen again, or no more. */
    seen(): void {
      if (pauseAfter(Date.now() - changedAt) === undefined) plan();
      else askNow();
    },
    hold(isOn: boolean): void {
      isHeld = isOn;
      clearTimeout(timer);
    },
  };
}
