import { runOutOf } from '../notices/run-out-range';
import { type BurnDown, pointsFrom } from '../pictures/burn-down';
import { figuresOf } from '../reports/figures';
import type { Step } from '../rules/account';
import { hoursShare } from '../rules/hours-share';
import { settleOne } from '../rules/settle';
import { addDays, dateText, later } from '../units/calendar-date';
import { hoursText, noTime } from '../units/seconds';
import {
  blocksSection,
  brokenNotes,
  clientNotes,
  hourNotes,
  noticeSection,
  paceNotes,
  unpaidSection,
  workSection,
} from './card-sections';
import { agreementSection, careSection, thingsSection } from './care-sections';
import type { CardFacts, CardHours, CardSection, ClientCard } from './client-card';

/** Gives nothing where there is nothing of the kind to say. */
type MakeSection = (facts: CardFacts) => CardSection | undefined;

/** The sections in the order in which they stand; one that is added here is shown. */
const sections: readonly MakeSection[] = [
  blocksSection,
  unpaidSection,
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
      burnDown: null,
      notes: [...brokenNotes(facts), ...clientNotes(facts)],
      sections: madeOf(soundSections, facts),
    };
  return {
    name,
    state,
    hours: cardHours(facts),
    money: money.map(({ currency, value, saved }) => ({ currency, value, saved })),
    burnDown: burnDownOf(facts),
    notes: [...brokenNotes(facts), ...clientNotes(facts), ...hourNotes(facts), ...paceNotes(facts)],
    sections: madeOf(sections, facts),
  };
}

/** Half a year back, where there is so much. */
const shownDays = 183;

/** From the first step of that time on; what was left before it is what the first one came upon. */
function burnDownOf({ settled, ledger, notices }: CardFacts): BurnDown | null {
  const steps: Step[] = [];
  settleOne(ledger, settled.client, step => steps.push(step));
  const [first] = steps;
  if (!first) return null;
  const today = settled.asOf;
  const from = later(first.date, addDays(today, -shownDays));
  const before = steps.filter(({ date }) => date < from);
  const came = steps.filter(({ kind, date, drawn }) => kind === 'usable' && date >= from && drawn > 0);
  const runOut = runOutOf(settled, ledger.settings.paceWeeks, notices);
  const { left, whole } = hoursShare(settled, ledger.settings);
  const until = runOut ? `, enough until about ${dateText(runOut.date)}` : '';
  return {
    title: `${settled.client.name} has ${hoursText(left)}${whole > 0 ? ` of ${hoursText(whole)}` : ''}${until}`,
    ...{ from, today },
    points: pointsFrom(from, before[before.length - 1]?.left ?? noTime, steps),
    arrivals: came.map(({ date, drawn }) => [date, drawn]),
    ...(runOut && { runOut: { date: runOut.date, first: runOut.first, last: runOut.last } }),
  };
}

function madeOf(makers: readonly MakeSection[], facts: CardFacts): CardSection[] {
  return makers.flatMap(section => section(facts) ?? []);
}

function cardHours({ settled, ledger }: CardFacts): CardHours {
  const { left, whole, share } = hoursShare(settled, ledger.settings);
  return { left: hoursText(left), of: whole > 0 ? `of ${hoursText(whole)}` : '', share };
}
