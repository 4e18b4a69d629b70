import { shortened } from '../units/plain-json';
import { isWebAddress } from '../units/web-address';
import type { MailWords } from '../words/mail-words';
import { wordsIn } from '../words/templates';
import type { Letter } from './letter';
import type { OtherOffer, SayYes } from './letter-facts';

const barCells = 20;

/** The letter as plain text; it says what the HTML says. */
export function textBody(letter: Letter): string {
  const { language, texts, amount, caption, bar, facts, lately, offer } = letter;
  const words = wordsIn(language);
  const { link, account } = linkOf(letter);
  const label = letter.linkLabel || offer?.renew;
  const others = offer ? offer.others.flatMap(other => sizeLines(other, words)) : [];
  const parts = [
    [texts.Greeting],
    [texts.Opening],
    [`${amount} ${caption}${bar ? ` ${drawn(bar)}` : ''}`, bar ? bar.text : ''],
    facts.map(({ label, value }) => label + words.colon + value),
    lately.length > 0
      ? [words.lately, ...lately.map(({ date, what, hours }) => joined([date, what, hours]))]
      : [],
    [texts.Offer],
    offer ? [offer.title + words.colon + offer.price, ...offer.notes, yesLine(offer, words)] : [],
    others.length > 0 ? [words.otherSizes, ...others] : [],
    [texts['How to renew'], link && label ? label + words.colon + link : account],
    [letter.page ? words.page.link + words.colon + letter.page : ''],
    [texts.Closing],
  ];
  const filled = parts.map(lines => lines.filter(line => line !== '').join('\n'));
  return filled.filter(part => part !== '').join('\n\n');
}

/** Letters that were kept before clients could say yes by a link have none. */
function yesLine({ sayYes, yes }: SayYes, { colon }: MailWords): string {
  return yes ? sayYes + colon + yes : '';
}

function sizeLines(other: OtherOffer, words: MailWords): readonly string[] {
  const links = [yesLine(other, words), other.pay ? words.pay + words.colon + other.pay : ''];
  const shown = links.filter(link => link !== '').map(link => `    ${link}`);
  return [joined([other.hours, other.price, other.lasts]), ...shown];
}

function joined(cells: readonly string[]): string {
  return `  ${cells.filter(cell => cell !== '').join('  ')}`;
}

function drawn({ left, bought }: NonNullable<Letter['bar']>): string {
  const filled = Math.round((left / bought) * barCells);
  return `[${'#'.repeat(filled)}${'.'.repeat(barCells - filled)}]`;
}

/** A web address becomes a link; anything else, such as the number of an account, stays the text that was typed. */
export function linkOf({ paymentLink }: Letter): { readonly link: string; readonly account: string } {
  if (isWebAddress(paymentLink)) return { link: paymentLink, account: '' };
  return { link: '', account: shortened(paymentLink, 200) };
}

export function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n');
}
