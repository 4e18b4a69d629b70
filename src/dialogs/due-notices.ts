import { type Answer, ask } from './ask';
import { type Action, type Card, type Decision, noticeCard } from './notice-card';
import { openPreview, openSkip } from './notice-opened';
import { buttonNamed, element, onClick, part, say, sayFailure } from './page';

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
