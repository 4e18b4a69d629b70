import { showWords } from './effects';
import { say, sayFailure } from './page';
import { createSentForm } from './sent-form';

/** What the script says of what was typed: what is to be mended, what it would do now, or what it did. */
type SeenAnswer<Seen, Problem> =
  | { readonly problems: readonly Problem[] }
  | { readonly moved: Seen }
  | { readonly done: Seen };

export interface SeenPage<Typed, Seen, Problem> {
  readonly looking: string;
  readonly refused: string;
  readonly moved: string;
  /** What to say of what was written. */
  told(done: Seen): string;
  typed(): Typed;
  /** Whether enough is typed to ask. */
  isComplete(): boolean;
  look(typed: Typed): Promise<SeenAnswer<Seen, Problem>>;
  write(typed: Typed, seen: string, attempt: string): Promise<SeenAnswer<Seen, Problem>>;
  /** Shows what it would do; nothing while that is not known. */
  show(seen?: Seen): void;
  /** Whether it would do anything; where this is left out, it always does. */
  does?(seen: Seen): boolean;
  /** Hears that somebody wants to write what stands there. */
  sending?(): void;
  showProblems(problems: readonly Problem[]): void;
  focusFirst(problems: readonly Problem[]): void;
}

/** A moment without typing before the script is asked. */
const pause = 500;

/** A form whose effect is shown while somebody types, and written only as it was shown. */
export function createSeenForm<Typed, Seen, Problem>(page: SeenPage<Typed, Seen, Problem>) {
  const form = createSentForm(submit);
  const { button } = form;
  /** The effect on the page, and for what it was worked out; both must be of the same typing to be written. */
  let shown: { readonly seen: Seen; readonly of: string } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = () => JSON.stringify(page.typed());
  const does = (seen: Seen) => page.does?.(seen) ?? true;

  /** What was changed is another piece of work, whose effect is not known yet. */
  function changed(): void {
    form.changed();
    shown = undefined;
    // Not disabled: pressed before the effect is there, it asks for it.
    button.disabled = false;
    page.showProblems([]);
    page.show();
    clearTimeout(timer);
    if (page.isComplete()) timer = setTimeout(look, pause);
  }

  function look(): void {
    clearTimeout(timer);
    const of = now();
    page.show();
    showWords([page.looking]);
    page.look(page.typed()).then(answer => looked(answer, of), failLooking);
  }

  function failLooking(error: Error): void {
    page.show();
    sayFailure(error);
  }

  /** An answer for what was typed before is not shown. */
  function looked(answer: SeenAnswer<Seen, Problem>, of: string): void {
    if (of !== now()) return;
    if ('problems' in answer) {
      page.show();
      page.showProblems(answer.problems);
      return;
    }
    const seen = 'moved' in answer ? answer.moved : answer.done;
    shown = { seen, of };
    page.showProblems([]);
    page.show(seen);
    button.disabled = !does(seen);
  }

  function submit(): void {
    page.sending?.();
    const of = now();
    // What was not seen is not written: a first Enter shows the effect, a second writes it.
    if (shown?.of !== of) look();
    else if (does(shown.seen))
      form.wait('Writing…', page.write(page.typed(), JSON.stringify(shown.seen), form.attempt()), answer =>
        answered(answer, of),
      );
  }

  function answered(answer: SeenAnswer<Seen, Problem>, of: string): void {
    if ('done' in answer) {
      form.tell(page.told(answer.done));
      return;
    }
    form.enable(true);
    looked(answer, of);
    if ('problems' in answer) form.refuse(page.refused, () => page.focusFirst(answer.problems));
    else say(page.moved, true);
  }

  return { open: form.open, changed };
}
