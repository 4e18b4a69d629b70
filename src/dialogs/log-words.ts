import type { LoggedTime, TimeEffect } from '../ledger/card/time-form';
import { element, part, styled } from './page';

/** Shows what the typed work comes to; without it, or while it is not known, nothing. */
export function showEffect(effect?: TimeEffect): void {
  if (!effect) {
    part('effect').replaceChildren();
    return;
  }
  const { charged, left, news, warnings } = effect;
  const lines = [
    left && element('p', `Charged ${charged}; ${left} left after it.`),
    news && styled('p', 'problem', news),
    ...warnings.map(warning => styled('p', 'aside', warning)),
  ];
  part('effect').replaceChildren(...lines.filter(each => each !== ''));
}

/** Asks beside the button that answers. */
export function askBelow(question: string): void {
  part('effect').append(styled('p', 'problem', question));
}

/** What was written, and how the client stands now. */
export function loggedText({ client, hours, date, place, left, news, warnings }: LoggedTime): string {
  const rest = news || (left && `${left} left.`);
  const wrote = `Logged ${hours} for ${client} on ${date}, row ${place.row} of Time.`;
  return [wrote, rest, ...warnings].filter(Boolean).join(' ');
}
