import type { ExpiredBlock, ExpiredHours } from '../ledger/reports/expired-hours';
import { type CalendarDate, dateText, parseIsoDate } from '../ledger/units/calendar-date';
import { hoursText } from '../ledger/units/seconds';
import { ask } from './ask';
import { closeOnRequest, element, part, say } from './page';
import { moneyFor } from './reader';
import { rowButton } from './row-buttons';
import { showAgain } from './shown-list';

/** Which of the two is lawful is the accountant's decision, so the page only says what holds. */
const meanings: Readonly<Record<ExpiredHours['setting'], string>> = {
  keep: 'Their value stays owed: Expired hours is set to keep in Settings. Ask your accountant before you change it.',
  breakage:
    'Their value becomes revenue on the day after: Expired hours is set to breakage in Settings. Ask your accountant before you change it.',
};

function show({ setting, blocks }: ExpiredHours): void {
  const count = blocks.length === 1 ? '1 block' : `${blocks.length} blocks`;
  say(blocks.length === 0 ? 'No block has ended with unused hours.' : `${count} ended with unused hours.`);
  part('setting').textContent = blocks.length === 0 ? '' : meanings[setting];
  part('blocks').replaceChildren(...blocks.map(line));
}

function line({ client, block, row, ended, hours, value, currency }: ExpiredBlock): HTMLElement {
  const go = rowButton(block, 'Blocks', row, `Go to ${block} in row ${row} of Blocks`);
  const day = dateText(parseIsoDate(ended) as CalendarDate);
  const words = `${client}: ${hoursText(hours)} worth ${moneyFor(value, currency)} ended on ${day}.`;
  return element('li', go, element('span', words));
}

closeOnRequest();
showAgain('Looking through the blocks…', () => ask('listExpiredHours'), show);
