import { groupsOf } from '../ledger/units/groups';
import { counted } from '../ledger/units/local-text';
import { type Answer, ask } from './ask';
import { listed } from './hours-shown';
import { button, closeOnRequest, element, part, say, sayFailure, styled } from './page';
import { showAgain } from './shown-list';

type Rows = Answer<'listImports'>;

/** The newest first, as they are undone in that order most of the time. */
function show(rows: Rows): void {
  const imports = [...groupsOf(rows, ({ of }) => of)].reverse();
  say(
    imports.length === 0
      ? 'There is no import to take back.'
      : `${counted(imports.length, 'import of hours', 'imports of hours')} can be taken back.`,
  );
  part('imports').replaceChildren(...imports.map(([of, own]) => card(of, own)));
}

function card(of: string, rows: Rows): HTMLElement {
  const changed = rows.filter(({ isSame }) => !isSame);
  const held = [...new Set(rows.map(each => each.held).filter(Boolean))];
  const counts = `${counted(rows.length, 'row')}, ${changed.length} changed since.`;
  const stays =
    changed.length > 0 ? [element('p', `These rows stay: ${listed(changed.map(({ row }) => row))}.`)] : [];
  const act =
    held.length > 0
      ? element('p', `It stays: rows of it are in ${held.join(', ')}. Reopen these months first.`)
      : button('Take it back', () => undo(of, rows), `Take back ${of}`);
  return styled('section', 'card', element('h3', of), element('p', counts), ...stays, act);
}

function undo(of: string, rows: Rows): void {
  const same = rows.filter(({ isSame }) => isSame).length;
  say('Taking it back…');
  for (const each of part('imports').querySelectorAll('button')) each.disabled = true;
  ask('undoImport', of, `${same} ${rows.length}`).then(({ left }) => {
    if (left) {
      show(left);
      say('The workbook has changed meanwhile, and nothing was taken back. Look at it again.', true);
      return;
    }
    part('imports').replaceChildren();
    say(`Emptied ${counted(same, 'row')} of Time. ${rows.length - same} that were changed since stay.`);
    part('status').focus();
  }, sayFailure);
}

closeOnRequest();
showAgain('Looking for imports…', () => ask('listImports'), show);
