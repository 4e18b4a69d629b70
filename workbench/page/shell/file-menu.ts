/** Opens, saves and starts over. */

import type { Bench } from './bench';
import { download } from './download';
import { element } from './elements';
import type { MenuItem } from './menu-model';
import { askInModal } from './modal';

export function fileMenu({ session, doors, act, signal }: Bench): MenuItem[] {
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
    const text = `Everything done in ${session.name} since it was opened is forgotten. Save it first to keep it.`;
    const answer = await askInModal(`${verb}?`, text, [
      { answer: 'yes', caption: verb },
      { answer: 'no', caption: 'Keep this workbook' },
    ]);
    if (answer === 'yes') await act(() => doors.startOver(what));
  };
  const save = async () => download(session.name.replace(/(\.xlsx)?$/i, '.xlsx'), await doors.save());
  return [
    { caption: 'Open .xlsx…', choose: () => input.click() },
    { caption: 'Save as .xlsx', choose: () => act(save) },
    { caption: '-' },
    { caption: 'New empty workbook', choose: () => startOver('empty', 'Start an empty workbook') },
    {
      caption: 'Start over with the sample',
      choose: () => startOver('sample', 'Start over with the sample'),
    },
  ];
}
