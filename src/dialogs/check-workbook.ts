import { type Answer, ask } from './ask';
import { button, buttonNamed, element, part, say, sayFailure, styled } from './page';
import { rowButton } from './row-buttons';
import { newAttempt } from './sent-form';
import { showAgain } from './shown-list';

type Issue = Answer<'listIssues'>[number];
type MendAnswer = Answer<'mendIssue'>;

const list = part('issues');
const [meant, undo] = [buttonNamed('meant'), buttonNamed('undo')];
/** Said in front of how many there are. */
let told = '';

function show(issues: readonly Issue[]): void {
  const count = `${issues.length} ${issues.length === 1 ? 'problem' : 'problems'} found.`;
  say([told, issues.length === 0 ? 'No problems found.' : count].join(' ').trim());
  told = '';
  // What was there and is gone is accepted by a person only.
  meant.hidden = !issues.some(({ message }) => message.includes(`"${meant.textContent}"`));
  const tabs = [...new Set(issues.map(issue => issue.tab))];
  const groupOf = (tab: string) => issues.filter(issue => issue.tab === tab);
  list.replaceChildren(
    ...tabs.map(tab => element('section', element('h2', tab), element('ul', ...groupOf(tab).map(line)))),
  );
}

function line(issue: Issue): HTMLElement {
  const { tab, row, header, message, mends = [] } = issue;
  const cell = header === undefined ? '' : `, ${header}`;
  const go = rowButton(`Row ${row}${cell}`, tab, row, `Row ${row}${cell}: go to it in ${tab}`, header);
  const buttons = mends.map(({ label }) => {
    const spoken = `${label}: row ${row} of ${tab}`;
    return button(label, () => write(ask('mendIssue', plain(issue), label, newAttempt())), spoken);
  });
  const offered = buttons.length > 0 ? [styled('p', 'mends', ...buttons)] : [];
  return styled('li', 'issue', element('p', go, ` ${message}`), ...offered);
}

/** By which the script finds it again. */
function plain({ tab, row, message }: Issue): Issue {
  return { tab, row, message };
}

function setAllDisabled(isDisabled: boolean): void {
  for (const each of document.querySelectorAll('button')) each.disabled = isDisabled;
}

/** While it is written no second button can be pressed; then the list is made anew. */
function write(answer: Promise<MendAnswer>, canUndo = true): void {
  setAllDisabled(true);
  say('Writing…');
  answer
    .then(said => {
      told = 'done' in said ? said.done : said.refusal;
      if ('done' in said) undo.hidden = !canUndo;
      return ask('listIssues');
    })
    .then(show)
    .catch(sayFailure)
    .then(() => {
      setAllDisabled(false);
      part('status').focus();
    }, sayFailure);
}

undo.addEventListener('click', () => write(ask('takeBackMend'), false));
meant.addEventListener('click', () => void ask('itIsMeantSo').then(show, sayFailure));

showAgain(
  'Looking through the workbook…',
  () => ask('listIssues'),
  show,
  () => list.replaceChildren(),
);
