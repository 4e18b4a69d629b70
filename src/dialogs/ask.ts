/** The functions of the script, by their types only: nothing of it comes into a page. */
type Script = typeof import('../main');

/** What the script answers; the page and the function share the one type. */
export type Answer<Name extends keyof Script> = Awaited<ReturnType<Script[Name]>>;

/** What a page sends to a function. */
export type Given<Name extends keyof Script> = Parameters<Script[Name]>;

interface Runner extends Record<keyof Script, (...given: readonly unknown[]) => void> {
  withSuccessHandler(done: (answer: never) => void): Runner;
  withFailureHandler(failed: (error: Error) => void): Runner;
}

declare const google: { readonly script: { readonly run: Runner; readonly host: { close(): void } } };

/** Asks the script, the one way there is; the build checks that `name`, written out, is a function of it. */
export function ask<Name extends keyof Script>(name: Name, ...given: Given<Name>): Promise<Answer<Name>> {
  return new Promise((done, failed) => {
    google.script.run
      .withSuccessHandler(done)
      .withFailureHandler(failed)
      [name](...given);
  });
}

export function closePage(): void {
  google.script.host.close();
}
