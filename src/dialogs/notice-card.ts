import type { Answer, Given } from './ask';
import { button, element, styled } from './page';

export type Card = Answer<'listDueNotices'>['cards'][number];
export type Decision = Given<'decideDueNotice'>[1];

/** What a button of a card does; the last three open something and leave the notice as it is. */
export type Action = Decision | 'preview' | 'show' | 'sell';

interface Choice {
  readonly action: Action;
  readonly label: string;
}

const preview: Choice = { action: 'preview', label: 'Preview' };
const skip: Choice = { action: 'skip', label: 'Skip…' };
const hold: Choice = { action: 'hold', label: 'Hold' };

function choicesOf({ group, state }: Card): readonly Choice[] {
  const send = (label: string): Choice => ({ action: 'send', label });
  if (group === 'going') return [preview, send('Send'), hold, skip];
  if (group === 'waiting') return [preview, send('Send'), ...(state === 'Held' ? [] : [hold]), skip];
  if (group === 'failed') return [send('Try again'), skip];
  if (group === 'check') return [{ action: 'sent by hand', label: 'It was sent' }, send('Send again'), skip];
  return [
    { action: 'show', label: 'Show' },
    { action: 'sell', label: 'Sell block' },
  ];
}

/** A notice with its buttons; `act` gets what was pressed, and the place below them for what it opens. */
export function noticeCard(card: Card, act: (action: Action, place: HTMLElement) => void): HTMLElement {
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
