import {
  type Rule,
  type RuleEffect,
  type RuleForm,
  type RuleProblem,
  ruleFields,
} from '../ledger/changes/rule-effect';
import { hoursText, type Seconds } from '../ledger/units/seconds';
import { ask, type Given } from './ask';
import { clientTable, showWords } from './effects';
import { createFields } from './fields';
import { element, offer, part } from './page';
import { createSeenForm } from './seen-form';

type TypedRule = Given<'previewRule'>[0];

const { field, focusFirst, showProblems, typed } = createFields(ruleFields);
/** More would be no overview. */
const mostClients = 12;
let opened: RuleForm | undefined;

const { open, changed } = createSeenForm<TypedRule, RuleEffect, RuleProblem>({
  looking: 'Working out what it would move…',
  refused: 'Nothing changed yet: see the field marked below.',
  moved: 'The workbook has changed meanwhile, and nothing was written. Look at the figures again.',
  told: () => 'Changed. Blocks > Undo the last dialog takes it back.',
  typed,
  isComplete: () => field('value').value.trim() !== '',
  look: now => ask('previewRule', now),
  write: (now, seen, attempt) => ask('writeRule', now, seen, attempt),
  show: showEffect,
  showProblems,
  focusFirst,
});

function begin(found: RuleForm): void {
  opened = found;
  offer(
    'rule',
    found.rules.map(({ name, tab }) => [name, tab === 'Settings' ? name : `${name} of a work type`]),
  );
  choose();
  field('rule').focus();
}

function chosen(): Rule | undefined {
  return opened?.rules.find(({ name }) => name === field('rule').value);
}

/** Another rule is another question: for whom it holds, and which words it may have. */
function choose(): void {
  const rule = chosen();
  if (!opened || !rule) return;
  const clients = rule.ofClient ? opened.clients : [];
  const isWork = rule.tab === 'Work types';
  const label = document.querySelector('label[for="whose"]');
  if (label) label.textContent = isWork ? 'Work type' : 'For';
  offer('whose', isWork ? opened.workTypes : [['', 'All clients (Settings)'], ...clients]);
  offer('values', rule.choices);
  (field('value') as HTMLInputElement).inputMode = rule.choices.length > 0 ? 'text' : 'decimal';
  field('value').value = '';
  update();
}

function update(): void {
  const [rule, whose] = [field('rule').value, field('whose').value];
  const now = opened?.values[rule]?.[whose] ?? '';
  const blank =
    whose === ''
      ? 'Nothing stands there now.'
      : 'Nothing stands there now, so what holds for all clients counts.';
  const words = chosen()?.choices.join(' or ');
  part('now').textContent = `${now === '' ? blank : `Now: ${now}.`}${words ? ` It may be ${words}.` : ''}`;
  changed();
}

function showEffect(effect?: RuleEffect): void {
  showWords(effect ? wordsOf(effect) : []);
  const tables =
    effect && effect.clients.length > 1 ? [{ client: 'All of these', figures: effect.total }] : [];
  const shownClients = effect?.clients.slice(0, mostClients) ?? [];
  part('effects').replaceChildren(...[...tables, ...shownClients].map(clientTable));
  const more = (effect?.clients.length ?? 0) - shownClients.length;
  if (more > 0) part('effects').append(element('p', `And ${more} more, who are in the sum above.`));
}

function wordsOf({ entries, charged, clients }: RuleEffect): string[] {
  const count = entries === 1 ? '1 entry is' : `${entries} entries are`;
  const sign = charged > 0 ? '+' : '';
  const work =
    entries === 0
      ? 'No entry is charged differently.'
      : `${count} charged differently: ${sign}${hoursText(charged as Seconds)} in all.`;
  const figures = clients.length === 0 ? 'No figure moves.' : '';
  return [work, figures, 'Entries of closed months stay as they were charged.'].filter(text => text !== '');
}

field('rule').addEventListener('input', choose);
for (const name of ['whose', 'value'] as const) field(name).addEventListener('input', update);
open(() => ask('ruleForm'), begin);
