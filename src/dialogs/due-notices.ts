import { type Answer, ask, type Given } from './ask';
import { button, buttonNamed, element, failureText, onClick, part, say, sayFailure, styled } from './page';

type Card = Answer<'listDueNotices'>['cards'][number];
type Decision = Given<'decideDueNotice'>[1];

/** What a button of a card does; the last three open something and leave the notice as it is. */
type Action = Decision | 'preview' | 'show' | 'sell';

interface Deciding {
  readonly action: Action;
  readonly label: string;
}

const preview: Deciding = { action: 'preview', label: 'Preview' };
const skip: Deciding = { action: 'skip', label: 'Skip…' };
const hold: Deciding = { action: 'hold', label: 'Hold' };

function choicesOf({ group, state }: Card): readonly Deciding[] {
  const send = (label: string): Deciding => ({ action: 'send', label });
  if (group === 'going') return [preview, send('Send'), hold, skip];
  if (group === 'waiting') return [preview, send('Send'), ...(state === 'Held' ? [] : [hold]), skip];
  if (group === 'failed') return [send('Try again'), skip];
  if (group === 'check') return [{ action: 'sent by hand', label: 'It was sent' }, send('Send again'), skip];
  return [
    { action: 'show', label: 'Show' },
    { action: 'sell', label: 'They said yes' },
  ];
}

/** A notice with its buttons; `act` gets what was pressed, and the place below them for what it opens. */
function noticeCard(card: Card, act: (action: Action, place: HTMLElement) => void): HTMLElement {
  const { client, levels, why, to } = card;
  const place = styled('div', 'opened');
  const states = levels.map(level =>
    styled('span', `state ${level.split(' reminder')[0]?.replace(/\s+/g, '-') ?? ''}`, level),
  );
  const buttons = choicesOf(card).map(({ action, label }) =>
    button(label, () => act(action, place), `${label}: ${client}`),
  );
  const address = styled('p', 'aside', `to ${to || 'no address'}`);
  const choices = styled('div', 'choices', ...buttons);
  const heading = element('h3', client, ...states);
  return styled('li', 'card', heading, element('p', why), address, choices, place);
}

type NoticeList = Answer<'listDueNotices'>;

const send = buttonNamed('send');
const headings: Readonly<Record<Card['group'], string>> = {
  going: 'Going out',
  waiting: 'Waiting for you',
  failed: 'Failed',
  check: 'To check: did the mail go out?',
  sent: 'Sent lately',
};
let cards: readonly Card[] = [];
/** What was done last is still to be read after the list was read anew. */
let news = '';

function look(): void {
  say('Working out what is due…');
  enable(false);
  ask('listDueNotices').then(show, fail);
}

function show({ today, daily, cards: found }: NoticeList): void {
  cards = found;
  showDaily(daily);
  const groups = (Object.keys(headings) as Card['group'][]).flatMap(group => {
    const own = found.filter(card => card.group === group);
    return own.length === 0 ? [] : [section(group, own)];
  });
  part('cards').replaceChildren(...groups);
  const going = found.filter(isGoing);
  const waits = found.filter(card => !isGoing(card) && card.group !== 'sent');
  const nothing = going.length + waits.length === 0 ? `No notice is due on ${today}.` : '';
  say(news || nothing);
  news = '';
  enable(true);
  send.textContent = going.length === 1 ? 'Send 1 notice' : `Send ${going.length} notices`;
  send.hidden = going.length === 0;
}

const isGoing = ({ group }: Card) => group === 'going';

function showDaily({ by, since, problem }: NoticeList['daily']): void {
  const ways = {
    you: `Daily notices leave from your Gmail since ${since}.`,
    another: `Daily notices leave from the Gmail of somebody else since ${since}.`,
    nobody: 'Daily notices are off: nothing leaves by itself.',
  };
  part('daily').textContent = problem || ways[by];
  part('daily').classList.toggle('problem', problem !== '');
}

function section(group: Card['group'], own: readonly Card[]): HTMLElement {
  const items = own.map(card => noticeCard(card, (action, place) => act(card, action, place)));
  return element('section', element('h2', headings[group]), element('ul', ...items));
}

function act(card: Card, action: Action, place: HTMLElement): void {
  if (action === 'preview')
    openPreview(place, approvalsOf([card]), card.client, () => decide([card], 'sent by hand'));
  else if (action === 'skip') openSkip(place, card.client, reason => decide([card], 'skip', reason));
  else if (action === 'sell' || action === 'show') open(card, action);
  else decide([card], action);
}

/** Whoever gives the OK says what they have seen, so that nothing else goes out. */
function approvalsOf(chosen: readonly Card[]) {
  return chosen.flatMap(({ keys, state }) => keys.map(key => ({ key, seen: state })));
}

function decide(chosen: readonly Card[], decision: Decision, reason = ''): void {
  say(decision === 'send' ? 'Sending…' : 'Writing it down…');
  enable(false);
  ask('decideDueNotice', approvalsOf(chosen), decision, reason).then(said => {
    news = said;
    look();
  }, fail);
}

function open({ keys: [key = ''] }: Card, action: 'sell' | 'show'): void {
  if (action === 'sell') ask('sellFromNotice', key).catch(fail);
  else ask('showMailOfNotice', key).catch(fail);
}

function fail(error: Error): void {
  enable(true);
  sayFailure(error);
}

function enable(isReady: boolean): void {
  for (const button of document.querySelectorAll('button')) button.disabled = !isReady;
}

onClick('again', look);
onClick('send', () => decide(cards.filter(isGoing), 'send'));
look();

/** Each opened part has labels of its own. */
let opened = 0;

/** The mail as it would go out, below its card; a second press closes it. */
function openPreview(
  place: HTMLElement,
  approved: Given<'previewDueNotice'>[0],
  client: string,
  sentByHand: () => void,
): void {
  if (isClosedAgain(place, 'preview')) return;
  place.replaceChildren(element('p', 'Writing the mail…'));
  ask('previewDueNotice', approved).then(
    found => place.replaceChildren(...previewParts(found, client, sentByHand)),
    error => place.replaceChildren(problem(failureText(error))),
  );
}

function previewParts(
  { subject, html, compose }: Answer<'previewDueNotice'>,
  client: string,
  sentByHand: () => void,
): Node[] {
  const frame = element('iframe');
  frame.title = `The mail to ${client}`;
  frame.setAttribute('sandbox', '');
  frame.srcdoc = html;
  const picture = styled('div', 'phone', frame);
  const link = element('a', 'Edit it in Gmail');
  link.href = compose;
  link.target = '_blank';
  link.rel = 'noopener';
  const done = button('I sent it by hand', sentByHand);
  const hint = element('p', link, ' and send it there; then:');
  return [element('p', element('b', 'Subject: '), subject), picture, hint, styled('div', 'choices', done)];
}

/** Asks why a notice is skipped: who looks at it in a year wants to know. */
function openSkip(place: HTMLElement, client: string, skip: (reason: string) => void): void {
  if (isClosedAgain(place, 'skip')) return;
  const id = `reason-${++opened}`;
  const label = element('label', `Why skip the notice to ${client}?`);
  label.htmlFor = id;
  const input = element('input');
  input.id = id;
  input.maxLength = 300;
  const form = styled('form', 'field', label, input, styled('div', 'choices', button('Skip notice')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (input.value.trim() === '') input.focus();
    else skip(input.value);
  });
  place.replaceChildren(form);
  input.focus();
}

function isClosedAgain(place: HTMLElement, what: string): boolean {
  const wasOpen = place.dataset.open === what && place.childNodes.length > 0;
  place.dataset.open = what;
  if (wasOpen) place.replaceChildren();
  return wasOpen;
}

function problem(text: string): HTMLElement {
  const made = styled('p', 'problem', text);
  made.setAttribute('role', 'status');
  return made;
}
