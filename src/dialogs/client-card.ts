import type { CardAnswer, CardSeen } from '../ledger/card/card-answer';
import type { ClientCard } from '../ledger/card/client-card';
import { foldName } from '../ledger/units/names';
import { ask } from './ask';
import { createFollower } from './card-pace';
import { drawCard } from './card-view';
import { createLogForm } from './log-form';
import { buttonNamed, offer, onClick, part, say, sayFailure } from './page';
import { goTo } from './row-buttons';
import { createTimerStrip } from './timer-strip';

const [name, follow] = [part('name') as HTMLInputElement, part('follow') as HTMLInputElement];
const actions = ['openLog', 'sell', 'statement'].map(buttonNamed);
const blank: CardSeen = { tab: '', row: 0, client: '', stamp: '', care: '', asks: 'ledger', chosen: '' };
let seen = blank;
/** The card as it was drawn last; it is drawn anew only where that has changed. */
let shown = '';
let client = '';
/** What the card itself said last; the next answer takes it away, and leaves alone what others said. */
let told = '';
let hasFailed = false;
let looks = 0;
/** So often the row is read though the cursor has not moved: a name may have been typed over in it. */
const everySo = 10;

const follower = createFollower({
  look,
  isHidden: () => document.visibilityState === 'hidden',
  stopped(isStopped) {
    if (isStopped) tell('The card has stopped after 15 minutes without a change.');
    else if (!part('again').hidden) tell('');
    part('again').hidden = !isStopped;
  },
});

function look(done: (hasChanged: boolean) => void): void {
  looks++;
  const asks = looks % 2 === 0 ? 'care' : 'ledger';
  const asked: CardSeen = { ...seen, asks, ...(looks % everySo === 0 && { tab: '' }) };
  const answered = (answer: CardAnswer) => {
    // Chosen meanwhile: the answer is to a question of the past.
    if (asked.chosen === seen.chosen) take(answer);
    done(!answer.same);
  };
  const failed = (error: Error) => {
    hasFailed = true;
    sayFailure(error);
    told = part('status').textContent ?? '';
    done(false);
  };
  ask('lookAtClient', asked).then(answered, failed);
}

function take(answer: CardAnswer): void {
  const { tab, row } = answer;
  if (hasFailed) tell('');
  hasFailed = false;
  if (answer.same) {
    seen = { ...seen, tab, row };
    return;
  }
  const { stamp, care, card, names, said } = answer;
  seen = { ...seen, tab, row, stamp, care, client: answer.client };
  if (names) offer('names', names);
  if (card) {
    // What was said of one client's work does not stand above another's card.
    if (card.name === client) tell('');
    else say('');
    show(card);
  } else if (said !== '') tell(said, true);
  else if (client) tell(`This row names no client. The card stays with ${client}.`);
  else tell('Select a row that names a client, or choose one here.');
}

function tell(text: string, isProblem = false): void {
  const isOwn = part('status').textContent === told;
  if (isOwn || text !== '') say(text, isProblem);
  told = text;
}

function show(card: ClientCard): void {
  const text = JSON.stringify(card);
  const isOther = card.name !== client;
  client = card.name;
  for (const button of actions) button.disabled = false;
  if (text !== shown) drawCard(part('card'), card, { go: goTo, payment });
  shown = text;
  strip.showFor(client);
  const { hours, state } = card;
  const heard = hours ? `${client}: ${hours.left} left, ${state}.` : `${client}: a row cannot be counted.`;
  if (isOther) part('heard').textContent = heard;
}

function payment(block: string): void {
  ask('paymentOfBlock', block).catch(sayFailure);
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

onClick('openLog', () => log.open(client));
onClick('sell', () => ask('sellToClient', client).catch(sayFailure));
onClick('statement', () => ask('statementOfClient', client).catch(sayFailure));
onClick('again', () => {
  follower.wake();
  name.focus();
});
name.addEventListener('change', choose);
follow.addEventListener('change', followAgain);
document.addEventListener('visibilitychange', () => {
  follower.seen();
  // A machine that slept, or whose clock was set, shows the timer as it is.
  if (document.visibilityState === 'visible') strip.read();
});
tell('Reading the workbook…');
strip.read();
follower.wake();
