import { isWork, readWork } from '../ledger/card/read-work';
import {
  type LoggedTime,
  type TimeAnswer,
  type TimeEffect,
  type TimeForm,
  type TimePreview,
  type TimeProblem,
  timeFields,
} from '../ledger/card/time-form';
import type { TimerView } from '../ledger/card/timer';
import { clockText } from '../ledger/units/seconds';
import { createFields } from './fields';
import { element, part, say, sayFailure } from './page';

export interface LogListener {
  opened(isOpen: boolean): void;
  timerChanged(view: TimerView | null): void;
}

/** A moment without typing before the script is asked. */
const pause = 500;

/** *Log time* in the card: hours typed or timed, what they come to, and one row of Time. */
export function createLogForm({ opened, timerChanged }: LogListener) {
  const { field, focusFirst, preparePlaces, showProblems, typed } = createFields(timeFields);
  const fieldset = part('fields') as HTMLFieldSetElement;
  const write = part('write') as HTMLButtonElement;
  let timer: TimerView | null = null;
  /** The run of the timer that stands in the field of hours; blank where they were typed. */
  let timed = '';
  /** The hours that the person has been asked about. */
  let sure = '';
  /** One name for one piece of work, so that sending it again after a lost answer does not write it twice. */
  let attempt = '';
  let waits: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;

  function open(client: string, from?: TimerView): void {
    (part('log') as HTMLFormElement).reset();
    showProblems([]);
    showEffect();
    part('log').hidden = false;
    opened(true);
    enable(false);
    say('Reading the workbook…');
    google.script.run
      .withSuccessHandler((form: TimeForm) => begin(form, from))
      .withFailureHandler(fail)
      .timeForm(client);
  }

  function begin({ client, today, workTypes, who, contact, timer: own }: TimeForm, from?: TimerView): void {
    say('');
    enable(true);
    field('client').value = client;
    field('date').value = today;
    field('who').value = who;
    offer(
      'workTypes',
      workTypes.map(({ name, rule }) => [name, rule]),
    );
    offer('contacts', contact === '' ? [] : [[contact, '']]);
    timerChanged(own);
    if (from) fillIn(from);
    changed();
    field(from ? 'what' : 'hours').focus();
  }

  function offer(list: string, words: readonly (readonly [string, string])[]): void {
    const options = words.map(([word, label]) => {
      const option = element('option');
      option.value = word;
      if (label) option.label = `${word} (${label})`;
      return option;
    });
    part(list).replaceChildren(...options);
  }

  /** The hours of the timer, and the day on which it was started. */
  function fillIn({ client, elapsed, startedAt, day, started }: TimerView): void {
    timed = String(startedAt);
    field('client').value = client;
    field('hours').value = clockText(elapsed);
    field('date').value = day;
    say(`Started ${started}: the row gets that day.`);
  }

  /** What was changed is another piece of work. */
  function changed(): void {
    attempt = `${Date.now()} ${Math.random()}`;
    sure = '';
    write.textContent = 'Log time';
    clearTimeout(waits);
    waits = setTimeout(preview, pause);
  }

  function preview(): void {
    const now = typed();
    if (isAsking || part('log').hidden) return;
    if (!isWork(readWork(now))) {
      showEffect();
      return;
    }
    isAsking = true;
    const answered = (answer?: TimePreview) => {
      isAsking = false;
      const isCurrent = JSON.stringify(typed()) === JSON.stringify(now);
      if (isCurrent) showEffect(answer && 'effect' in answer ? answer.effect : undefined);
      else preview();
    };
    const failed = (error: Error) => {
      answered();
      sayFailure(error);
    };
    google.script.run.withSuccessHandler(answered).withFailureHandler(failed).previewTime(now);
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (fieldset.disabled) return;
    const work = readWork(typed());
    if (!isWork(work)) {
      refuse(work);
      return;
    }
    enable(false);
    say('Writing the row…');
    google.script.run
      .withSuccessHandler(answered)
      .withFailureHandler(fail)
      .logTime({ ...typed(), sure, timer: timed }, attempt);
  }

  function answered(answer: TimeAnswer): void {
    enable(true);
    if ('problems' in answer) {
      refuse(answer.problems);
      return;
    }
    if ('question' in answer) {
      sure = field('hours').value;
      write.textContent = `Log ${sure}`;
      say(answer.question, true);
      write.focus();
      return;
    }
    if (timed !== '') timerChanged(null);
    close();
    say(loggedText(answer.logged));
    part('status').focus();
  }

  function refuse(found: readonly TimeProblem[]): void {
    say('Not logged yet: see the fields marked below.', true);
    showProblems(found);
    focusFirst(found);
  }

  function fail(error: Error): void {
    enable(true);
    sayFailure(error);
  }

  function close(): void {
    clearTimeout(waits);
    timed = '';
    part('log').hidden = true;
    opened(false);
  }

  function enable(isReady: boolean): void {
    fieldset.disabled = !isReady;
    write.disabled = !isReady;
  }

  preparePlaces();
  for (const name of timeFields)
    field(name).addEventListener('input', () => {
      if (name === 'hours') timed = '';
      showProblems([]);
      changed();
    });
  part('start').addEventListener('click', () => {
    if (timer) {
      say(`A timer runs for ${timer.client} already. Log or discard its time first.`, true);
      return;
    }
    google.script.run
      .withSuccessHandler((view: TimerView | null) => {
        timerChanged(view);
        close();
        say('The timer runs. It goes on when this is closed.');
        part('status').focus();
      })
      .withFailureHandler(fail)
      .startTimer(field('client').value);
  });
  part('log').addEventListener('submit', submit);
  part('cancel').addEventListener('click', () => {
    close();
    part('openLog').focus();
  });
  return {
    open,
    timerIs(view: TimerView | null): void {
      timer = view;
    },
  };
}

function showEffect(effect?: TimeEffect): void {
  const lines = effect ? [effectText(effect), ...[effect.news, ...effect.warnings].filter(Boolean)] : [];
  const news = effect?.news;
  part('effect').replaceChildren(
    ...lines.filter(Boolean).map((text, index) => {
      const line = element('p', text);
      if (index > 0) line.className = text === news ? 'problem' : 'aside';
      return line;
    }),
  );
}

function effectText({ charged, left }: TimeEffect): string {
  return left ? `Charged ${charged}; ${left} left after it.` : '';
}

function loggedText({ client, hours, date, place, left, news, warnings }: LoggedTime): string {
  const rest = news || (left ? `${left} left.` : '');
  return [`Logged ${hours} for ${client} on ${date}, row ${place.row} of Time.`, rest, ...warnings].join(' ');
}
