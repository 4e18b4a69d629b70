/** `google.script` as a dialog in the page has it. */

import { expect, it, vi } from 'vitest';
import { framedPage } from '../../../workbench/page/shell/framed-page';
import {
  type Frame,
  type FrameAnswer,
  type FrameMessage,
  installGoogle,
} from '../../../workbench/page/shell/google-in-frame';
import { carried } from '../../../workbench/services/dialog-call';

type Run = Record<string, (...args: unknown[]) => unknown> & {
  withSuccessHandler(handler: (result: unknown, user: unknown) => void): Run;
  withFailureHandler(handler: (error: Error, user: unknown) => void): Run;
  withUserObject(user: unknown): Run;
};
interface Google {
  script: { run: Run; host: { origin: string; close(): void; setHeight(height: number): void } };
}

function frame() {
  const sent: FrameMessage[] = [];
  const listeners = new Map<string, (event: unknown) => void>();
  const parent = { postMessage: (message: FrameMessage) => void sent.push(message) };
  const window: Frame = {
    parent,
    addEventListener: (type, listen) => void listeners.set(type, listen as never),
  };
  installGoogle(window, carried, 'http://localhost');
  const answer = (data: FrameAnswer, source: unknown = parent) =>
    listeners.get('message')?.({ source, data });
  const press = (key: string) => listeners.get('keydown')?.({ key, defaultPrevented: false });
  return { sent, answer, press, ...(window.google as Google).script };
}

it('hands result and user object to the handler of the call that asked', () => {
  const { run, sent, answer } = frame();
  const [first, second] = [vi.fn(), vi.fn()];
  run
    .withSuccessHandler(first)
    .withUserObject('a')
    .listIssues?.(1, undefined === null, { client: 'Acme' });
  run.withUserObject('b').withSuccessHandler(second).listIssues?.();
  expect(sent.map(({ name, args }) => [name, args])).toEqual([
    ['listIssues', [1, false, { client: 'Acme' }]],
    ['listIssues', []],
  ]);
  answer({ id: 2, result: [2] });
  answer({ id: 1, result: [1] });
  answer({ id: 1, result: 'again' });
  expect(first.mock.calls).toEqual([[[1], 'a']]);
  expect(second.mock.calls).toEqual([[[2], 'b']]);
});

it('gives an Error where the function throws', () => {
  const { run, answer } = frame();
  const failed = vi.fn();
  run.withFailureHandler(failed).refresh?.();
  answer({ id: 1, error: 'No such tab.' });
  expect(failed.mock.calls[0]?.[0]).toBeInstanceOf(Error);
  expect(failed.mock.calls[0]?.[0].message).toBe('No such tab.');
});

it('believes only the page around it', () => {
  const { run, answer } = frame();
  const done = vi.fn();
  run.withSuccessHandler(done).refresh?.();
  answer({ id: 1, result: 'forged' }, {});
  expect(done).not.toHaveBeenCalled();
});

it.each([[new Date()], [() => 1], [{ when: [new Date()] }]])('refuses %s as an argument', argument => {
  const { run, sent } = frame();
  expect(() => run.refresh?.(argument)).toThrow('google.script.run cannot carry argument 1');
  expect(sent).toEqual([]);
});

it('asks the page to close or resize', () => {
  const { host, press, sent } = frame();
  host.setHeight(300);
  host.close();
  press('Escape');
  expect(sent.map(({ name, args }) => [name, ...args])).toEqual([['height', 300], ['close'], ['escape']]);
  expect(host.origin).toBe('http://localhost');
});

it('stands before everything that the page says itself', () => {
  const page = framedPage('\n<!doctype html>\n<script>hers</script>', 'http://localhost');
  expect(page).toMatch(
    /^\s*<!doctype html><meta http-equiv="Content-Security-Policy"[^>]*><script>\(function/,
  );
  expect(page.indexOf('google')).toBeLessThan(page.indexOf('hers'));
  expect(framedPage('<p>x</p>', '')).toMatch(/^<meta http-equiv/);
});
