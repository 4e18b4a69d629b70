import { readPricing } from '../ledger/selling/pricing';
import { buyerNamed, isSale, readSale } from '../ledger/selling/read-sale';
import type { SaleAnswer, SaleForm, SoldBlock } from '../ledger/selling/sale-form';
import {
  decimalText,
  expiryIn,
  hoursInput,
  suggestedDiscount,
  usualHours,
} from '../ledger/selling/suggestions';
import { type SaleField, type SaleProblem, saleFields } from '../ledger/selling/typed-sale';
import { type CalendarDate, isoDate, parseIsoDate } from '../ledger/units/calendar-date';
import { hoursText } from '../ledger/units/seconds';
import { ask } from './ask';
import { createFields } from './fields';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { moneyFor } from './reader';
import { showPrice, showSizes } from './sale-figures';
import { createStages } from './stages';

const { field, focusFirst, preparePlaces, showProblems, typed: typedSale } = createFields(saleFields);
let form: SaleForm | undefined;
/** One name for one sale, so that sending it again after a lost answer does not sell it twice. */
let attempt = '';
/** What the person typed; it is never suggested anew. */
const own = new Set<SaleField>();
/** Whether the page says that there is something to mend. */
let isRefused = false;
/** Where a problem may be shown: not before somebody has been there. */
const visited = new Set<SaleField>();
const { enable, showDone, isWaiting } = createStages('sell', ['sale', 'selling']);

function open(): void {
  say('Reading the workbook…');
  enable(false);
  ask('sellBlockForm').then(begin, sayFailure);
}

function begin(opened: SaleForm): void {
  form = opened;
  own.clear();
  visited.clear();
  (part('sale') as HTMLFormElement).reset();
  field('client').value = opened.selected;
  field('date').value = opened.today;
  part('clients').replaceChildren(
    ...opened.clients.map(({ name }) => {
      const option = element('option');
      option.value = name;
      return option;
    }),
  );
  showDone(false);
  say(opened.offered ? 'Filled in as the mail has offered it.' : '');
  enable(true);
  changed();
  field('client').focus();
}

/** What was changed is another sale. */
function changed(): void {
  attempt = `${Date.now()} ${Math.random()}`;
  update();
}

/** Suggests what the person has not typed, then shows what it comes to. */
function update(): void {
  if (!form) return;
  const { taxName } = form;
  const rates = { rateCards: new Map(form.rateCards) };
  const buyer = buyerNamed(field('client').value, form);
  const terms = buyer?.terms ?? form.terms;
  const offered = buyer?.name === form.selected ? form.offered : undefined;
  suggest('hours', offered?.hours ?? hoursInput(buyer?.newest ?? usualHours));
  suggest('normalRate', decimalText(terms.normalRate));
  const undiscounted = readPricing({ ...typedSale(), discount: '' }, terms, () => {});
  if (undiscounted) {
    const { hours, terms: typed } = undiscounted;
    const tiers = rates.rateCards.get(terms.currency);
    const isAsOffered =
      offered && field('hours').value === offered.hours && field('discountIn').value !== 'percent';
    const usual = suggestedDiscount(hours, typed.normalRate, tiers, field('discountIn').value);
    suggest('discount', isAsOffered && !own.has('normalRate') ? offered.discount : usual);
  }
  showPrice(
    readPricing(typedSale(), terms, () => {}),
    taxName,
  );
  showSizes(undiscounted?.terms ?? terms, rates, ({ hours }) => {
    type('hours', hoursInput(hours));
    field('hours').focus();
  });
  const found = problems();
  showProblems(found, visited);
  if (found.length > 0 || !isRefused) return;
  isRefused = false;
  say('');
}

function problems(): readonly SaleProblem[] {
  const read = form && readSale(typedSale(), form);
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

function submit(event: Event): void {
  event.preventDefault();
  if (!form || isWaiting()) return;
  for (const name of saleFields) visited.add(name);
  const found = problems();
  if (found.length > 0) {
    refuse(found);
    return;
  }
  say('Selling…');
  enable(false);
  ask('writeSoldBlock', typedSale(), attempt).then(answered, fail);
}

function answered(answer: SaleAnswer): void {
  if ('problems' in answer) {
    refuse(answer.problems);
    return;
  }
  say(soldText(answer.sold));
  showDone(true);
  // Not on a button: an impatient second Enter would press it.
  part('status').focus();
}

function refuse(found: readonly SaleProblem[]): void {
  enable(true);
  isRefused = true;
  say('Not sold yet: see the fields marked below.', true);
  showProblems(found);
  focusFirst(found);
}

function fail(error: Error): void {
  enable(true);
  sayFailure(error);
}

function soldText({ number, client, hours, price, currency, left, later }: SoldBlock): string {
  const sold = `${number} sold to ${client}: ${hoursText(hours)} for ${moneyFor(price, currency)}.`;
  if (left === null) return `${sold} A row of ${client} cannot be counted: see Check workbook.`;
  const more = later > 0 ? `, and ${hoursText(later)} that cannot be used yet` : '';
  return `${sold} ${client} has ${hoursText(left)} left${more}.`;
}

function expire(months: number): void {
  const [date, starts] = [parseIsoDate(field('date').value), parseIsoDate(field('starts').value)];
  if (date !== undefined) type('expires', isoDate(expiryIn(months, date as CalendarDate, starts)));
}

preparePlaces();
for (const name of saleFields) {
  field(name).addEventListener('input', () => {
    if (name !== 'discountIn') own.add(name);
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
part('paidToday').addEventListener('click', () => type('paidOn', form?.today ?? ''));
part('sale').addEventListener('submit', submit);
part('again').addEventListener('click', open);
closeOnRequest();
open();
