import { figuresOf } from '../reports/figures';
import { balanceOf } from '../rules/settle';
import { standingOf } from '../rules/standing';
import { sumOf } from '../units/amounts';
import { hoursText, noTime } from '../units/seconds';
import {
  blocksSection,
  brokenNotes,
  clientNotes,
  hourNotes,
  noticeSection,
  paceNotes,
  workSection,
} from './card-sections';
import { agreementSection, careSection, thingsSection } from './care-sections';
import type { CardFacts, CardHours, CardSection, ClientCard } from './client-card';

/** Gives nothing where there is nothing of the kind to say. */
type MakeSection = (facts: CardFacts) => CardSection | undefined;

/** The sections in the order in which they stand; one that is added here is shown. */
const sections: readonly MakeSection[] = [
  blocksSection,
  workSection,
  careSection,
  thingsSection,
  agreementSection,
  noticeSection,
];
/** Those that do not depend on every row being read. */
const soundSections: readonly MakeSection[] = [workSection, careSection, thingsSection, noticeSection];

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
      sections: madeOf(soundSections, facts),
    };
  return {
    name,
    state,
    hours: cardHours(facts),
    money: money.map(({ currency, value, saved }) => ({ currency, value, saved })),
    notes: [...brokenNotes(facts), ...clientNotes(facts), ...hourNotes(facts), ...paceNotes(facts)],
    sections: madeOf(sections, facts),
  };
}

function madeOf(makers: readonly MakeSection[], facts: CardFacts): CardSection[] {
  return makers.flatMap(section => section(facts) ?? []);
}

/** The balance, of the hours of the blocks that are open; once all are used up, of the newest purchase. */
function cardHours({ settled, ledger }: CardFacts): CardHours {
  const balance = balanceOf(settled);
  const open = settled.account.opened.filter(({ state, left }) => state === 'usable' && left > 0);
  const newest = standingOf(settled, ledger.settings).newest?.hours ?? noTime;
  const whole = sumOf(open.map(({ block }) => block.hours)) || newest;
  const share = whole > 0 ? Math.min(Math.max(balance / whole, 0), 1) : 0;
  return { left: hoursText(balance), of: whole > 0 ? `of ${hoursText(whole)}` : '', share };
}
