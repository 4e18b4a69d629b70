import { part } from './page';

/** A file that the script has made. */
export interface Download {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Shows a page of ours as its reader will see it, in a frame where no script runs. */
export function showPaper(html: string): void {
  const frame = part('paper') as HTMLIFrameElement;
  frame.srcdoc = html;
  frame.hidden = html === '';
}

/** Hands a file to the browser; gives what to say of one that could not become a PDF. */
export function download({ name, type, base64 }: Download): string {
  const link = document.createElement('a');
  link.href = `data:${type};base64,${base64}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  if (type === 'application/pdf') return '';
  return ' It is a web page: open it and print it into a PDF, for nothing here makes one by itself.';
}
