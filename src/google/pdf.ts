import type { Printer } from '../workbook/ports';

type Utilities = Pick<GoogleAppsScript.Utilities.Utilities, 'newBlob' | 'base64Encode'>;

/** Google turns a page into a PDF by itself: that takes no service beyond Utilities, and no right. */
export function createPrinter(utilities: Utilities): Printer {
  return {
    print: (html, name) => {
      const blob = utilities.newBlob(html, 'text/html', `${name}.html`).getAs('application/pdf');
      return {
        name: blob.getName() || name,
        type: blob.getContentType() || '',
        blob,
        base64: () => utilities.base64Encode(blob.getBytes()),
      };
    },
  };
}
