import { type Answer, ask } from './ask';
import { element, part, say, sayFailure } from './page';

type Issue = Answer<'listIssues'>[number];

const again = part('again') as HTMLButtonElement;
const list = part('issues');

function check(): void {
  say('Looking through the workbook…');
  again.disabled = true;
  ask('listIssues').then(show, fail);
}

function show(issues: readonly Issue[]): void {
  again.disabled = false;
  say(
    issues.length === 0
      ? 'No problems found.'
      : `${issues.length} ${issues.length === 1 ? 'problem' : 'problems'} found.`,
  );
  const tabs = [...new Set(issues.map(issue => issue.tab))];
  list.replaceChildren(
    ...tabs.map(tab =>
      group(
        tab,
        issues.filter(issue => issue.tab === tab),
      ),
    ),
  );
}

function fail(error: Error): void {
  again.disabled = false;
  list.replaceChildren();
  sayFailure(error);
}

function group(tab: string, issues: readonly Issue[]): HTMLElement {
  return element('section', element('h2', tab), element('ul', ...issues.map(line)));
}

function line({ tab, row, message }: Issue): HTMLElement {
  const go = element('button', `Row ${row}`);
  go.type = 'button';
  go.setAttribute('aria-label', `Go to row ${row} of ${tab}`);
  go.addEventListener('click', () => ask('goToRow', tab, row).catch(sayFailure));
  return element('li', go, element('span', message));
}

again.addEventListener('click', check);
check();
