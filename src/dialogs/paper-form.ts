import type { Answer } from './ask';
import { buttonNamed, closeOnRequest, element, onClick, part, say, sayFailure, styled } from './page';
import { newAttempt } from './sent-form';

/** A paper as the script shows it; `to` and `problem` of one that can be mailed. */
interface SeenPaper {
  readonly html: string;
  readonly to?: string;
  readonly problem?: string;
}

/** What the script says of a paper that was given out, with a file to save or a page to print. */
interface GivenPaper {
  readonly said: string;
  readonly file?: Parameters<typeof download>[0];
  readonly html?: string;
}

export interface PaperForm<Seen extends SeenPaper> {
  readonly looking: string;
  /** What gives the paper out; it waits until the paper is seen. */
  readonly buttons: readonly string[];
  /** What the foot of the page offers: giving it out, or a question; one at a time, the first of itself. */
  readonly feet?: readonly string[];
  /** Whether it is kept once it was given out, so that the page looks at what is kept now. */
  readonly isKept: boolean;
  /** What is to be chosen first; blank: nothing. */
  missing?(): string;
  look(): Promise<Seen>;
  /** Shows what stands around the paper; `told` is said already. */
  show(seen: Seen, told: string): void;
  /** Takes away what stands around it. */
  clear(): void;
  /** Hears that it was given out. */
  given?(): void;
}

/** A paper that is shown as its reader will see it, and given out only as it was shown. */
export function createPaperForm<Seen extends SeenPaper>(page: PaperForm<Seen>) {
  const { buttons, feet = [] } = page;
  let seen: Seen | undefined;
  let attempt = newAttempt();
  /** Of the newest look: an answer to an older one is no news any more. */
  let looks = 0;

  function enable(isReady: boolean): void {
    for (const id of buttons) buttonNamed(id).disabled = !isReady;
  }

  function showFoot(shown = feet[0]): void {
    for (const foot of feet) part(foot).hidden = foot !== shown;
  }

  function clear(): void {
    showPaper('');
    page.clear();
  }

  /** Asks for the paper as it would be given out; `told` stays said. */
  function look(told = '', isProblem = false): void {
    const own = ++looks;
    seen = undefined;
    enable(false);
    showFoot();
    const missing = page.missing?.();
    if (missing) {
      clear();
      say(missing);
      return;
    }
    say(told || page.looking, isProblem);
    page.look().then(
      found => own === looks && show(found, told, isProblem),
      error => own === looks && refuse(error),
    );
  }

  function show(found: Seen, told: string, isProblem: boolean): void {
    seen = found;
    showPaper(found.html);
    say(told, isProblem);
    enable(true);
    page.show(found, told);
  }

  function refuse(error: Error): void {
    clear();
    sayFailure(error);
  }

  /** Gives it out; nothing else is taken until the script has answered. */
  function give(words: string, asked: Promise<GivenPaper>): void {
    say(words);
    enable(false);
    showFoot();
    asked.then(given, fail);
  }

  function given({ said, file, html }: GivenPaper): void {
    const told = said + (file ? download(file) : '');
    if (html) printPaper(html);
    attempt = newAttempt();
    page.given?.();
    if (page.isKept) {
      look(told);
      part('status').focus();
    } else {
      say(told);
      enable(true);
    }
  }

  /** It may have been kept all the same, so the page looks again; the attempt stays, and no mail goes out twice. */
  function fail(error: Error): void {
    sayFailure(error);
    if (page.isKept) look(part('status').textContent || '', true);
    else enable(true);
  }

  /** Asks in the foot of the page. */
  function question(foot: string, words: string, focus: string): void {
    say(words);
    showFoot(foot);
    part(focus).focus();
  }

  closeOnRequest();
  document.getElementById('form')?.addEventListener('submit', event => event.preventDefault());
  return {
    look,
    give,
    question,
    seen: () => seen,
    attempt: () => attempt,
    /** What was chosen anew is another mail. */
    choose(): void {
      attempt = newAttempt();
      look();
    },
    /** Fills in what can be chosen, and looks. */
    begin(focus: string): void {
      (part('fields') as HTMLFieldSetElement).disabled = false;
      look();
      part(focus).focus();
    },
    /** Goes back from a question without doing it. */
    leave(words: string, focus: string): void {
      question(feet[0] ?? '', words, focus);
    },
    /** The button *mail* asks before a mail leaves, with the address; `send` sends it. */
    mails(what: string, send: (attempt: string) => Promise<GivenPaper>): void {
      onClick('mail', () => {
        if (seen?.problem) say(seen.problem, true);
        else if (seen) {
          const to = `This ${what} goes to ${seen.to}, from your own Gmail, with the PDF attached.`;
          question('sending', `${to} Send it?`, 'send');
        }
      });
      onClick('send', () => give('Sending…', send(attempt)));
      onClick('keep', () => question(feet[0] ?? '', 'Nothing was sent.', 'mail'));
    },
  };
}

/** A file that the script has made. */
type Download = NonNullable<Answer<'savePayment'>['file']>;

/** Shows a page of ours as its reader will see it, in a frame where no script runs. */
function showPaper(html: string): void {
  const frame = part('paper') as HTMLIFrameElement;
  frame.srcdoc = html;
  frame.hidden = html === '';
}

/** Hands a file to the browser; gives what to say of one that could not become a PDF. */
function download({ name, type, base64 }: Download): string {
  const link = element('a');
  link.href = `data:${type};base64,${base64}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  if (type === 'application/pdf') return '';
  return ' It is a web page: open it and print it into a PDF, for nothing here makes one by itself.';
}

/** Prints a page of ours from a frame of its own, which can reach nothing around it; its text is escaped. */
function printPaper(html: string): void {
  document.getElementById('printed')?.remove();
  const frame = styled('iframe', 'printed');
  frame.id = 'printed';
  frame.title = 'What is printed';
  frame.setAttribute('sandbox', 'allow-scripts allow-modals');
  // A frame apart from the page prints only itself, and only it can ask for that.
  frame.srcdoc = html.replace('</body>', '<script>print()</script></body>');
  document.body.append(frame);
}
