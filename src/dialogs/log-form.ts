import { isWork, readWork } from '../ledger/card/read-work';
import {
  type TimeAnswer,
  type TimeForm,
  type TimePreview,
  type TimeProblem,
  type TypedTime,
  timeFields,
} from '../ledger/card/time-form';
import type { TimerView } from '../ledger/card/timer';
import { foldName } from '../ledger/units/names';
import { clockText, hoursText } from '../ledger/units/seconds';
import { ask } from './ask';
import { createFields } from './fields';
import { askBelow, loggedText, showEffect } from './log-words';
import { offer, onClick, part, say, sayFailure } from './page';
import { createSentForm } from './sent-form';

/** A moment without typing before the script is asked. */
const pause = 500;

/** Shows what the typed work comes to, a moment after each change; one question at a time. */
function createPreview(typed: () => TypedTime) {
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

export interface LogListener {
  opened(isOpen: boolean): void;
  timerChanged(view: TimerView | null): void;
}

const { field, mend, showProblems, typed } = createFields(timeFields);

/** *Log time* in the card: hours typed or timed, what they come to, and one row of Time. */
export function createLogForm({ opened, timerChanged }: LogListener) {
  const place = part('log') as HTMLFormElement;
  const form = createSentForm(submit);
  const preview = createPreview(typed);
  /** For whom something was typed that is not written yet; it stands there again when the form is opened again. */
  let draftFor = '';
  /** The run of the timer that filled the form in, even where its hours were put right by hand: it is done with them. */
  let timed = '';
  /** The hours that the person has been asked about. */
  let sure = '';

  function open(client: string, from?: TimerView): void {
    if (from && !place.hidden) {
      fillIn(from);
      return;
    }
    const isDraft = draftFor !== '' && foldName(draftFor) === foldName(client);
    if (!isDraft) place.reset();
    showProblems([]);
    showEffect();
    place.hidden = false;
    opened(true);
    form.wait('Reading the workbook…', ask('timeForm', client), given => {
      say('');
      form.enable(true);
      if (!isDraft) fill(given);
      offerWords(given);
      if (from) fillIn(from);
      changed();
      field(from ? 'what' : 'hours').focus();
    });
  }

  function fill({ client, today, who }: TimeForm): void {
    draftFor = '';
    timed = '';
    field('client').value = client;
    field('date').value = today;
    field('who').value = who;
  }

  function offerWords({ workTypes, contact, timer }: TimeForm): void {
    const ruled = workTypes.map(({ name, rule }) => [name, rule && `${name} (${rule})`] as const);
    offer('workTypes', ruled);
    offer('contacts', contact === '' ? [] : [contact]);
    timerChanged(timer);
  }

  /** The hours of the timer, and the day on which it was started. */
  function fillIn({ client, elapsed, startedAt, day, started }: TimerView): void {
    timed = String(startedAt);
    field('hours').value = clockText(elapsed);
    field('date').value = day;
    const written = field('client').value;
    const isOther = foldName(written) !== foldName(client);
    const whose = isOther ? ` It was started for ${client}, and the row is for ${written}.` : '';
    say(`Started ${started}: the row gets that day.${whose}`);
    changed();
  }

  function changed(): void {
    form.changed();
    sure = '';
    form.button.textContent = 'Log time';
    preview.changed();
  }

  function submit(): void {
    const work = readWork(typed());
    if (!isWork(work)) {
      refuse(work);
      return;
    }
    preview.stop();
    const asked = ask('logTime', { ...typed(), sure, timer: timed }, form.attempt());
    form.wait('Writing the row…', asked, answer => answered(answer, hoursText(work.worked)));
  }

  function answered(answer: TimeAnswer, hours: string): void {
    form.enable(true);
    if ('problems' in answer) refuse(answer.problems);
    else if ('question' in answer) {
      sure = field('hours').value;
      form.button.textContent = `Log ${hours}`;
      say('');
      askBelow(answer.question);
      form.button.focus();
    } else {
      if (timed !== '') timerChanged(null);
      draftFor = '';
      close();
      say(loggedText(answer.logged));
      // Not on a button: an impatient second Enter would press it.
      part('status').focus();
    }
  }

  function refuse(found: readonly TimeProblem[]): void {
    form.refuse('Not logged yet: see the fields marked below.', () => mend(found));
  }

  function close(): void {
    preview.stop();
    place.hidden = true;
    say('');
    opened(false);
  }

  function start(): void {
    const client = field('client').value.trim();
    if (client === '') {
      refuse([{ field: 'client', message: 'Choose the client.' }]);
      return;
    }
    const started = (view: TimerView | null) => {
      timerChanged(view);
      say('The timer runs, and goes on when this is closed.');
      field('what').focus();
    };
    ask('startTimer', client).then(started, form.fail);
  }

  for (const name of timeFields)
    field(name).addEventListener('input', () => {
      draftFor = field('client').value;
      showProblems([]);
      changed();
    });
  onClick('start', start);
  onClick('cancel', () => {
    close();
    part('openLog').focus();
  });
  return {
    open,
    timerIs(view: TimerView | null): void {
      part('start').hidden = view !== null;
    },
  };
}
