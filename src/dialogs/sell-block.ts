import { periodDays, type RepeatWord } from '../ledger/model/period-days';
import { effectiveRate, type Offer, type PriceTerms } from '../ledger/selling/offer';
import { type Pricing, readPricing } from '../ledger/selling/pricing';
import { buyerNamed, isSale, readSale } from '../ledger/selling/read-sale';
import type { SaleForm, SoldBlock } from '../ledger/selling/sale-form';
import {
  decimalText,
  expiryIn,
  hoursInput,
  otherOffers,
  suggestedDiscount,
  usualHours,
} from '../ledger/selling/suggestions';
import { type SaleField, type SaleProblem, saleFields } from '../ledger/selling/typed-sale';
import { type CalendarDate, isoDate, parseIsoDate } from '../ledger/units/calendar-date';
import type { MinorUnits } from '../ledger/units/money';
import { hoursText } from '../ledger/units/seconds';
import { ask } from './ask';
import { createFields } from './fields';
import { button, namesOf, offer, onClick, part, say, tableRow } from './page';
import { moneyFor } from './reader';
import { createSentForm } from './sent-form';

const { field, mend, showProblems, typed: typedSale } = createFields(saleFields);
const form = createSentForm(submit);
let opened: SaleForm | undefined;
/** What the person typed; it is never suggested anew. */
const own = new Set<SaleField>();
/** Whether the page says that there is something to mend. */
let isRefused = false;
/** Where a problem may be shown: not before somebody has been there. */
const visited = new Set<SaleField>();

function begin(found: SaleForm): void {
  opened = found;
  own.clear();
  visited.clear();
  field('client').value = found.selected;
  field('date').value = found.today;
  offer('clients', namesOf(found.clients));
  if (found.offered) say(offerText(found.offered));
  changed();
  field('client').focus();
}

function offerText({ sizes, until }: NonNullable<SaleForm['offered']>): string {
  if (sizes.length === 0)
    return `The prices of that mail held until ${until}. These are the prices of today.`;
  return `Filled in as the mail has offered it; its prices hold until ${until}.`;
}

/** What a mail has offered the client whose name stands in the field. */
function offeredHere(found: SaleForm) {
  const buyer = buyerNamed(field('client').value, found);
  return buyer?.name === found.selected ? found.offered : undefined;
}

function changed(): void {
  form.changed();
  update();
}

/** Suggests what the person has not typed, then shows what it comes to. */
function update(): void {
  if (!opened) return;
  const { taxName } = opened;
  const rates = { rateCards: new Map(opened.rateCards) };
  const buyer = buyerNamed(field('client').value, opened);
  const terms = buyer?.terms ?? opened.terms;
  const sizes = offeredHere(opened)?.sizes ?? [];
  suggest('hours', sizes[0]?.hours ?? hoursInput(buyer?.newest ?? usualHours));
  suggest('normalRate', decimalText(terms.normalRate));
  const undiscounted = readPricing({ ...typedSale(), discount: '' }, terms, () => {});
  if (undiscounted) {
    const { hours, terms: typed } = undiscounted;
    const tiers = rates.rateCards.get(terms.currency);
    const offered = sizes.find(size => size.hours === field('hours').value);
    const isAsOffered = offered && field('discountIn').value !== 'percent';
    const usual = suggestedDiscount(hours, typed.normalRate, tiers, field('discountIn').value);
    suggest('discount', isAsOffered && !own.has('normalRate') ? offered.discount : usual);
  }
  suggest('expires', endOfPeriod());
  showPrice(
    readPricing(typedSale(), terms, () => {}),
    taxName,
  );
  const typedTerms = undiscounted?.terms ?? terms;
  const others = sizes.flatMap(size => readPricing({ ...typedSale(), ...size }, terms, () => {}) ?? []);
  const shown =
    own.has('normalRate') || sizes.length === 0
      ? otherOffers(typedTerms, rates)
      : others.map(({ offer }) => offer);
  showSizes(shown, typedTerms, ({ hours }) => {
    type('hours', hoursInput(hours));
    field('hours').focus();
  });
  const found = problems();
  showProblems(found, visited);
  if (found.length > 0 || !isRefused) return;
  isRefused = false;
  say('');
}

/** What repeats ends where the next period begins; blank where it does not. */
function endOfPeriod(): string {
  const [date, starts] = [parseIsoDate(field('date').value), parseIsoDate(field('starts').value)];
  const repeats = field('repeats').value as RepeatWord | '';
  return date === undefined || repeats === '' ? '' : isoDate(periodDays({ date, starts, repeats }, 0).to);
}

function problems(): readonly SaleProblem[] {
  const read = opened && readSale(typedSale(), opened);
  return !read || isSale(read) ? [] : read;
}

function suggest(name: SaleField, value: string): void {
  if (!own.has(name)) field(name).value = value;
}

/** As if the person had typed it. */
function type(name: SaleField, value: string): void {
  field(name).value = value;
  own.add(name);
  changed();
}

function submit(): void {
  for (const name of saleFields) visited.add(name);
  const found = problems();
  if (found.length > 0) {
    refuse(found);
    return;
  }
  const answers = (opened && offeredHere(opened)?.key) ?? '';
  form.wait('Selling…', ask('writeSoldBlock', typedSale(), form.attempt(), answers), answer => {
    if ('problems' in answer) refuse(answer.problems);
    else form.tell(soldText(answer.sold));
  });
}

function refuse(found: readonly SaleProblem[]): void {
  isRefused = true;
  form.refuse('Not sold yet: see the fields marked below.', () => mend(found));
}

function soldText({ number, client, hours, price, currency, left, later }: SoldBlock): string {
  const sold = `${number} sold to ${client}: ${hoursText(hours)} for ${moneyFor(price, currency)}.`;
  if (left === null) return `${sold} A row of ${client} cannot be counted: see Check workbook.`;
  const more = later > 0 ? `, and ${hoursText(later)} that cannot be used yet` : '';
  return `${sold} ${client} has ${hoursText(left)} left${more}.${repeatsText()}`;
}

/** Of what was just sold. */
function repeatsText(): string {
  const repeats = field('repeats').value;
  return repeats === ''
    ? ''
    : ` It repeats ${repeats}: the row of each further period is written on its first day.`;
}

function expire(months: number): void {
  const [date, starts] = [parseIsoDate(field('date').value), parseIsoDate(field('starts').value)];
  if (date !== undefined) type('expires', isoDate(expiryIn(months, date as CalendarDate, starts)));
}

for (const name of saleFields) {
  field(name).addEventListener('input', () => {
    if (name !== 'discountIn' && name !== 'repeats') own.add(name);
    changed();
  });
  // A moment later: what moves down under the pointer would lose the click that left the field.
  field(name).addEventListener('change', () => {
    visited.add(name);
    setTimeout(update, 200);
  });
}
for (const button of document.querySelectorAll<HTMLElement>('[data-months]'))
  button.addEventListener('click', () => expire(Number(button.dataset.months)));
onClick('paidToday', () => type('paidOn', opened?.today ?? ''));
form.open(() => ask('sellBlockForm'), begin);

/** Shows what the typed figures come to, at once and without asking the script. */
function showPrice(pricing: Pricing | undefined, taxName: string): void {
  part('total').textContent = pricing ? totalLine(pricing, taxName) : '–';
  part('rate').textContent = pricing ? rateLine(pricing) : 'Type hours, rate and discount to see the price.';
}

function totalLine({ offer: { price, tax, total }, terms: { currency } }: Pricing, taxName: string): string {
  const money = (amount: MinorUnits) => moneyFor(amount, currency);
  return tax === 0 ? money(price) : `${money(price)} + ${money(tax)} ${taxName} = ${money(total)}`;
}

function rateLine({ offer, terms: { currency } }: Pricing): string {
  const saving = (offer.normalPrice - offer.price) as MinorUnits;
  const rate = `${moneyFor(effectiveRate(offer), currency)} an hour`;
  return saving > 0 ? `${rate}; saves ${moneyFor(saving, currency)} against the normal rate` : rate;
}

/** What other sizes would cost; a button in each row takes its hours. */
function showSizes(offers: readonly Offer[], terms: PriceTerms, choose: (offer: Offer) => void): void {
  const body = part('sizes');
  const rows = offers.map(offer => sizeRow(offer, terms, choose));
  const text = rows.map(row => row.textContent).join('\n');
  // A row that is replaced under the pointer would lose the click.
  if (body.dataset.text === text) return;
  body.dataset.text = text;
  body.replaceChildren(...rows);
}

function sizeRow(offer: Offer, { currency }: PriceTerms, choose: (offer: Offer) => void): HTMLElement {
  const hours = hoursText(offer.hours);
  const take = button(hours, () => choose(offer), `Take ${hours}`);
  const money = (amount: MinorUnits) => moneyFor(amount, currency);
  return tableRow(take, money(offer.price), money(effectiveRate(offer)));
}
