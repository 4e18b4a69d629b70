import type { RuleAnswer, RuleEffect } from '../ledger/changes/rule-effect';
import { type Rule, type RuleForm, ruleFields } from '../ledger/changes/rules-list';
import { hoursText, type Seconds } from '../ledger/units/seconds';
import { ask } from './ask';
import { clientTable, showWords } from './effects';
import { createFields } from './fields';
import { closeOnRequest, element, part, say, sayFailure } from './page';
import { createStages } from './stages';

const { field, focusFirst, preparePlaces, showProblems, typed } = createFields(ruleFields);
const { button: writeButton, enable, showDone, isWaiting } = createStages('write', ['fields', 'changing']);
/** A moment without typing before the script is asked. */
const pause = 500;
/** More would be no overview. */
const mostClients = 12;

let form: RuleForm | undefined;
/** One name for one change, so that sending it again after a lost answer does not write it twice. */
let attempt = '';
/** The effect on the page, and for what it was worked out. */
let shown: { readonly effect: RuleEffect; readonly of: string } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function open(): void {
  say('Reading the workbook…');
  enable(false);
  ask('ruleForm').then(begin, sayFailure);
}

function begin(opened: RuleForm): void {
  form = opened;
  offer(
    'rule',
    opened.rules.map(({ name, tab }) => [name, tab === 'Settings' ? name : `${name} of a work type`]),
  );
  say('');
  showDone(false);
  enable(true);
  choose();
  field('rule').focus();
}

function offer(name: 'rule' | 'whose', options: readonly (readonly [value: string, text: string])[]): void {
  field(name).replaceChildren(
    ...options.map(([value, text]) => {
      const option = element('option', text);
      option.value = value;
      return option;
    }),
  );
}

function chosen(): Rule | undefined {
  return form?.rules.find(({ name }) => name === field('rule').value);
}

/** Another rule is another question: for whom it holds, and which words it may have. */
function choose(): void {
  const rule = chosen();
  if (!form || !rule) return;
  const clients = rule.ofClient ? form.clients.map(name => [name, name] as const) : [];
  const isWork = rule.tab === 'Work types';
  const label = document.querySelector('label[for="whose"]');
  if (label) label.textContent = isWork ? 'Work type' : 'For';
  offer(
    'whose',
    isWork ? form.workTypes.map(name => [name, name]) : [['', 'All clients (Settings)'], ...clients],
  );
  part('values').replaceChildren(
    ...rule.choices.map(choice => {
      const option = element('option');
      option.value = choice;
      return option;
    }),
  );
  (field('value') as HTMLInputElement).inputMode = rule.choices.length > 0 ? 'text' : 'decimal';
  field('value').value = '';
  changed();
}

function changed(): void {
  const [rule, whose] = [field('rule').value, field('whose').value];
  const now = form?.values[rule]?.[whose] ?? '';
  const blank =
    whose === ''
      ? 'Nothing stands there now.'
      : 'Nothing stands there now, so what holds for all clients counts.';
  const words = chosen()?.choices.join(' or ');
  part('now').textContent = `${now === '' ? blank : `Now: ${now}.`}${words ? ` It may be ${words}.` : ''}`;
  attempt = `${Date.now()} ${Math.random()}`;
  shown = undefined;
  writeButton.disabled = false;
  showProblems([]);
  showEffect(undefined);
  clearTimeout(timer);
  if (field('value').value.trim() !== '') timer = setTimeout(look, pause);
}

/** Asks what the rule would move. */
function look(): void {
  clearTimeout(timer);
  const [asked, of] = [typed(), JSON.stringify(typed())];
  showEffect(undefined);
  showWords(['Working out what it would move…']);
  ask('previewRule', asked).then(answer => looked(answer, of), fail);
}

/** An answer for what was typed before is not shown. */
function looked(answer: RuleAnswer, of: string): void {
  if (of !== JSON.stringify(typed())) return;
  if ('problems' in answer) {
    showEffect(undefined);
    showProblems(answer.problems);
    return;
  }
  const effect = 'moved' in answer ? answer.moved : answer.done;
  shown = { effect, of };
  showEffect(effect);
}

function showEffect(effect: RuleEffect | undefined): void {
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

function submit(event: Event): void {
  event.preventDefault();
  if (!form || isWaiting()) return;
  const now = JSON.stringify(typed());
  // What was not seen is not written: a first Enter shows what it moves, a second writes it.
  if (!shown || shown.of !== now) {
    look();
    return;
  }
  say('Writing…');
  enable(false);
  ask('writeRule', typed(), JSON.stringify(shown.effect), attempt).then(
    answer => answered(answer, now),
    fail,
  );
}

function answered(answer: RuleAnswer, of: string): void {
  if ('done' in answer) {
    say('Changed. Blocks > Undo the last dialog takes it back.');
    showDone(true);
    // Not on a button: an impatient second Enter would press it.
    part('status').focus();
    return;
  }
  enable(true);
  looked(answer, of);
  if ('problems' in answer) {
    say('Nothing changed yet: see the field marked below.', true);
    focusFirst(answer.problems);
  } else say('The workbook has changed meanwhile, and nothing was written. Look at the figures again.', true);
}

function fail(error: Error): void {
  enable(true);
  showWords([]);
  sayFailure(error);
}

preparePlaces();
field('rule').addEventListener('input', choose);
for (const name of ['whose', 'value'] as const) field(name).addEventListener('input', changed);
part('change').addEventListener('submit', submit);
part('again').addEventListener('click', open);
closeOnRequest();
open();
