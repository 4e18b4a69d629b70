import { buttonNamed, closeOnRequest, onClick, openWith, part, say, sayFailure } from './page';

/** One name for one piece of work, so that sending it again after a lost answer does not do it twice. */
export function newAttempt(): string {
  return `${Date.now()} ${Math.random()}`;
}

/** A form that is sent once: while the script works it takes nothing, and what was changed is another piece of work. */
export function createSentForm(submit: () => void) {
  const fields = part('fields') as HTMLFieldSetElement;
  const form = fields.form as HTMLFormElement;
  const button = buttonNamed('write');
  let attempt = newAttempt();

  function enable(isReady: boolean): void {
    fields.disabled = !isReady;
    button.disabled = !isReady;
  }

  function showDone(isDone: boolean): void {
    for (const id of ['fields', 'asking']) part(id).hidden = isDone;
    part('done').hidden = !isDone;
  }

  function fail(error: Error): void {
    enable(true);
    sayFailure(error);
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!fields.disabled) submit();
  });

  return {
    button,
    enable,
    fail,
    isWaiting: () => fields.disabled,
    attempt: () => attempt,
    changed(): void {
      attempt = newAttempt();
    },
    /** Takes nothing until the script has answered. */
    wait<Answer>(words: string, asked: Promise<Answer>, answered: (answer: Answer) => void): void {
      say(words);
      enable(false);
      asked.then(answered, fail);
    },
    /** Begins with what the script knows, and again once it is done; a form without that stays closed. */
    open<Opened>(read: () => Promise<Opened>, begin: (opened: Opened) => void): void {
      const start = () => {
        enable(false);
        openWith(read(), opened => {
          say('');
          form.reset();
          showDone(false);
          enable(true);
          begin(opened);
        });
      };
      onClick('again', start);
      closeOnRequest();
      start();
    },
    /** Says what was not taken, and goes on where it is to be mended. */
    refuse(words: string, goOn: () => void): void {
      enable(true);
      say(words, true);
      goOn();
    },
    /** Says what was written, in place of the form. */
    tell(words: string): void {
      say(words);
      showDone(true);
      // Not on a button: an impatient second Enter would press it.
      part('status').focus();
    },
  };
}
