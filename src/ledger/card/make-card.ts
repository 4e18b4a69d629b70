import { figuresOf } from '../reports/figures';
import { cardHours } from './card-hours';
import { brokenNotes, clientNotes, hourNotes, paceNotes } from './card-notes';
import { blocksSection, noticeSection, workSection } from './card-sections';
import type { CardFacts, ClientCard } from './client-card';

/** The sections in the order in which they stand; one that is added here is shown. */
const sections = [blocksSection, workSection, noticeSection];
/** Those that do not depend on every row being read. */
const soundSections = [workSection, noticeSection];

/** A client at a glance; where a row cannot be counted, which one stands in place of figures that may be wrong. */
export function makeCard(facts: CardFacts): ClientCard {
  const { settled, ledger } = facts;
  const { name, state, money, broken } = figuresOf(settled, ledger);
  if (broken !== undefined)
    return {
      name,
      state: '',
      hours: null,
      money: [],
      notes: [...brokenNotes(facts), ...clientNotes(facts)],
      sections: soundSections.map(section => section(facts)),
    };
  return {
    name,
    state,
    hours: cardHours(facts),
    money: money.map(({ currency, value, saved }) => ({ currency, value, saved })),
    notes: [...clientNotes(facts), ...hourNotes(facts), ...paceNotes(facts)],
    sections: sections.map(section => section(facts)),
  };
}
