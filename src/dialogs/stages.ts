import { part } from './page';

/**
 * A form with the button that sends it: while the script works, neither takes anything.
 *
 * `asking` are the parts that make room for the part `done` once the work is done.
 */
export function createStages(send: string, asking: readonly string[] = []) {
  const fieldset = part('fields') as HTMLFieldSetElement;
  const button = part(send) as HTMLButtonElement;

  function enable(isReady: boolean): void {
    fieldset.disabled = !isReady;
    button.disabled = !isReady;
  }

  function showDone(isDone: boolean): void {
    for (const name of asking) part(name).hidden = isDone;
    part('done').hidden = !isDone;
  }

  return { button, enable, showDone, isWaiting: () => fieldset.disabled };
}
