/** What is typed is shown, written as it was shown, and told once. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSeenForm } from '../../src/dialogs/seen-form';
import { answers, type FakePage, fakePage, heard } from './fake-page';

type Told = { problems: string[] } | { moved: string } | { done: string };

let page: FakePage;
beforeEach(() => {
  vi.useFakeTimers();
  page = fakePage();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function form() {
  const [looks, writes] = [answers<Told>(), answers<Told>()];
  const shown: (string | undefined)[] = [];
  const stands = { typed: '' };
  const { changed } = createSeenForm<string, string, string>({
    looking: 'Looking…',
    refused: 'Refused.',
    moved: 'Moved.',
    told: done => `Told ${done}.`,
    typed: () => stands.typed,
    isComplete: () => stands.typed !== '',
    look: looks.ask,
    write: writes.ask,
    show: seen => void shown.push(seen),
    showProblems: () => {},
    focusFirst: () => page.part('first').focus(),
  });
  const type = (text: string) => {
    stands.typed = text;
    changed();
  };
  return { type, enter: () => page.part('form').emit('submit'), looks, writes, shown };
}

/** Typed, and its effect shown. */
async function seen() {
  const made = form();
  made.type('5 hours');
  vi.advanceTimersByTime(1000);
  made.looks.asked[0]?.done({ moved: 'five' });
  await heard();
  return made;
}

const status = () => page.part('status').textContent;

it('writes what was shown, under one attempt, and tells it once in place of the form', async () => {
  const { enter, writes, shown } = await seen();
  expect(shown.at(-1)).toBe('five');
  enter();
  enter();

  expect(writes.asked.map(({ given: [typed, seen] }) => [typed, seen])).toEqual([['5 hours', '"five"']]);
  writes.asked[0]?.done({ done: 'five' });
  await heard();
  expect(status()).toBe('Told five.');
  expect([page.part('asking').hidden, page.part('done').hidden]).toEqual([true, false]);
  expect(page.focused).toBe(page.part('status'));
});

it('shows first what was not seen yet, and writes it at the next Enter', async () => {
  const { type, enter, looks, writes } = await seen();
  type('6 hours');
  enter();
  expect(writes.asked).toHaveLength(0);
  looks.asked.at(-1)?.done({ moved: 'six' });
  await heard();
  enter();

  expect(writes.asked.at(-1)?.given.slice(0, 2)).toEqual(['6 hours', '"six"']);
});

it('shows anew what was typed away and back, for the page has cleared it', async () => {
  const { type, enter, writes } = await seen();
  type('6 hours');
  type('5 hours');
  enter();

  expect(writes.asked).toHaveLength(0);
});

it('does not show an answer to what was typed before', async () => {
  const { type, looks, shown } = form();
  type('5 hours');
  vi.advanceTimersByTime(1000);
  type('6 hours');
  vi.advanceTimersByTime(1000);
  looks.asked[1]?.done({ moved: 'six' });
  looks.asked[0]?.done({ moved: 'five' });
  await heard();

  expect(shown.filter(each => each !== undefined)).toEqual(['six']);
});

it('asks again under the same attempt after a lost answer, and under another for another typing', async () => {
  const { type, enter, looks, writes } = await seen();
  enter();
  writes.asked[0]?.fail(new Error('no network'));
  await heard();
  expect(status()).toContain('no network');
  enter();
  writes.asked[1]?.fail(new Error('no network'));
  await heard();
  type('6 hours');
  vi.advanceTimersByTime(1000);
  looks.asked.at(-1)?.done({ moved: 'six' });
  await heard();
  enter();

  const attempts = writes.asked.map(({ given }) => given[2]);
  expect(attempts[1]).toBe(attempts[0]);
  expect(attempts[2]).not.toBe(attempts[0]);
});

it('says what is to be mended, and goes on there', async () => {
  const { enter, writes } = await seen();
  enter();
  writes.asked[0]?.done({ problems: ['No such client.'] });
  await heard();

  expect(status()).toBe('Refused.');
  expect(page.focused).toBe(page.part('first'));
  expect(page.part('fields').disabled).toBe(false);
});

it('shows what holds now where the workbook has moved, and writes that at the next Enter', async () => {
  const { enter, writes } = await seen();
  enter();
  writes.asked[0]?.done({ moved: 'four' });
  await heard();
  expect(status()).toBe('Moved.');
  enter();

  expect(writes.asked[1]?.given[1]).toBe('"four"');
});
