/** A mail as the client sees it, as plain text, and as it is sent. */

import { composeEml } from '../../services/eml';
import type { Mail } from '../../services/mail-app';
import { download } from './download';
import { button, element } from './elements';

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/** Of the reader: kept from one mail to the next. */
const chosen = { tab: 'Mail', narrow: false };

/** `sent` is when, in local time. */
export function mailView(mail: Mail, sent: string): HTMLElement {
  const facts = element('dl');
  const all = { From: [mail.name, mail.sender].filter(Boolean).join(' · '), To: mail.to.join(', ') };
  for (const [name, value] of Object.entries({
    ...all,
    Cc: mail.cc.join(', '),
    'Reply to': mail.replyTo,
    Sent: sent,
  }))
    if (value) facts.append(element('dt', {}, name), element('dd', {}, value));
  const pages: Readonly<Record<string, () => HTMLElement>> = {
    ...(mail.html ? { Mail: () => seen(mail) } : {}),
    'Plain text': () => element('pre', { tabindex: '0' }, mail.text),
    Source: () => element('pre', { tabindex: '0', class: 'source' }, composeEml(mail)),
  };
  const page = element('div', { class: 'page', role: 'tabpanel', 'aria-label': 'The mail' });
  const tabs = element('div', { class: 'tabs', role: 'tablist', 'aria-label': 'How to show the mail' });
  const narrow = button('Phone width', () => show(chosen.tab, !chosen.narrow), { 'aria-pressed': 'false' });
  const save = button('Download .eml', () => download(`${fileName(mail)}.eml`, new Blob([composeEml(mail)])));
  for (const name of Object.keys(pages)) tabs.append(button(name, () => show(name), { role: 'tab' }));
  tabs.addEventListener('keydown', ({ key }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    const names = Object.keys(pages);
    const next = step && names.at((names.indexOf(chosen.tab) + step) % names.length);
    if (next) show(next).focus();
  });

  function show(name: string, isNarrow = chosen.narrow): HTMLElement {
    Object.assign(chosen, { tab: name, narrow: isNarrow });
    for (const tab of tabs.children) {
      tab.setAttribute('aria-selected', String(tab.textContent === name));
      tab.setAttribute('tabindex', tab.textContent === name ? '0' : '-1');
    }
    narrow.setAttribute('aria-pressed', String(isNarrow));
    narrow.hidden = name !== 'Mail';
    page.classList.toggle('narrow', isNarrow && name === 'Mail');
    page.replaceChildren(pages[name]?.() ?? '');
    return tabs.querySelector<HTMLElement>('[aria-selected=true]') ?? tabs;
  }

  show(chosen.tab in pages ? chosen.tab : (Object.keys(pages)[0] ?? ''));
  const bar = element('div', { class: 'mail-bar' }, tabs, narrow, save);
  return element(
    'section',
    { class: 'mail', 'aria-label': 'The mail chosen' },
    element('h3', {}, mail.subject),
    facts,
    bar,
    page,
  );
}

/** Without scripts, without anything from the network, and links lead nowhere. */
function seen({ html, subject }: Mail): HTMLElement {
  const frame = element('iframe', { title: `Mail: ${subject}`, sandbox: '' });
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank">${html}`;
  return frame;
}

function fileName({ to, subject }: Mail): string {
  return `${subject} ${to[0] ?? ''}`
    .replace(/[^\p{L}\p{N}@. _-]+/gu, ' ')
    .trim()
    .slice(0, 80);
}
