/** Opens an .xlsx file that is dropped anywhere on the page. */

import type { Bench } from './bench';

export function openDropped({ doors, act, notices, signal }: Bench): void {
  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const options = { signal, capture: true };
  addEventListener('dragover', event => isFile(event) && event.preventDefault(), options);
  addEventListener(
    'drop',
    event => {
      if (!isFile(event)) return;
      event.preventDefault();
      const [file] = event.dataTransfer?.files ?? [];
      if (!file?.name.toLowerCase().endsWith('.xlsx'))
        notices.problem(
          'Only .xlsx files can be opened. In Google Sheets: File > Download > Microsoft Excel.',
        );
      else act(() => doors.open(file));
    },
    options,
  );
}
