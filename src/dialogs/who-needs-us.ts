import { type Answer, ask } from './ask';
import { element, part, say, sayFailure } from './page';

type NeedsList = Answer<'listWhoNeedsUs'>;
type Need = NeedsList['clients'][number]['needs'][number];

const again = part('again') as HTMLButtonElement;
/** The word before each reason, and its colour; never the colour alone. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  'no answer': ['no answer', 'used-up'],
  overdue: ['overdue', 'used-up'],
  'no contact': ['no contact', 'low'],
  expires: ['would expire', 'expiring'],
  'small thing': ['small thing', 'low'],
  'no plan': ['no plan', 'low'],
  size: ['next block', 'aside'],
  agreement: ['agreement', 'aside'],
};

function look(): void {
  say('Looking through the workbook…');
  again.disabled = true;
  ask('listWhoNeedsUs').then(show, fail);
}

function show({ today, clients, remark }: NeedsList): void {
  again.disabled = false;
  const count = clients.length === 1 ? '1 client needs us' : `${clients.length} clients need us`;
  say(clients.length === 0 ? `Nobody needs us on ${today}.` : `${count} on ${today}, the worst first.`);
  part('clients').replaceChildren(...clients.map(card));
  part('remark').textContent = remark;
}

function card({ name, row, needs }: NeedsList['clients'][number]): HTMLElement {
  const heading = element('h3', row > 0 ? goTo(name, 'Clients', row, `Go to ${name} in Clients`) : name);
  const item = element('li', heading, element('ul', ...needs.map(need => line(name, need))));
  item.className = 'card';
  return item;
}

function line(name: string, { kind, text, tab, row }: Need): HTMLElement {
  const [word, colour] = words[kind] ?? [kind, 'aside'];
  const state = element('span', word);
  state.className = `state ${colour}`;
  const where = `Row ${row} of ${tab}`;
  const go = goTo(where, tab, row, `${where}: ${name}, ${word}`);
  const item = element('li', element('p', state, ` ${text} `, go));
  item.className = 'need';
  return item;
}

function goTo(text: string, tab: string, row: number, spoken: string): HTMLButtonElement {
  const button = element('button', text);
  button.type = 'button';
  button.setAttribute('aria-label', spoken);
  button.addEventListener('click', () => ask('goToRow', tab, row).catch(sayFailure));
  return button;
}

function fail(error: Error): void {
  again.disabled = false;
  part('clients').replaceChildren();
  part('remark').textContent = '';
  sayFailure(error);
}

again.addEventListener('click', look);
look();
