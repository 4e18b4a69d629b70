import type { Answer } from './ask';
import { element, part, styled } from './page';

/** A file that the script has made. */
type Download = NonNullable<Answer<'saveInvoice'>['file']>;

/** Shows a page of ours as its reader will see it, in a frame where no script runs. */
export function showPaper(html: string): void {
  const frame = part('paper') as HTMLIFrameElement;
  frame.srcdoc = html;
  frame.hidden = html === '';
}

/** Hands a file to the browser; gives what to say of one that could not become a PDF. */
export function download({ name, type, base64 }: Download): string {
  const link = element('a');
  link.href = `data:${type};base64,${base64}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  if (type === 'application/pdf') return '';
  return ' It is a web page: open it and print it into a PDF, for nothing here makes one by itself.';
}

/** Prints a page of ours from a frame of its own, which can reach nothing around it; its text is escaped. */
export function printPaper(html: string): void {
  document.getElementById('printed')?.remove();
  const frame = styled('iframe', 'printed');
  frame.id = 'printed';
  frame.title = 'What is printed';
  frame.setAttribute('sandbox', 'allow-scripts allow-modals');
  // A frame apart from the page prints only itself, and only it can ask for that.
  frame.srcdoc = html.replace('</body>', '<script>print()</script></body>');
  document.body.append(frame);
}
