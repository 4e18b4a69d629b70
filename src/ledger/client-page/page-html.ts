/** A client's page as HTML: every value escaped, nothing loaded from elsewhere, light and dark, made for a phone. */

import { pageAround } from '../papers/html-parts';
import { burnDownPicture } from '../pictures/burn-down';
import { drawingText } from '../pictures/picture';
import type { Offer } from '../selling/offer';
import { hoursInput } from '../selling/suggestions';
import { minus } from '../units/amounts';
import { escapeHtml } from '../units/escape-html';
import type { LocalText } from '../units/local-text';
import { noTime, type Seconds } from '../units/seconds';
import { localText } from '../words/local-text';
import type { MailWords, PageWords } from '../words/mail-words';
import { wordsIn } from '../words/templates';
import type { PageFacts } from './page-facts';

const pageStyle =
  ':root{color-scheme:light dark;--text:#1f2328;--muted:#5f6b7a;--line:#e3e7ec;--ground:#fff;--accent:#1a56db;--on:#fff;--fine:#137a4b;--low:#b25e09;--used-up:#b3261e;--expiring:#4a4fb5}' +
  '@media(prefers-color-scheme:dark){:root{--text:#e8eaed;--muted:#9aa4b2;--line:#3a4149;--ground:#16191d;--accent:#8ab4f8;--on:#16191d;--fine:#6fcf9f;--low:#f0a860;--used-up:#f2938c;--expiring:#a9adf5}}' +
  'body{margin:0!important;background:var(--ground)!important;color:var(--text);font:16px/1.45 system-ui,Arial,sans-serif;overflow-wrap:anywhere}' +
  'main{max-width:560px;margin:0 auto;padding:16px}h1{font-size:20px;line-height:1.3;margin:20px 0 12px}h2{font-size:16px;margin:24px 0 8px}p{margin:0 0 8px}' +
  'header{display:flex;gap:16px;font-size:14px}header p{flex:1 1 0;min-width:0}.quiet{color:var(--muted)}' +
  '.figure{font-size:16px}.figure b{font-size:28px;font-variant-numeric:tabular-nums}.bar{display:block;width:100%;height:8px;margin:0 0 8px}.track{fill:var(--line)}' +
  '.fine .left{fill:var(--fine)}.low .left{fill:var(--low)}.used-up .left{fill:var(--used-up)}.expiring .left{fill:var(--expiring)}' +
  '.drawn{margin:16px 0}.drawn .ink,.drawn .dot{fill:var(--text)}.drawn .quiet{fill:var(--muted)}.drawn .rule{stroke:var(--line)}.drawn .curve{stroke:var(--text)}.drawn .wedge{fill:var(--line)}' +
  '#offer,.told{border:1px solid var(--line);border-radius:6px;padding:16px;margin:16px 0}' +
  'button{font:inherit;min-height:44px;width:100%;margin:0 0 12px;padding:8px 16px;border:1px solid var(--accent);border-radius:6px;background:none;color:var(--accent);cursor:pointer}' +
  'button.primary{background:var(--accent);color:var(--on)}button:disabled{opacity:.6;cursor:default}button:focus-visible{outline:3px solid var(--text);outline-offset:2px}' +
  'dl{margin:16px 0;overflow-wrap:break-word}dl div{display:flex;justify-content:space-between;gap:16px;padding:6px 0;border-bottom:1px solid var(--line)}dt{flex:0 0 36%;color:var(--muted)}dd{flex:1;margin:0;text-align:right}' +
  'table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:6px 8px 6px 0;border-bottom:1px solid var(--line);text-align:left;font-weight:normal;vertical-align:top}' +
  'td:first-child,td:last-child{white-space:nowrap}td:nth-child(2):not(:last-child){width:100%}td:last-child{text-align:right;padding-right:0}tr:last-child th{font-weight:bold}';

/** A press, and nothing else, tells the firm; `token` is of hexadecimal digits only. */
function pageScript(token: string): string {
  return `(()=>{const offer=document.getElementById('offer'),said=document.getElementById('said'),buttons=[...offer.querySelectorAll('button')];
const able=on=>buttons.forEach(each=>{each.disabled=!on});
const tell=text=>{said.textContent=text;said.focus()};
const failed=()=>{able(true);tell(offer.dataset.again)};
buttons.forEach(each=>each.addEventListener('click',()=>{able(false);google.script.run.withSuccessHandler(done=>{if(!done)return failed();buttons.forEach(one=>{one.hidden=true});tell(offer.dataset.thanks)}).withFailureHandler(failed).acceptOffer('${token}',each.dataset.hours)}));})();`;
}

/** Whose page it is. */
export interface Firm {
  readonly firmName: string;
  readonly firmAddress: string;
  readonly firmTaxId: string;
}

/** The one answer to whoever has no right to more: it tells nothing, not even whose page it is. */
export const nothingHere = pageAround(
  'Not available',
  'en',
  pageStyle,
  '<main><h1>This page is not available.</h1><p>Its link may not be complete or not be valid any more, or the page is being worked on. Please try again later, or ask for a new link.</p></main>',
);

interface Parts {
  readonly facts: PageFacts;
  readonly local: LocalText;
  readonly words: PageWords;
  readonly mail: MailWords;
}

export function clientPageHtml(facts: PageFacts, firm: Firm, token: string): string {
  const { client } = facts.settled;
  const { language } = client;
  const parts: Parts = {
    facts,
    local: localText(language),
    words: wordsIn(language).page,
    mail: wordsIn(language),
  };
  const title = parts.words.title(client.name);
  const content = [
    letterhead(firm, client.name, client.address ?? ''),
    `<h1>${escapeHtml(title)}</h1>`,
    balance(parts),
    picture(parts),
    offer(parts),
    factList(facts.letter.facts),
    month(parts),
    lately(parts),
  ];
  const script = facts.sizes.length > 0 ? `<script>${pageScript(token)}</script>` : '';
  return pageAround(title, language, pageStyle, `<main>${content.join('')}</main>${script}`);
}

/** Lines of a cell, each on its own. */
function lines(text: string): string {
  return escapeHtml(text.trim()).replace(/\r?\n/g, '<br>');
}

function letterhead({ firmName, firmAddress, firmTaxId }: Firm, client: string, address: string): string {
  const below = [firmAddress, firmTaxId].filter(text => text.trim() !== '').map(text => `<br>${lines(text)}`);
  const firm = firmName ? `<p class="quiet"><b>${lines(firmName)}</b>${below.join('')}</p>` : '';
  return `<header>${firm}<p><b>${lines(client)}</b>${address.trim() ? `<br>${lines(address)}` : ''}</p></header>`;
}

function balance({ facts: { letter, share, settled }, local, words }: Parts): string {
  const percent = Math.round(share * 100);
  const bar = letter.bar
    ? `<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="${escapeHtml(letter.bar.text)}"><rect class="track" width="100" height="4"/><rect class="left" width="${percent}" height="4"/></svg>`
    : '';
  return `<section class="${letter.tone}"><p class="figure"><b>${escapeHtml(letter.amount)}</b> ${escapeHtml(letter.caption)}</p>${bar}<p class="quiet">${escapeHtml(words.asOf(local.date(settled.asOf)))}</p></section>`;
}

/** As wide as a phone shows it, so that its words can be read there. */
const pictureSize = { width: 340, height: 130 };

function picture({ facts: { burnDown, letter, settled }, local, words, mail }: Parts): string {
  if (!burnDown) return '';
  const { points, arrivals } = burnDown;
  const [day, left] = points[points.length - 1] ?? [settled.asOf, noTime];
  const told = [
    ...arrivals.map(([on, hours]) => words.came(local.hours(hours), local.date(on))),
    words.hoursOn(local.hours(left), local.date(day)),
  ];
  const drawing = burnDownPicture(
    { ...burnDown, title: `${letter.amount} ${letter.caption}` },
    pictureSize,
    local.hours,
    { date: local.shortDate, about: mail.about, today: words.today, description: told.join(' ') },
  );
  return `<div class="drawn">${drawingText(drawing)}</div>`;
}

function offer({ facts: { letter, sizes, acceptedOn }, local, words, mail }: Parts): string {
  if (acceptedOn !== undefined)
    return `<p class="told">${escapeHtml(words.answered(local.date(acceptedOn)))}</p>`;
  const { offer: said } = letter;
  const [main] = sizes;
  if (!said || !main) return '';
  const notes = said.notes.map(note => `<br><span class="quiet">${escapeHtml(note)}</span>`).join('');
  const others = said.others.map(
    (each, at) =>
      `<p>${escapeHtml(each.hours)}${escapeHtml(mail.colon)}${escapeHtml(each.price)}</p>${button(sizes[at + 1], local, words)}`,
  );
  const first = `<p><b>${escapeHtml(said.title)}${escapeHtml(mail.colon)}${escapeHtml(said.price)}</b>${notes}</p>${button(main, local, words, 'primary')}`;
  const attributes = `data-thanks="${escapeHtml(words.thanks)}" data-again="${escapeHtml(words.again)}"`;
  return `<section id="offer" ${attributes}>${first}${others.join('')}<p id="said" role="status" tabindex="-1"></p></section>`;
}

function button(size: Offer | undefined, local: LocalText, words: PageWords, look = ''): string {
  if (!size) return '';
  return `<button type="button" class="${look}" data-hours="${escapeHtml(hoursInput(size.hours))}">${escapeHtml(words.press(local.hours(size.hours)))}</button>`;
}

function factList(facts: PageFacts['letter']['facts']): string {
  const rows = facts.map(
    ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`,
  );
  return rows.length > 0 ? `<dl>${rows.join('')}</dl>` : '';
}

function month({
  facts: {
    month: { hours },
  },
  local,
  words,
}: Parts): string {
  const { opening, added, charged, closing } = hours;
  const other = minus(minus(closing, opening), minus(added, charged));
  const rows: readonly (readonly [string, Seconds])[] = [
    [words.opening, opening],
    [words.added, added],
    [words.charged, minus(noTime, charged)],
    ...(other === 0 ? [] : [[words.other, other] as const]),
    [words.closing, closing],
  ];
  const shown = rows.map(
    ([label, time]) =>
      `<tr><th scope="row">${escapeHtml(label)}</th><td>${escapeHtml(local.hours(time))}</td></tr>`,
  );
  return `<h2>${escapeHtml(words.period)}</h2><table><tbody>${shown.join('')}</tbody></table>`;
}

function lately({ facts: { letter }, mail }: Parts): string {
  const rows = letter.lately.map(
    ({ date, what, hours }) =>
      `<tr><td class="quiet">${escapeHtml(date)}</td><td>${escapeHtml(what)}</td><td>${escapeHtml(hours)}</td></tr>`,
  );
  return rows.length > 0
    ? `<h2>${escapeHtml(mail.lately)}</h2><table><tbody>${rows.join('')}</tbody></table>`
    : '';
}
