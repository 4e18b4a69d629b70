import { shortened } from '../units/plain-json';
import { wordsIn } from '../words/templates';
import type { Letter } from './letter';

const barCells = 20;
const longestLink = 2000;

/** The letter as plain text; it says what the HTML says. */
export function textBody(letter: Letter): string {
  const { language, texts, amount, caption, bar, facts, lately, offer } = letter;
  const words = wordsIn(language);
  const { link, account } = linkOf(letter);
  const label = letter.linkLabel || offer?.renew;
  const others = offer ? offer.others.map(({ hours, price, lasts }) => joined([hours, price, lasts])) : [];
  const parts = [
    [texts.Greeting],
    [texts.Opening],
    [`${amount} ${caption}`, bar ? `${drawn(bar)} ${bar.text}` : ''],
    facts.map(({ label, value }) => label + words.colon + value),
    lately.length > 0
      ? [words.lately, ...lately.map(({ date, what, hours }) => joined([date, what, hours]))]
      : [],
    [texts.Offer],
    offer ? [offer.title + words.colon + offer.price, ...offer.notes] : [],
    others.length > 0 ? [words.otherSizes, ...others] : [],
    [texts['How to renew'], link && label ? label + words.colon + link : account],
    [texts.Closing],
  ];
  const filled = parts.map(lines => lines.filter(line => line !== '').join('\n'));
  return filled.filter(part => part !== '').join('\n\n');
}

function joined(cells: readonly string[]): string {
  return `  ${cells.filter(cell => cell !== '').join('  ')}`;
}

function drawn({ used, bought }: NonNullable<Letter['bar']>): string {
  const filled = Math.round((used / bought) * barCells);
  return `[${'#'.repeat(filled)}${'.'.repeat(barCells - filled)}]`;
}

/** A web address becomes a link; anything else, such as the number of an account, stays the text that was typed. */
export function linkOf({ paymentLink }: Letter): { readonly link: string; readonly account: string } {
  const isLink = /^https?:\/\/[^\s]+$/i.test(paymentLink) && paymentLink.length <= longestLink;
  return isLink ? { link: paymentLink, account: '' } : { link: '', account: shortened(paymentLink, 200) };
}

export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
