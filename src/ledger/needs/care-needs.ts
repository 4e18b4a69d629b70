import { careOf, type DueTask } from '../care/care-of';
import { dateText } from '../units/calendar-date';
import { counted } from '../units/counted';
import { shortened } from '../units/shortened';
import { lastContact } from './contact';
import type { Need, NeedsInput } from './need';

const longestText = 120;
const brief = (text: string) => shortened(text.replace(/\s+/g, ' '), longestText);

/** What the tabs of care say of a client: tasks that are behind, no contact, small things that press. */
export function careNeeds(key: string, input: NeedsInput): readonly Need[] {
  const { care, ledger } = input;
  const { overdue, things } = careOf(key, care, ledger.settings.today);
  const pressing = things.filter(({ priority }) => priority === 'high');
  return [
    ...overdue.map(overdueNeed),
    ...contactNeed(key, input),
    ...pressing.map(({ row, what, foundOn }): Need => {
      const since = foundOn === undefined ? '' : `, found on ${dateText(foundOn)}`;
      const weight = foundOn === undefined ? 0 : ledger.settings.today - foundOn;
      return { kind: 'small thing', text: `${brief(what)}${since}.`, tab: 'Small things', row, weight };
    }),
  ];
}

function overdueNeed({ task, on, daysLate }: DueTask): Need {
  const days = `${counted(daysLate, 'day')} ago`;
  const last = task.lastDone === undefined ? 'not done yet' : `last done on ${dateText(task.lastDone)}`;
  const text = `${brief(task.task)}: due on ${dateText(on)}, ${days}; ${last}.`;
  return { kind: 'overdue', text, tab: 'Care plan', row: task.row, weight: daysLate };
}

function contactNeed(key: string, { care, asked, checkIns, settled, ledger }: NeedsInput): readonly Need[] {
  const every = checkIns.get(key);
  const client = ledger.clients.get(key);
  if (!every || !client) return [];
  const { today } = ledger.settings;
  const last = lastContact(key, care, asked, settled.get(key), today);
  const days = last === undefined ? every + 1 : today - last;
  if (days <= every) return [];
  const since =
    last === undefined ? 'No contact is noted yet' : `No contact since ${dateText(last)}, ${days} days ago`;
  const text = `${since}; check in every ${every} days.`;
  return [{ kind: 'no contact', text, tab: 'Clients', row: client.row, weight: days }];
}
