import { isWork, readWork } from '../ledger/card/read-work';
import { type TimeAnswer, type TimeForm, type TimeProblem, timeFields } from '../ledger/card/time-form';
import type { TimerView } from '../ledger/card/timer';
import { foldName } from '../ledger/units/names';
import { clockText, hoursText } from '../ledger/units/seconds';
import { ask } from './ask';
import { createFields } from './fields';
import { createPreview } from './log-preview';
import { askBelow, loggedText, showEffect } from './log-words';
import { offerWords } from './offers';
import { part, say, sayFailure } from './page';

export interface LogListener {
  opened(isOpen: boolean): void;
  timerChanged(view: TimerView | null): void;
}

const { field, focusFirst, preparePlaces, showProblems, typed } = createFields(timeFields);

/** *Log time* in the card: hours typed or timed, what they come to, and one row of Time. */
export function createLogForm({ opened, timerChanged }: LogListener) {
  const form = part('log') as HTMLFormElement;
  const fieldset = part('fields') as HTMLFieldSetElement;
  const write = part('write') as HTMLButtonElement;
  const preview = createPreview(typed);
  /** For whom something was typed that is not written yet; it stands there again when the form is opened again. */
  let draftFor = '';
  /** The run of the timer that filled the form in, even where its hours were put right by hand: it is done with them. */
  let timed = '';
  /** The hours that the person has been asked about. */
  let sure = '';
  /** One name for one piece of work, so that sending it again after a lost answer does not write it twice. */
  let attempt = '';

  function open(client: string, from?: TimerView): void {
    if (from && !form.hidden) {
      fillIn(from);
      return;
    }
    const isDraft = draftFor !== '' && foldName(draftFor) === foldName(client);
    if (!isDraft) form.reset();
    showProblems([]);
    showEffect();
    form.hidden = false;
    opened(true);
    enable(false);
    say('Reading the workbook…');
    const begin = (given: TimeForm) => {
      say('');
      enable(true);
      if (!isDraft) fill(given);
      offer(given);
      if (from) fillIn(from);
      changed();
      field(from ? 'what' : 'hours').focus();
    };
    ask('timeForm', client).then(begin, fail);
  }

  function fill({ client, today, who }: TimeForm): void {
    draftFor = '';
    timed = '';
    field('client').value = client;
    field('date').value = today;
    field('who').value = who;
  }

  function offer({ workTypes, contact, timer }: TimeForm): void {
    offerWords(
      'workTypes',
      workTypes.map(({ name, rule }) => [name, rule]),
    );
    offerWords('contacts', contact === '' ? [] : [[contact, '']]);
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

  /** What was changed is another piece of work. */
  function changed(): void {
    attempt = `${Date.now()} ${Math.random()}`;
    sure = '';
    write.textContent = 'Log time';
    preview.changed();
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (fieldset.disabled) return;
    const work = readWork(typed());
    if (!isWork(work)) {
      refuse(work);
      return;
    }
    preview.stop();
    enable(false);
    say('Writing the row…');
    ask('logTime', { ...typed(), sure, timer: timed }, attempt).then(
      answer => answered(answer, hoursText(work.worked)),
      fail,
    );
  }

  function answered(answer: TimeAnswer, hours: string): void {
    enable(true);
    if ('problems' in answer) refuse(answer.problems);
    else if ('question' in answer) {
      sure = field('hours').value;
      write.textContent = `Log ${hours}`;
      say('');
      askBelow(answer.question);
      write.focus();
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
    say('Not logged yet: see the fields marked below.', true);
    showProblems(found);
    focusFirst(found);
  }

  function fail(error: Error): void {
    enable(true);
    sayFailure(error);
  }

  function close(): void {
    preview.stop();
    form.hidden = true;
    say('');
    opened(false);
  }

  function enable(isReady: boolean): void {
    fieldset.disabled = !isReady;
    write.disabled = !isReady;
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
    ask('startTimer', client).then(started, fail);
  }

  preparePlaces();
  for (const name of timeFields)
    field(name).addEventListener('input', () => {
      draftFor = field('client').value;
      showProblems([]);
      changed();
    });
  part('start').addEventListener('click', start);
  form.addEventListener('submit', submit);
  part('cancel').addEventListener('click', () => {
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
