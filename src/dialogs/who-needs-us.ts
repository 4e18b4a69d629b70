import { overviewPicture, overviewTitle } from '../ledger/pictures/overview';
import { type Answer, ask } from './ask';
import { button, element, part, say, sayFailure, styled, tableRow } from './page';
import { pictureElement, pictureWidth } from './picture';
import { rowButton } from './row-buttons';
import { showAgain } from './shown-list';

type NeedsList = Answer<'listWhoNeedsUs'>;
type Need = NeedsList['clients'][number]['needs'][number];

/** The word before each reason, and its colour; never the colour alone. */
const words: Readonly<Record<string, readonly [string, string]>> = {
  'to be paid': ['to be paid', 'check'],
  'said yes': ['said yes', 'fine'],
  'not paid': ['not paid', 'used-up'],
  'no answer': ['no answer', 'used-up'],
  overdue: ['overdue', 'used-up'],
  'no contact': ['no contact', 'low'],
  expires: ['would expire', 'expiring'],
  'small thing': ['small thing', 'low'],
  size: ['next block', 'aside'],
  agreement: ['agreement', 'aside'],
};

function show({ today, clients, overview, remarks }: NeedsList): void {
  const count = clients.length === 1 ? '1 client needs us' : `${clients.length} clients need us`;
  say(clients.length === 0 ? `Nobody needs us on ${today}.` : `${count} on ${today}, the worst first.`);
  part('clients').replaceChildren(...clients.map(card));
  part('remarks').replaceChildren(...remarks.map(text => element('p', text)));
  part('overview').replaceChildren(...overviewOf(overview));
}

/** The picture, and the same as a table for those who do not see it. */
function overviewOf(bars: NeedsList['overview']): Node[] {
  if (bars.length === 0) return [];
  const head = element('thead', tableHead('Client', 'Hours left', 'State'));
  const rows = bars.map(({ name, left, state }) => tableRow(name, left, state));
  const table = element('table', element('caption', overviewTitle(bars)), head, element('tbody', ...rows));
  const picture = pictureElement(overviewPicture(bars, pictureWidth(part('overview'))));
  return [picture, styled('div', 'unseen', table)];
}

function tableHead(...names: readonly string[]): HTMLTableRowElement {
  return element('tr', ...names.map(name => Object.assign(element('th', name), { scope: 'col' })));
}

function card({ name, row, needs }: NeedsList['clients'][number]): HTMLElement {
  const title = row > 0 ? rowButton(name, 'Clients', row, `Go to ${name} in Clients`) : name;
  const lines = element('ul', ...needs.map(need => line(name, need)));
  return styled('li', 'card', element('h3', title), lines);
}

function line(name: string, { kind, text, tab, row, notice, block }: Need): HTMLElement {
  const [word, colour] = words[kind] ?? [kind, 'aside'];
  const where = `Row ${row} of ${tab}`;
  const go = rowButton(where, tab, row, `${where}: ${name}, ${word}`);
  const said = element('p', styled('span', `state ${colour}`, word), ` ${text} `, go);
  if (block) {
    const request = button(
      'Payment request…',
      () => ask('paymentOfBlock', block).catch(sayFailure),
      `Payment request of ${block}: ${name}`,
    );
    return styled('li', 'need', said, styled('div', 'choices', request));
  }
  if (!notice) return styled('li', 'need', said);
  const yes = button(
    'They said yes',
    () => ask('sellFromNotice', notice).catch(sayFailure),
    `They said yes: ${name}`,
  );
  return styled('li', 'need', said, styled('div', 'choices', yes));
}

function clear(): void {
  part('clients').replaceChildren();
  part('overview').replaceChildren();
  part('remarks').replaceChildren();
}

showAgain('Looking through the workbook…', () => ask('listWhoNeedsUs'), show, clear);
