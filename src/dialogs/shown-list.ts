import { buttonNamed, say, sayFailure } from './page';

/** A page that only shows: it looks when it opens, and again at its button; what cannot be read is cleared. */
export function showAgain<Found>(
  looking: string,
  look: () => Promise<Found>,
  show: (found: Found) => void,
  clear: () => void = () => {},
): void {
  const again = buttonNamed('again');
  function start(): void {
    say(looking);
    again.disabled = true;
    look().then(
      found => {
        again.disabled = false;
        show(found);
      },
      error => {
        again.disabled = false;
        clear();
        sayFailure(error);
      },
    );
  }
  again.addEventListener('click', start);
  start();
}
