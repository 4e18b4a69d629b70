import type { Issue } from '../ledger/model/issue';
import type { TabName } from '../ledger/model/tab-names';

/** Does one step of what looks after the workbook; where it fails the others go on, and a person hears of it. */
export type Step = (tab: TabName, what: string, work: () => void) => void;

/** Steps that fail each for itself, and what they add to the issues. */
export function createSteps(issues: Issue[]): Step {
  return (tab, what, work) => {
    try {
      work();
    } catch (error) {
      const reason = (error as Error).message.replace(/\.?$/, '.');
      const message = `${what} could not be done: ${reason} Look whether the tab is protected or the workbook is full.`;
      issues.push({ tab, row: 1, message });
    }
  };
}
