import { type Answer, ask } from './ask';
import { buttonNamed, element, part, say, sayFailure } from './page';
import { rowButton } from './row-buttons';
import { showAgain } from './shown-list';

type Issue = Answer<'listIssues'>[number];

const list = part('issues');
const meant = buttonNamed('meant');

function show(issues: readonly Issue[]): void {
  const count = `${issues.length} ${issues.length === 1 ? 'problem' : 'problems'} found.`;
  say(issues.length === 0 ? 'No problems found.' : count);
  // What was there and is gone is accepted by a person only.
  meant.hidden = !issues.some(({ message }) => message.includes(`"${meant.textContent}"`));
  const tabs = [...new Set(issues.map(issue => issue.tab))];
  const groupOf = (tab: string) => issues.filter(issue => issue.tab === tab);
  list.replaceChildren(
    ...tabs.map(tab => element('section', element('h2', tab), element('ul', ...groupOf(tab).map(line)))),
  );
}

function line({ tab, row, message }: Issue): HTMLElement {
  const go = rowButton(`Row ${row}`, tab, row, `Go to row ${row} of ${tab}`);
  return element('li', go, element('span', message));
}

meant.addEventListener('click', () => void ask('itIsMeantSo').then(show, sayFailure));

showAgain(
  'Looking through the workbook…',
  () => ask('listIssues'),
  show,
  () => list.replaceChildren(),
);
