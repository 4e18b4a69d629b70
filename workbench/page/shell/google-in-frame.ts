/**
 * `google.script` inside the frame of a dialog.
 *
 * The function is written into the frame as text, so it can use nothing from outside but what it is handed.
 */

export interface FrameMessage {
  readonly google: 'run' | 'host';
  /** Of the call, for `run`. */
  readonly id?: number;
  /** Function, or what the host shall do. */
  readonly name: string;
  readonly args: readonly unknown[];
}

export interface FrameAnswer {
  readonly id: number;
  readonly result?: unknown;
  readonly error?: string;
}

interface Handlers {
  readonly success?: (result: unknown, user: unknown) => void;
  readonly failure?: (error: Error, user: unknown) => void;
  readonly user?: unknown;
}

/** The parts of the frame's window that are used. */
export interface Frame {
  google?: unknown;
  readonly parent: { postMessage(message: FrameMessage, target: string): void };
  addEventListener(type: string, listener: (event: never) => void): void;
}

export function installGoogle(
  frame: Frame,
  carried: (value: unknown, path: string) => unknown,
  origin: string,
): void {
  const waiting = new Map<number, Handlers>();
  let calls = 0;
  const call = (name: string, args: unknown[], handlers: Handlers) => {
    const sent = args.map((arg, index) => carried(arg, `argument ${index + 1}`));
    calls++;
    waiting.set(calls, handlers);
    frame.parent.postMessage({ google: 'run', id: calls, name, args: sent }, '*');
  };
  /** Any name is a function; `then` is not, or an `await` would call it. */
  const runner = (handlers: Handlers): unknown => {
    const chain: Record<string, unknown> = {
      withSuccessHandler: (success: Handlers['success']) => runner({ ...handlers, success } as Handlers),
      withFailureHandler: (failure: Handlers['failure']) => runner({ ...handlers, failure } as Handlers),
      withUserObject: (user: unknown) => runner({ ...handlers, user }),
    };
    return new Proxy(chain, {
      get: (target, name) =>
        typeof name === 'symbol' || name === 'then' || name in target
          ? target[name as string]
          : (...args: unknown[]) => call(name, args, handlers),
    });
  };
  const host =
    (name: string) =>
    (...args: unknown[]) =>
      frame.parent.postMessage({ google: 'host', name, args }, '*');
  frame.addEventListener('message', ({ source, data }: { source: unknown; data: FrameAnswer }) => {
    const handlers = source === frame.parent && waiting.get(data.id);
    if (!handlers) return;
    waiting.delete(data.id);
    if (data.error === undefined) handlers.success?.(data.result, handlers.user);
    else if (handlers.failure) handlers.failure(new Error(data.error), handlers.user);
    else console.error(data.error);
  });
  frame.addEventListener(
    'keydown',
    (event: { key: string; shiftKey: boolean; defaultPrevented: boolean }) => {
      if (event.key === 'Escape' && !event.defaultPrevented) host('escape')();
      if (event.key === 'F6') host('leave')(event.shiftKey);
    },
  );
  const script = {
    run: runner({}),
    host: {
      close: host('close'),
      editor: { focus: host('focus') },
      setWidth: host('width'),
      setHeight: host('height'),
      origin,
    },
  };
  frame.google = { script };
}
