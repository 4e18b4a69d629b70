import { type Answer, ask, type Given } from './ask';
import { control, element, offer, onClick, openWith, part } from './page';
import { createPaperForm } from './paper-form';

type StatementForm = Answer<'statementForm'>;

let opened: StatementForm | undefined;

const paper = createPaperForm<Answer<'previewStatement'>>({
  looking: 'Working it out…',
  buttons: ['save', 'mail', 'write'],
  feet: ['giving', 'sending'],
  isKept: true,
  missing: () => (control('client').value.trim() === '' ? 'Choose the client.' : ''),
  look: () => ask('previewStatement', request()),
  show({ standing, hasMoved }) {
    part('standing').replaceChildren(...standing.map(line => element('li', line)));
    part('versions').hidden = !hasMoved;
  },
  clear: () => part('standing').replaceChildren(),
  // From now on it reprints.
  given: () => takeVersion(),
});

function request(): Given<'previewStatement'>[0] {
  const { to: address = '', seen = '' } = paper.seen() ?? {};
  const [client, from, to] = [control('client').value, control('from').value, control('to').value];
  return { client, from, to, version: control('version').value, seen, address };
}

function begin(found: StatementForm): void {
  opened = found;
  offer('clients', found.clients);
  control('client').value = found.selected;
  fillPeriod();
  takeVersion();
  paper.begin('client');
}

/** A named period fills the two days; a day that is typed makes it one's own. */
function fillPeriod(): void {
  const range = opened?.periods[control('period').value as keyof StatementForm['periods']];
  if (!range) return;
  control('from').value = range.from;
  control('to').value = range.to;
}

function takeVersion(version = 'issued'): void {
  control('version').value = version;
}

/** What is chosen anew begins with what was issued. */
function choose(): void {
  takeVersion();
  paper.choose();
}

onClick('save', () => paper.give('Making the file…', ask('saveStatement', request())));
onClick('write', () => paper.give('Writing the tab…', ask('writeStatementTab', request())));
paper.mails('statement', attempt => ask('mailStatement', request(), attempt));
control('period').addEventListener('change', () => {
  fillPeriod();
  choose();
});
for (const id of ['from', 'to'])
  control(id).addEventListener('change', () => {
    control('period').value = 'own';
    choose();
  });
control('client').addEventListener('change', choose);
control('version').addEventListener('change', paper.choose);
openWith(ask('statementForm'), begin);
