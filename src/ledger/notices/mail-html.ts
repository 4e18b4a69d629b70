import mustache from 'mustache';
import { escapeHtml } from '../units/escape-html';
import { wordsIn } from '../words/templates';
import type { Letter, Tone } from './letter';
import { linesOf, linkOf } from './mail-text';
import design from './notice.mjml';

const colours: Readonly<Record<Tone, string>> = {
  fine: '#137a4b',
  low: '#b25e09',
  'used-up': '#b3261e',
  expiring: '#4a4fb5',
};

/** The letter as HTML: the design filled in, every value escaped. */
export function htmlBody(letter: Letter): string {
  const { language, tone, texts, amount, caption, bar, facts, lately, offer } = letter;
  const { link, account } = linkOf(letter);
  const words = wordsIn(language);
  const left = bar ? Math.round((bar.left / bar.bought) * 100) : 0;
  const view = {
    ...{ language, tone, colour: colours[tone], amount, caption, colon: words.colon },
    ...{ facts, hasFacts: facts.length > 0 },
    ...{ work: lately, hasWork: lately.length > 0, lately: words.lately },
    bar: bar && { left, rest: 100 - left, text: bar.text },
    subject: texts.Subject,
    greeting: texts.Greeting,
    opening: linesOf(texts.Opening),
    offerText: linesOf(texts.Offer),
    hasOfferText: texts.Offer !== '',
    offer: offer && {
      ...offer,
      hasOthers: offer.others.length > 0,
      otherSizes: words.otherSizes,
      payLabel: words.pay,
    },
    how: linesOf(texts['How to renew']),
    hasHow: texts['How to renew'] !== '',
    ...{ link, account, renew: letter.linkLabel || (offer ? offer.renew : '') },
    page: letter.page,
    pageLabel: words.page.link,
    closing: linesOf(texts.Closing),
  };
  return mustache.render(design, view, {}, { escape: value => escapeHtml(String(value)) });
}
