import { encodedPart } from '../units/web-address';

/** Browsers and Gmail take longer addresses, but not all that lies between them. */
const longestLink = 7_500;

export interface MailToEdit {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** A web address that opens the mail in Gmail, to be edited and sent by hand; a long text is cut at a line. */
export function composeLink({ to, cc, subject, body }: MailToEdit): string {
  const address = 'https://mail.google.com/mail/?view=cm&fs=1';
  const fields = [
    ['to', to.join(',')],
    ['cc', cc.join(',')],
    ['su', subject],
  ] as const;
  const head = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `&${name}=${encodedPart(value)}`)
    .join('');
  const lines = body.split('\n');
  const link = () => `${address}${head}&body=${encodedPart(lines.join('\n'))}`;
  while (link().length > longestLink && lines.length > 1) lines.pop();
  return link().slice(0, link().length > longestLink ? address.length + head.length : undefined);
}
