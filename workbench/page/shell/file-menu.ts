/** Opens, saves and starts over. */

import type { EarlierSession } from '../kept-session';
import type { Bench } from './bench';
import { chooseClientPage } from './client-pages';
import { download } from './download';
import { element } from './elements';
import type { MenuItem } from './menu-model';
import { askInModal } from './modal';

export function fileMenu(bench: Bench): MenuItem[] {
  const { session, doors, act, signal } = bench;
  const input = element('input', {
    type: 'file',
    accept: '.xlsx',
    hidden: true,
    'data-testid': 'file-input',
  });
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) act(() => doors.open(file));
    input.value = '';
  });
  document.body.append(input);
  signal.addEventListener('abort', () => input.remove());
  const startOver = async (what: 'sample' | 'empty', verb: string) => {
    const text = `${session.name} stays at hand as it is: File > Reopen brings it back.`;
    const answer = await askInModal(`${verb}?`, text, [
      { answer: 'yes', caption: verb },
      { answer: 'no', caption: 'Keep this workbook' },
    ]);
    if (answer === 'yes') await act(() => doors.startOver(what));
  };
  const save = async () => download(session.name.replace(/(\.xlsx)?$/i, '.xlsx'), await doors.save());
  return [
    { caption: 'Open .xlsx…', choose: () => input.click() },
    ...reopenItems(doors.earlier, id => void act(() => doors.reopen(id))),
    { caption: 'Save as .xlsx', choose: () => act(save) },
    { caption: '-' },
    { caption: 'A client’s page…', choose: () => chooseClientPage(bench) },
    { caption: '-' },
    { caption: 'New empty workbook', choose: () => startOver('empty', 'Start an empty workbook') },
    {
      caption: 'Start over with the sample',
      choose: () => startOver('sample', 'Start over with the sample'),
    },
  ];
}

/** Nothing where nothing was left yet. */
function reopenItems(earlier: readonly EarlierSession[], reopen: (id: string) => void): MenuItem[] {
  if (earlier.length === 0) return [];
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
  const items = earlier.map(({ id, name, leftAt }) => ({
    caption: `${name}, left ${when.format(leftAt)}`,
    choose: () => reopen(id),
  }));
  return [{ caption: 'Reopen', items }];
}
