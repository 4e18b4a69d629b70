import { element } from './page';

/** Through a link to a Blob: the file is made of what the page has been given, and nothing leaves the house. */
export function download(name: string, text: readonly string[], type: string): void {
  const link = element('a', name);
  link.href = URL.createObjectURL(new Blob([...text], { type }));
  link.download = name;
  link.click();
  // Not at once: the browser has only begun to save it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
