import type { Answer, Given } from './ask';
import { element } from './page';

export type Card = Answer<'listDueNotices'>['cards'][number];
export type Decision = Given<'decideDueNotice'>[1];

/** What a button of a card does; the last three open something and leave the notice as it is. */
export type Action = Decision | 'preview' | 'show' | 'sell';

interface Choice {
  readonly action: Action;
  readonly label: string;
}

const [preview, skip]: readonly Choice[] = [
  { action: 'preview', label: 'Preview' },
  { action: 'skip', label: 'Skip…' },
] as const;
const hold: Choice = { action: 'hold', label: 'Hold' };

function choicesOf({ group, state }: Card): readonly Choice[] {
  const send = (label: string): Choice => ({ action: 'send', label });
  if (group === 'going') return [preview as Choice, send('Send'), hold, skip as Choice];
  if (group === 'waiting')
    return [preview as Choice, send('Send'), ...(state === 'Held' ? [] : [hold]), skip as Choice];
  if (group === 'failed') return [send('Try again'), skip as Choice];
  if (group === 'check')
    return [{ action: 'sent by hand', label: 'It was sent' }, send('Send again'), skip as Choice];
  return [
    { action: 'show', label: 'Show' },
    { action: 'sell', label: 'Sell block' },
  ];
}

/** A notice with its buttons; `act` gets what was pressed, and the place below them for what it opens. */
export function noticeCard(card: Card, act: (action: Action, place: HTMLElement) => void): HTMLElement {
  const { client, levels, why, to } = card;
  const place = element('div');
  place.className = 'opened';
  const states = levels.map(level => {
    const word = element('span', level);
    word.className = `state ${level.split(' reminder')[0]?.replace(/\s+/g, '-') ?? ''}`;
    return word;
  });
  const buttons = choicesOf(card).map(({ action, label }) => {
    const button = element('button', label);
    button.type = 'button';
    button.setAttribute('aria-label', `${label}: ${client}`);
    button.addEventListener('click', () => act(action, place));
    return button;
  });
  const choices = element('div', ...buttons);
  choices.className = 'choices';
  const address = element('p', `to ${to || 'no address'}`);
  address.className = 'aside';
  const item = element('li', element('h3', client, ...states), element('p', why), address, choices, place);
  item.className = 'card';
  return item;
}
