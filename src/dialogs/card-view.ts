import type { CardLine, CardSection, ClientCard } from '../ledger/card/client-card';
import { burnDownPicture } from '../ledger/pictures/burn-down';
import { draw } from '../ledger/pictures/picture';
import type { Currency, MinorUnits } from '../ledger/units/money';
import { button, element, styled } from './page';
import { pictureElement, pictureWidth } from './picture';
import { moneyFor } from './reader';

/** Leads to a row of the workbook. */
type Go = (tab: string, row: number) => void;

/** Where the buttons of a card lead. */
export interface Leads {
  readonly go: Go;
  readonly payment: (block: string) => void;
}

/** The card as elements: name and state, the hours with their bar, money, how they went, notes, and every section there is. */
function cardView(card: ClientCard, width: number, leads: Leads): Node[] {
  const { name, state, hours, money, burnDown, notes, sections } = card;
  const heading = styled('h2', 'name', element('span', name));
  if (state) heading.append(stateWord(state));
  const parts: Node[] = [heading];
  if (hours) parts.push(hoursLine(hours.left, hours.of), bar(hours.share, state));
  for (const { currency, value, saved } of money) parts.push(element('p', moneyLine(currency, value, saved)));
  if (burnDown) parts.push(pictureElement(burnDownPicture(burnDown, { width, height: 120 })));
  if (notes.length > 0) parts.push(list(notes, leads));
  return [...parts, ...sections.map(section => sectionView(section, leads))];
}

function stateWord(text: string): HTMLElement {
  return styled('span', `state ${text.replace(/\s+/g, '-')}`, text);
}

function hoursLine(left: string, of: string): HTMLElement {
  return styled('p', 'hours', styled('span', 'figure', left), ` left ${of}`);
}

/** What is left, as in the mails and in Balances; only a picture of the line above it, so no reader stops at it. */
function bar(share: number, state: string): Element {
  const part = (kind: string, width: number) => draw('rect', { class: kind, width, height: 4 });
  const look = { class: `bar ${state.replace(/\s+/g, '-')}`, viewBox: '0 0 100 4' };
  const hidden = { preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return pictureElement(draw('svg', { ...look, ...hidden }, part('whole', 100), part('left', share * 100)));
}

function moneyLine(currency: Currency, value: MinorUnits, saved: MinorUnits): string {
  const worth = `worth ${moneyFor(value, currency)}`;
  return saved === 0 ? worth : `${worth} · saved ${moneyFor(saved, currency)}`;
}

function sectionView({ title, lines }: CardSection, leads: Leads): HTMLElement {
  return element('section', element('h2', title), list(lines, leads));
}

function list(lines: readonly CardLine[], leads: Leads): HTMLElement {
  return styled('ul', 'facts', ...lines.map(line => lineView(line, leads)));
}

function lineView({ text, aside, state, go: place, toPay }: CardLine, { go, payment }: Leads): HTMLElement {
  const said = element('p', text);
  if (state === 'problem') said.className = 'problem';
  else if (state) said.append(' ', stateWord(state));
  const request = (block: string) =>
    button('Payment request…', () => payment(block), `Payment request of ${text}`);
  const told = [said, ...(aside ? [styled('p', 'aside', aside)] : []), ...(toPay ? [request(toPay)] : [])];
  const item = element('li', element('div', ...told));
  if (!place) return item;
  const { tab, row } = place;
  const lead = button(`Row ${row}`, () => go(tab, row), `Row ${row} of ${tab}: ${text}`);
  lead.dataset.key = `${tab} ${row}`;
  item.append(lead);
  return item;
}

/** Draws into a place, and leaves the cursor on the button that it was on. */
export function drawCard(place: HTMLElement, card: ClientCard, leads: Leads): void {
  const focused = document.activeElement;
  const key = focused instanceof HTMLElement && place.contains(focused) ? focused.dataset.key : undefined;
  place.replaceChildren(...cardView(card, pictureWidth(place), leads));
  if (key === undefined) return;
  const buttons = [...place.querySelectorAll<HTMLElement>('[data-key]')];
  (buttons.find(({ dataset }) => dataset.key === key) ?? buttons[0])?.focus();
}
