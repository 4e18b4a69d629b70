import { isWork, readWork } from '../ledger/card/read-work';
import type { TimePreview, TypedTime } from '../ledger/card/time-form';
import { ask } from './ask';
import { showEffect } from './log-words';
import { sayFailure } from './page';

/** A moment without typing before the script is asked. */
const pause = 500;

/** Shows what the typed work comes to, a moment after each change; one question at a time. */
export function createPreview(typed: () => TypedTime) {
  let waits: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  /** Whether what is shown stays, though an answer may still be on its way. */
  let isStopped = true;

  function look(): void {
    const asked = typed();
    if (isAsking || isStopped || !isWork(readWork(asked))) return;
    isAsking = true;
    const answered = (answer?: TimePreview) => {
      isAsking = false;
      const isCurrent = JSON.stringify(typed()) === JSON.stringify(asked);
      if (!isCurrent) look();
      else if (!isStopped) showEffect(answer && 'effect' in answer ? answer.effect : undefined);
    };
    const failed = (error: Error) => {
      answered();
      sayFailure(error);
    };
    ask('previewTime', asked).then(answered, failed);
  }

  return {
    changed(): void {
      isStopped = false;
      if (!isWork(readWork(typed()))) showEffect();
      clearTimeout(waits);
      waits = setTimeout(look, pause);
    },
    stop(): void {
      isStopped = true;
      clearTimeout(waits);
    },
  };
}
