import { element, part, say, sayFailure } from './page';

interface DueNotice {
  readonly client: string;
  readonly level: string;
  readonly why: string;
  readonly to: string;
  readonly state: string;
}

const again = part('again') as HTMLButtonElement;
const table = part('notices');

function look(): void {
  say('Working out what is due…');
  again.disabled = true;
  google.script.run.withSuccessHandler(show).withFailureHandler(fail).listDueNotices();
}

function show({ today, rows }: { today: string; rows: readonly DueNotice[] }): void {
  again.disabled = false;
  const clients = rows.length === 1 ? 'One notice is' : `${rows.length} notices are`;
  say(
    rows.length === 0
      ? `No notice is due on ${dateText(today)}. There is nothing to send.`
      : `${clients} due on ${dateText(today)}. This only shows them: nothing was sent.`,
  );
  table.hidden = rows.length === 0;
  part('rows').replaceChildren(...rows.map(line));
}

function fail(error: Error): void {
  again.disabled = false;
  table.hidden = true;
  sayFailure(error);
}

function line({ client, level, why, to, state }: DueNotice): HTMLElement {
  const word = element('span', level);
  word.className = `state ${level.replace(/\s+/g, '-')}`;
  const name = element('th', client);
  name.scope = 'row';
  const cells = [
    element('td', word),
    element('td', why),
    element('td', to || 'no address'),
    element('td', state),
  ];
  return element('tr', name, ...cells);
}

/** `23 Nov 2026`; a calendar date must not shift with the reader's zone. */
function dateText(iso: string): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${iso}T00:00:00Z`));
}

again.addEventListener('click', look);
look();
