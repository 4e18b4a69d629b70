/** A paper is given out only as it was shown. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPaperForm } from '../../src/dialogs/paper-form';
import { answers, type FakePage, fakePage, heard } from './fake-page';

const paperSeen = (html: string, problem = '') => ({ html, to: 'pat@client.example', problem });

let page: FakePage;
beforeEach(() => {
  page = fakePage();
});
afterEach(() => vi.unstubAllGlobals());

function form({ isKept = true } = {}) {
  const [looks, mails] = [answers<ReturnType<typeof paperSeen>>(), answers<{ said: string }>()];
  const paper = createPaperForm<ReturnType<typeof paperSeen>>({
    looking: 'Writing it…',
    buttons: ['mail'],
    feet: ['giving', 'sending'],
    isKept,
    look: () => looks.ask(),
    show: () => {},
    clear: () => {},
  });
  paper.mails('paper', mails.ask);
  const show = async (html: string, problem = '') => {
    looks.asked.at(-1)?.done(paperSeen(html, problem));
    await heard();
  };
  const send = () => {
    page.part('mail').click();
    page.part('send').click();
  };
  return { paper, looks, mails, show, send };
}

const status = () => page.part('status').textContent;

it('shows the newest of what was chosen, whichever answer comes last', async () => {
  const { paper, looks } = form();
  paper.look();
  paper.choose();
  looks.asked[1]?.done(paperSeen('new'));
  looks.asked[0]?.done(paperSeen('old'));
  await heard();

  expect(page.part('paper').srcdoc).toBe('new');
});

it('gives nothing out before it is shown, nor a second time while it is on its way', async () => {
  const { paper, mails, show } = form();
  paper.look();
  expect(page.part('mail').disabled).toBe(true);
  await show('it');
  page.part('mail').click();
  expect(status()).toContain('pat@client.example');
  expect([page.part('giving').hidden, page.part('sending').hidden]).toEqual([true, false]);
  page.part('send').click();

  expect(mails.asked).toHaveLength(1);
  expect(page.part('sending').hidden).toBe(true);
  expect(page.part('mail').disabled).toBe(true);
});

it('says why it cannot be mailed instead of asking', async () => {
  const { paper, show } = form();
  paper.look();
  await show('it', 'Pat has no address.');
  page.part('mail').click();

  expect(status()).toBe('Pat has no address.');
  expect(page.part('sending').hidden).toBe(true);
});

it('keeps the attempt after a lost answer, and looks again with what went wrong said', async () => {
  const { paper, looks, mails, show, send } = form();
  paper.look();
  await show('it');
  send();
  mails.asked[0]?.fail(new Error('no network'));
  await heard();
  expect(looks.asked).toHaveLength(2);
  await show('it');
  expect(status()).toContain('no network');
  send();

  expect(mails.asked[1]?.given).toEqual(mails.asked[0]?.given);
});

it('is another mail once it has left, and once something else was chosen', async () => {
  const { paper, mails, show, send } = form();
  paper.look();
  await show('it');
  send();
  mails.asked[0]?.done({ said: 'It left.' });
  await heard();
  expect(page.focused).toBe(page.part('status'));
  await show('it');
  expect(status()).toBe('It left.');
  send();
  paper.choose();
  await show('it');
  send();

  expect(new Set(mails.asked.map(({ given }) => given[0])).size).toBe(3);
});

it('goes back from the question without sending', async () => {
  const { paper, mails, show } = form();
  paper.look();
  await show('it');
  page.part('mail').click();
  page.part('keep').click();

  expect(mails.asked).toHaveLength(0);
  expect(status()).toBe('Nothing was sent.');
  expect(page.part('giving').hidden).toBe(false);
  expect(page.focused).toBe(page.part('mail'));
});
