import type { ChangeForm, ChangePreview, HeldBlock, Holder } from '../ledger/changes/change-form';
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
import { namesOf, offer, part, say } from './page';
import { moneyFor } from './reader';
import { createSeenForm } from './seen-form';

/** One page for *Correct*, *Refund*, *Transfer* and *Settle hours beyond the blocks*: each has the fields that it needs. */
const kind = document.body.dataset.kind as ChangeKind;
const names = changeFields.filter(name => document.getElementById(name));
const { field, focusFirst, showProblems, typed } = createFields(names);
const has = (name: ChangeField) => names.includes(name);

let opened: ChangeForm | undefined;
const visited = new Set<ChangeField>();

const { open, changed } = createSeenForm<TypedChange, ChangePreview, ChangeProblem>({
  looking: 'Working out what it does…',
  refused: 'Nothing written yet: see the fields marked below.',
  moved: 'The workbook has changed meanwhile, and nothing was written. Look at the figures again.',
  told: ({ says }) => `Written. ${says.join(' ')}`,
  typed: current,
  isComplete,
  look: now => ask('previewChange', kind, now),
  write: (now, seen, attempt) => ask('writeChange', kind, now, seen, attempt),
  show(preview) {
    if (preview) say('');
    showEffects(preview);
  },
  does: ({ writes }) => writes,
  sending() {
    for (const name of names) visited.add(name);
  },
  showProblems: showFound,
  focusFirst,
});

/** What stands in the fields that are shown; what was typed for another way of doing it does not count. */
function current(): TypedChange {
  const stands: Partial<TypedChange> = typed();
  const isShown = (name: ChangeField) => has(name) && !field(name).closest('[data-way][hidden]');
  const texts = changeFields.map(name => [name, isShown(name) ? stands[name] : '']);
  return Object.fromEntries(texts) as TypedChange;
}

function begin(found: ChangeForm): void {
  opened = found;
  visited.clear();
  const { clients, selected } = found;
  const offered = namesOf(clients.filter(({ overage }) => kind !== 'settle' || overage > 0));
  offer('clients', offered);
  if (has('toClient')) offer('toClients', namesOf(clients));
  field('client').value = offered.includes(selected) ? selected : '';
  field('date').value = found.today;
  offerBlocks();
  if (has('block')) field('block').value = found.block;
  if (kind === 'settle' && offered.length === 0) say('No client has hours that no block covers.');
  fillOverage();
  update();
  field(field('client').value ? (has('toClient') ? 'toClient' : 'hours') : 'client').focus();
}

function holder(): Holder | undefined {
  const key = foldName(field('client').value);
  return opened?.clients.find(({ name }) => foldName(name) === key);
}

/** The blocks of the chosen client; without a choice hours are taken in the order in which work takes them. */
function offerBlocks(): void {
  if (!has('block')) return;
  const blocks = (holder()?.blocks ?? []).map(block => [block.number, blockText(block)] as const);
  offer('block', [['', 'any, in the order in which work takes them'], ...blocks]);
}

function blockText({ number, left, value, currency, hasExpired }: HeldBlock): string {
  return `${number}: ${hoursText(left)}, ${moneyFor(value, currency)}${hasExpired ? ', expired' : ''}`;
}

/** All of an overage is settled, unless somebody types less. */
function fillOverage(): void {
  const overage = holder()?.overage;
  if (kind === 'settle') field('hours').value = overage ? hoursInput(overage) : '';
}

function update(): void {
  showHeld();
  showWay();
  changed();
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

/** Where nobody has been yet a red mark would scold too early; what is missing is said all the same. */
function showFound(problems: readonly ChangeProblem[]): void {
  const filled = names.filter(name => visited.has(name) || field(name).value.trim() !== '');
  showProblems(problems, filled);
  if (problems.length === 0) return;
  say('');
  showWords(problems.filter(problem => !filled.includes(problem.field)).map(({ message }) => message));
}

for (const name of names) {
  field(name).addEventListener('input', () => {
    if (name === 'client') {
      offerBlocks();
      fillOverage();
    }
    update();
  });
  field(name).addEventListener('change', () => visited.add(name));
}
open(() => ask('changeForm'), begin);
