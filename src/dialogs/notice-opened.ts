import { type Answer, ask, type Given } from './ask';
import { button, element, failureText, styled } from './page';

/** Each opened part has labels of its own. */
let opened = 0;

/** The mail as it would go out, below its card; a second press closes it. */
export function openPreview(
  place: HTMLElement,
  approved: Given<'previewDueNotice'>[0],
  client: string,
  sentByHand: () => void,
): void {
  if (isClosedAgain(place, 'preview')) return;
  place.replaceChildren(element('p', 'Writing the mail…'));
  ask('previewDueNotice', approved).then(
    found => place.replaceChildren(...previewParts(found, client, sentByHand)),
    error => place.replaceChildren(problem(failureText(error))),
  );
}

function previewParts(
  { subject, html, compose }: Answer<'previewDueNotice'>,
  client: string,
  sentByHand: () => void,
): Node[] {
  const frame = element('iframe');
  frame.title = `The mail to ${client}`;
  frame.setAttribute('sandbox', '');
  frame.srcdoc = html;
  const picture = styled('div', 'phone', frame);
  const link = element('a', 'Edit it in Gmail');
  link.href = compose;
  link.target = '_blank';
  link.rel = 'noopener';
  const done = button('I sent it by hand', sentByHand);
  const hint = element('p', link, ' and send it there; then:');
  return [element('p', element('b', 'Subject: '), subject), picture, hint, styled('div', 'choices', done)];
}

/** Asks why a notice is skipped: who looks at it in a year wants to know. */
export function openSkip(place: HTMLElement, client: string, skip: (reason: string) => void): void {
  if (isClosedAgain(place, 'skip')) return;
  const id = `reason-${++opened}`;
  const label = element('label', `Why skip the notice to ${client}?`);
  label.htmlFor = id;
  const input = element('input');
  input.id = id;
  input.maxLength = 300;
  const form = styled('form', 'field', label, input, styled('div', 'choices', button('Skip notice')));
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (input.value.trim() === '') input.focus();
    else skip(input.value);
  });
  place.replaceChildren(form);
  input.focus();
}

function isClosedAgain(place: HTMLElement, what: string): boolean {
  const wasOpen = place.dataset.open === what && place.childNodes.length > 0;
  place.dataset.open = what;
  if (wasOpen) place.replaceChildren();
  return wasOpen;
}

function problem(text: string): HTMLElement {
  const made = styled('p', 'problem', text);
  made.setAttribute('role', 'status');
  return made;
}
