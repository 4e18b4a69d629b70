import { timeFields } from '../ledger/card/time-form';
import { foundIn } from '../ledger/importing/plan-book';
import { readPricing } from '../ledger/selling/pricing';
import { buyerNamed } from '../ledger/selling/read-sale';
import type { SaleForm } from '../ledger/selling/sale-form';
import { hoursInput, suggestedDiscount, usualHours } from '../ledger/selling/suggestions';
import { saleFields, type TypedSale } from '../ledger/selling/typed-sale';
import {
  type FirstStep,
  firmFields,
  firstClientFields,
  firstSteps,
  type GetStarted,
} from '../ledger/start/first-steps';
import { ask, type Given } from './ask';
import { readBookTabs } from './book-run';
import { createFields, preparePlace, showProblem } from './fields';
import { closeOnRequest, control, element, onClick, part, say, sayFailure, styled } from './page';
import { moneyFor } from './reader';
import { newAttempt } from './sent-form';

const firm = createFields(firmFields);
const first = createFields(firstClientFields);
const [hours, worked] = [control('hours'), control('worked')];
let shown: GetStarted | undefined;
let ownTabs: Promise<readonly string[]> | undefined;
const script = {
  listForeignTabs: () => ask('listForeignTabs'),
  listTabRows: (...given: Given<'listTabRows'>) => ask('listTabRows', ...given),
};
/** What a block is sold on; known as soon as there is a client. */
let market: SaleForm | undefined;
/** One name for what is being sent, so that sending it again after a lost answer does not do it twice. */
let attempt = newAttempt();

const stepWords: Readonly<Record<FirstStep, string>> = {
  firm: 'Your firm',
  client: 'Your first client',
  block: 'Your first block',
  hour: 'The first hour',
  notices: 'Notices turned on',
};
const places: Readonly<Record<FirstStep, string>> = {
  firm: 'firm',
  client: 'first',
  block: 'sale',
  hour: 'work',
  notices: 'daily',
};
const firstField: Readonly<Record<FirstStep, string>> = {
  firm: 'firmName',
  client: 'client',
  block: 'hours',
  hour: 'worked',
  notices: 'turnOn',
};

function look(): void {
  say('Looking at the workbook…');
  enable(false);
  ask('startForm').then(show, fail);
}

/** Of the steps that are left those are open that can be done now. */
function show(found: GetStarted): void {
  const isNew = shown === undefined || shown.stands !== found.stands;
  shown = found;
  attempt = newAttempt();
  enable(true);
  const { stands, done, plan, asks } = found;
  say(asks ? 'Before anything is made, one question.' : '');
  part('make').hidden = stands && plan.length === 0;
  part('plan').replaceChildren(...plan.map(line => element('li', line)));
  if (isNew) for (const name of firmFields) firm.field(name).value = found.firm[name];
  part('firmSend').textContent = stands ? 'Save your firm' : 'Set up';
  const open: Readonly<Record<FirstStep, boolean>> = {
    firm: !asks && !done.firm,
    client: stands && !done.client,
    block: stands && done.client && !done.block,
    hour: stands && done.block && !done.hour,
    notices: stands && done.firm && done.hour && !done.notices,
  };
  for (const step of firstSteps) part(places[step]).hidden = !open[step];
  part('ended').hidden = !firstSteps.every(step => done[step]);
  showTicks(found);
  readOwnTabs(stands);
  if (open.block) readMarket();
  const next = stands ? (['client', 'block', 'hour', 'firm', 'notices'] as const) : (['firm'] as const);
  const goOn = next.find(step => open[step]);
  if (goOn) part(firstField[goOn]).focus();
}

/** Tabs of one's own are read once; what was brought in meanwhile is told by the window that brings it in. */
function readOwnTabs(stands: boolean): void {
  const words = ownTabs ?? readBookTabs(script).then(foundIn);
  ownTabs = words;
  words.then(found => {
    part('own').hidden = found.length === 0;
    part('ownTabs').replaceChildren(...found.map(text => element('li', `${text}.`)));
    part('ownLater').hidden = stands;
    part('bringIn').hidden = !stands;
  }, sayFailure);
}

function showTicks({ stands, done, client, left }: GetStarted): void {
  const lines = firstSteps.map(step => {
    const more = step === 'block' && done.block && left !== '' ? `: ${client} has ${left} left` : '';
    const line = element(
      'li',
      `${stepWords[step]}${more}`,
      styled('span', 'aside', done[step] ? ' done' : ' to do'),
    );
    line.className = done[step] ? 'done' : '';
    return line;
  });
  part('steps').hidden = !stands;
  part('steps').replaceChildren(...lines);
}

function readMarket(): void {
  ask('sellBlockForm').then(found => {
    market = found;
    if (hours.value === '') hours.value = hoursInput(usualHours);
    showPrice();
  }, sayFailure);
}

/** As *Sell a block* would begin: the client's terms, and what the rate card takes off. */
function typedSale(): TypedSale {
  const blank = Object.fromEntries(saleFields.map(name => [name, ''])) as TypedSale;
  const client = shown?.client ?? '';
  const sale = { ...blank, client, hours: hours.value, discountIn: 'an hour', date: shown?.today ?? '' };
  const terms = market && (buyerNamed(client, market)?.terms ?? market.terms);
  const pricing = terms && readPricing(sale, terms, () => {});
  if (!market || !pricing) return sale;
  const tiers = new Map(market.rateCards).get(pricing.terms.currency);
  return { ...sale, discount: suggestedDiscount(pricing.hours, pricing.terms.normalRate, tiers, 'an hour') };
}

function showPrice(): void {
  const client = shown?.client ?? '';
  const terms = market && (buyerNamed(client, market)?.terms ?? market.terms);
  const pricing = terms && readPricing(typedSale(), terms, () => {});
  const price = pricing && moneyFor(pricing.offer.price, pricing.terms.currency);
  part('price').textContent = price ? `${price} for ${client}, by the rate card in Settings.` : '';
}

function sendFirm(): void {
  const isSetUp = shown?.stands !== true;
  const sent = isSetUp ? ask('startWorkbook', firm.typed()) : ask('writeFirm', firm.typed(), attempt);
  send(isSetUp ? 'Making the tabs…' : 'Saving…', sent, ({ problems }) => {
    firm.mend(problems);
    return problems.length === 0;
  });
}

function sendClient(): void {
  send('Adding the client…', ask('addFirstClient', first.typed(), attempt), ({ problems }) => {
    first.mend(problems);
    return problems.length === 0;
  });
}

function sendSale(): void {
  send('Selling…', ask('writeSoldBlock', typedSale(), attempt), answer => {
    const message = 'problems' in answer ? answer.problems[0]?.message : undefined;
    showProblem(hours, message);
    return message === undefined;
  });
}

function sendWork(): void {
  const blank = Object.fromEntries([...timeFields, 'sure', 'timer'].map(name => [name, '']));
  const typed = {
    ...blank,
    client: shown?.client ?? '',
    hours: worked.value,
    what: control('what').value,
    date: shown?.today ?? '',
    sure: worked.value,
  } as Given<'logTime'>[0];
  send('Writing…', ask('logTime', typed, attempt), answer => {
    const message = 'problems' in answer ? answer.problems[0]?.message : undefined;
    showProblem(worked, message);
    return message === undefined;
  });
}

/** Sends a step, and looks anew where it was taken. */
function send<Answer>(words: string, sent: Promise<Answer>, taken: (answer: Answer) => boolean): void {
  say(words);
  enable(false);
  sent.then(answer => {
    enable(true);
    say('');
    if (taken(answer)) look();
    else say('Not written yet: see the fields marked below.', true);
  }, fail);
}

function fail(error: Error): void {
  enable(true);
  sayFailure(error);
}

function enable(isReady: boolean): void {
  for (const each of document.querySelectorAll('fieldset')) each.disabled = !isReady;
}

function onSubmit(id: string, work: () => void): void {
  part(id).addEventListener('submit', event => {
    event.preventDefault();
    work();
  });
}

for (const field of [hours, worked]) preparePlace(field);
hours.addEventListener('input', showPrice);
document.addEventListener('input', () => {
  attempt = newAttempt();
});
onSubmit('firm', sendFirm);
onSubmit('first', sendClient);
onSubmit('sale', sendSale);
onSubmit('work', sendWork);
onClick('look', look);
onClick('bringIn', () => void ask('importBook').catch(sayFailure));
onClick('turnOn', () => {
  ask('turnOnDailyNotices').then(look, sayFailure);
});
closeOnRequest();
look();
