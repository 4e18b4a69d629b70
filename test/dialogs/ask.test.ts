import { afterEach, expect, it, vi } from 'vitest';
import { type Answer, ask } from '../../src/dialogs/ask';
import { failureText } from '../../src/dialogs/page';
import { severalAccounts } from '../../workbench/services/dialog-call';

afterEach(() => vi.unstubAllGlobals());

/** Stands in for the script: hears the call, and answers or fails. */
function script(answer: unknown, failure?: Error) {
  const heard: unknown[] = [];
  const runner = (done?: (answer: unknown) => void, failed?: (error: Error) => void): object =>
    new Proxy(
      {},
      {
        get: (_, name) => {
          if (name === 'withSuccessHandler') return (next: typeof done) => runner(next, failed);
          if (name === 'withFailureHandler') return (next: typeof failed) => runner(done, next);
          return (...given: unknown[]) => {
            heard.push([name, ...given]);
            if (failure) failed?.(failure);
            else done?.(answer);
          };
        },
      },
    );
  vi.stubGlobal('google', { script: { run: runner() } });
  return heard;
}

it('sends what was given to the function of that name, and gives its answer', async () => {
  const heard = script([{ tab: 'Time', row: 2, message: 'Mend it.' }]);

  const issues: Answer<'listIssues'> = await ask('listIssues');

  expect(issues).toEqual([{ tab: 'Time', row: 2, message: 'Mend it.' }]);
  await ask('goToRow', 'Time', 2);
  expect(heard).toEqual([['listIssues'], ['goToRow', 'Time', 2]]);
});

it('tells of a failure', async () => {
  script(undefined, new Error('Stand on a row first.'));

  await expect(ask('monthEndView')).rejects.toThrow('Stand on a row first.');
});

it('is told in plain words that several accounts are in the way, and what to do', () => {
  expect(failureText(new Error(severalAccounts))).toMatch(
    /^Google takes this page for that of another account.*Sign out of the others, or open .* private window/,
  );
});

it('compiles only what the script has, takes and answers', () => {
  script({});
  // @ts-expect-error There is no such function.
  const name = () => ask('listIssue');
  // @ts-expect-error The attempt is missing.
  const missing = () => ask('writeSoldBlock', {});
  // @ts-expect-error A row is a number.
  const kind = () => ask('goToRow', 'Time', '2');
  // @ts-expect-error Not every field of a client is sent.
  const part = () => ask('previewRename', { client: 'Acme' });
  // @ts-expect-error There is no such field in the answer.
  const field = () => ask('monthEndView').then(({ monht }) => monht);
  expect([name, missing, kind, part, field]).toHaveLength(5);
});
