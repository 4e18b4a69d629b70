import type { CardAnswer, CardSeen } from '../ledger/card/card-answer';
import type { ClientCard } from '../ledger/card/client-card';
import { foldName } from '../ledger/reading/names';
import { createFollower } from './card-pace';
import { drawCard } from './card-view';
import { createLogForm } from './log-form';
import { element, part, say, sayFailure } from './page';
import { createTimerStrip } from './timer-strip';

const [name, follow] = [part('name') as HTMLInputElement, part('follow') as HTMLInputElement];
const actions = ['openLog', 'sell', 'statement'].map(id => part(id) as HTMLButtonElement);
const blank: CardSeen = { tab: '', row: 0, client: '', stamp: '', chosen: '' };
let seen = blank;
/** The card as it was drawn last; it is drawn anew only where that has changed. */
let shown = '';
let client = '';
/** Whether a question has failed, so that the next answer takes the words away. */
let hasFailed = false;

const follower = createFollower({
  look,
  isHidden: () => document.visibilityState === 'hidden',
  stopped(isStopped) {
    part('again').hidden = !isStopped;
    if (isStopped) say('The card has stopped after 15 minutes without a change.');
  },
});

function look(done: (hasChanged: boolean) => void): void {
  const asked = seen;
  const answered = (answer: CardAnswer) => {
    // Chosen meanwhile: the answer is to a question of the past.
    if (asked.chosen === seen.chosen) take(answer);
    done(!answer.same);
  };
  const failed = (error: Error) => {
    hasFailed = true;
    sayFailure(error);
    done(false);
  };
  google.script.run.withSuccessHandler(answered).withFailureHandler(failed).lookAtClient(asked);
}

function take(answer: CardAnswer): void {
  const { tab, row } = answer;
  if (hasFailed) say('');
  hasFailed = false;
  if (answer.same) {
    seen = { ...seen, tab, row };
    return;
  }
  const { stamp, card, names, said } = answer;
  seen = { ...seen, tab, row, stamp, client: answer.client };
  if (names) offer(names);
  if (card) show(card);
  else if (said !== '') say(said, true);
  else
    say(
      client
        ? `This row names no client. The card stays with ${client}.`
        : 'Select a row that names a client, or choose one here.',
    );
}

function show(card: ClientCard): void {
  const text = JSON.stringify(card);
  const isOther = card.name !== client;
  client = card.name;
  for (const button of actions) button.disabled = false;
  if (text !== shown) drawCard(part('card'), card, goTo);
  shown = text;
  strip.showFor(client);
  const { hours, state } = card;
  if (isOther)
    say(hours ? `${client}: ${hours.left} left, ${state}.` : `${client}: a row cannot be counted.`);
}

function offer(names: readonly string[]): void {
  const options = names.map(each => {
    const option = element('option');
    option.value = each;
    return option;
  });
  part('names').replaceChildren(...options);
}

function goTo(tab: string, row: number): void {
  google.script.run.withFailureHandler(sayFailure).goToRow(tab, row);
}

/** Shows a client whatever row is selected, until the box is ticked again. */
function choose(): void {
  const chosen = name.value.trim();
  if (chosen === '' || foldName(chosen) === foldName(seen.chosen)) return;
  follow.checked = false;
  seen = { ...seen, chosen, client: '' };
  follower.wake();
}

function followAgain(): void {
  if (follow.checked) {
    name.value = '';
    seen = { ...seen, tab: '', row: 0, client: '', chosen: '' };
  } else if (client) {
    name.value = client;
    seen = { ...seen, chosen: client };
  }
  follower.wake();
}

const log = createLogForm({
  opened(isOpen) {
    follower.hold(isOpen);
    for (const id of ['card', 'find', 'choices']) part(id).hidden = isOpen;
    if (!isOpen) follower.wake();
  },
  timerChanged: view => strip.take(view),
});
const strip = createTimerStrip({
  logged: view => log.open(view.client, view),
  changed: view => log.timerIs(view),
});

part('openLog').addEventListener('click', () => log.open(client));
part('sell').addEventListener('click', () =>
  google.script.run.withFailureHandler(sayFailure).sellToClient(client),
);
part('statement').addEventListener('click', () =>
  google.script.run.withFailureHandler(sayFailure).statementOfClient(client),
);
part('again').addEventListener('click', () => {
  say('');
  follower.wake();
  name.focus();
});
name.addEventListener('change', choose);
follow.addEventListener('change', followAgain);
document.addEventListener('visibilitychange', () => follower.seen());
say('Reading the workbook…');
strip.read();
follower.wake();
