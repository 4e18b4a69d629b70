import { element, part } from './page';

/** A word that a field offers, and what is said beside it in the list; blank says nothing. */
export type Offer = readonly [word: string, rule: string];

/** Fills the list of words that a field offers; another word may be typed all the same. */
export function offerWords(list: string, offers: readonly Offer[]): void {
  const options = offers.map(([word, rule]) => {
    const option = element('option');
    option.value = word;
    if (rule) option.label = `${word} (${rule})`;
    return option;
  });
  part(list).replaceChildren(...options);
}
