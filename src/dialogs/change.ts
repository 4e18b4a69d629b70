import type {
  ChangeAnswer,
  ChangeForm,
  ChangePreview,
  HeldBlock,
  Holder,
} from '../ledger/changes/change-form';
import {
  type ChangeField,
  type ChangeKind,
  type ChangeProblem,
  changeFields,
  type TypedChange,
} from '../ledger/changes/typed-change';
import { hoursInput } from '../ledger/selling/suggestions';
import { foldName } from '../ledger/units/names';
import { hoursText } from '../ledger/units/seconds';
import { ask } from './ask';
import { showEffects, showWords } from './effects';
import { createFields } from './fields';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { moneyFor } from './reader';
import { createStages } from './stages';

/** One page for *Correct*, *Refund*, *Transfer* and *Settle the overage*: each has the fields that it needs. */
const kind = document.body.dataset.kind as ChangeKind;
const names = changeFields.filter(name => document.getElementById(name));
const { field, focusFirst, preparePlaces, showProblems, typed } = createFields(names);
const has = (name: ChangeField) => names.includes(name);
const { button: writeButton, enable, showDone, isWaiting } = createStages('write', ['fields', 'changing']);
/** A moment without typing before the script is asked. */
const pause = 500;

let form: ChangeForm | undefined;
/** One name for one change, so that sending it again after a lost answer does not write it twice. */
let attempt = '';
/** The effect on the page, and for what it was worked out; both must be of the same typing to be written. */
let shown: { readonly preview: ChangePreview; readonly of: string } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
const visited = new Set<ChangeField>();

/** What stands in the fields that are shown; what was typed for another way of doing it does not count. */
function current(): TypedChange {
  const stands: Partial<TypedChange> = typed();
  const isShown = (name: ChangeField) => has(name) && !field(name).closest('[data-way][hidden]');
  const texts = changeFields.map(name => [name, isShown(name) ? stands[name] : '']);
  return Object.fromEntries(texts) as TypedChange;
}

function open(): void {
  say('Reading the workbook…');
  enable(false);
  ask('changeForm').then(begin, sayFailure);
}

function begin(opened: ChangeForm): void {
  form = opened;
  visited.clear();
  (part('change') as HTMLFormElement).reset();
  const offered = opened.clients.filter(({ overage }) => kind !== 'settle' || overage > 0);
  offerNames('clients', offered);
  offerNames('toClients', opened.clients);
  const isOffered = offered.some(({ name }) => name === opened.selected);
  field('client').value = isOffered ? opened.selected : '';
  field('date').value = opened.today;
  offerBlocks();
  if (has('block')) field('block').value = opened.block;
  showDone(false);
  say(kind === 'settle' && offered.length === 0 ? 'No client has hours that no block covers.' : '');
  enable(true);
  fillOverage();
  changed();
  field(field('client').value ? (has('toClient') ? 'toClient' : 'hours') : 'client').focus();
}

function offerNames(list: string, clients: readonly Holder[]): void {
  document.getElementById(list)?.replaceChildren(
    ...clients.map(({ name }) => {
      const option = element('option');
      option.value = name;
      return option;
    }),
  );
}

function holder(): Holder | undefined {
  const key = foldName(field('client').value);
  return form?.clients.find(({ name }) => foldName(name) === key);
}

/** The blocks of the chosen client; without a choice hours are taken in the order in which work takes them. */
function offerBlocks(): void {
  if (!has('block')) return;
  const options = (holder()?.blocks || []).map(block => {
    const option = element('option', blockText(block));
    option.value = block.number;
    return option;
  });
  const any = element('option', 'any, in the order in which work takes them');
  any.value = '';
  field('block').replaceChildren(any, ...options);
}

function blockText({ number, left, value, currency, hasExpired }: HeldBlock): string {
  return `${number}: ${hoursText(left)}, ${moneyFor(value, currency)}${hasExpired ? ', expired' : ''}`;
}

/** All of an overage is settled, unless somebody types less. */
function fillOverage(): void {
  const overage = holder()?.overage;
  if (kind === 'settle') field('hours').value = overage ? hoursInput(overage) : '';
}

/** What was changed is another change, whose effect is not known yet. */
function changed(): void {
  attempt = `${Date.now()} ${Math.random()}`;
  shown = undefined;
  // Not disabled: pressed before the effect is there, it asks for it.
  writeButton.disabled = false;
  showProblems([]);
  showHeld();
  showWay();
  clearTimeout(timer);
  if (isComplete()) timer = setTimeout(look, pause);
  else showEffects(undefined);
}

function isComplete(): boolean {
  const needed = (['client', 'toClient', 'hours', 'date'] as const).filter(has);
  return needed.every(name => field(name).value.trim() !== '');
}

function showHeld(): void {
  const found = holder();
  const more = found && found.overage > 0 ? `; ${hoursText(found.overage)} that no block covers` : '';
  part('held').textContent = found ? `${found.name} has ${hoursText(found.left)} left${more}.` : '';
}

/** Fields that only one way of doing it needs. */
function showWay(): void {
  const way = has('way') ? field('way').value : '';
  for (const place of document.querySelectorAll<HTMLElement>('[data-way]'))
    place.hidden = !(place.dataset.way || '').split(' ').includes(way);
}

/** Asks what the change would do; an answer for what was typed before is not shown. */
function look(): void {
  clearTimeout(timer);
  const [asked, of] = [current(), JSON.stringify(current())];
  showEffects(undefined);
  showWords(['Working out what it does…']);
  ask('previewChange', kind, asked).then(answer => looked(answer, of), failLooking);
}

function failLooking(error: Error): void {
  showEffects(undefined);
  sayFailure(error);
}

/** An answer for what was typed before is not shown. */
function looked(answer: ChangeAnswer, of: string): void {
  if (of !== JSON.stringify(current())) return;
  say('');
  if ('problems' in answer) {
    showEffects(undefined);
    const filled = names.filter(name => visited.has(name) || field(name).value.trim() !== '');
    showProblems(answer.problems, filled);
    // Where nobody has been yet a red mark would scold too early; what is missing is said all the same.
    const missing = answer.problems.filter(problem => !filled.includes(problem.field));
    showWords(missing.map(({ message }) => message));
    return;
  }
  const preview = 'moved' in answer ? answer.moved : answer.done;
  showProblems([]);
  shown = { preview, of };
  showEffects(preview);
  writeButton.disabled = !preview.writes;
}

function submit(event: Event): void {
  event.preventDefault();
  if (!form || isWaiting()) return;
  for (const name of names) visited.add(name);
  const now = JSON.stringify(current());
  // What was not seen is not written: a first Enter shows the effect, a second writes it.
  if (!shown || shown.of !== now) {
    look();
    return;
  }
  if (!shown.preview.writes) return;
  say('Writing…');
  enable(false);
  ask('writeChange', kind, current(), JSON.stringify(shown.preview), attempt).then(
    answer => answered(answer, now),
    fail,
  );
}

function answered(answer: ChangeAnswer, of: string): void {
  if ('done' in answer) {
    say(`Written. ${answer.done.says.join(' ')}`);
    showDone(true);
    // Not on a button: an impatient second Enter would press it.
    part('status').focus();
    return;
  }
  enable(true);
  looked(answer, of);
  if ('problems' in answer) refuse(answer.problems);
  else say('The workbook has changed meanwhile, and nothing was written. Look at the figures again.', true);
}

function refuse(found: readonly ChangeProblem[]): void {
  say('Nothing written yet: see the fields marked below.', true);
  focusFirst(found);
}

function fail(error: Error): void {
  enable(true);
  sayFailure(error);
}

preparePlaces();
for (const name of names) {
  field(name).addEventListener('input', () => {
    if (name === 'client') {
      offerBlocks();
      fillOverage();
    }
    changed();
  });
  field(name).addEventListener('change', () => visited.add(name));
}
part('change').addEventListener('submit', submit);
part('again').addEventListener('click', open);
closeOnRequest();
open();
