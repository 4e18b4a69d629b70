import { vi } from 'vitest';

type Listener = (event: { preventDefault(): void }) => void;

/** As much of an element as the forms of the pages use. */
class FakeElement {
  hidden = false;
  disabled = false;
  textContent = '';
  value = '';
  srcdoc = '';
  children: unknown[] = [];
  readonly classList = { toggle: () => {} };
  readonly #listeners = new Map<string, Listener[]>();
  readonly #page: FakePage;
  constructor(page: FakePage) {
    this.#page = page;
  }
  get form(): FakeElement {
    return this.#page.part('form');
  }
  addEventListener(type: string, listener: Listener): void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
  }
  emit(type: string): void {
    for (const listener of this.#listeners.get(type) ?? []) listener({ preventDefault: () => {} });
  }
  /** A browser presses no button that is disabled. */
  click(): void {
    if (!this.disabled) this.emit('click');
  }
  focus(): void {
    this.#page.focused = this;
  }
  append(...content: unknown[]): void {
    this.children.push(...content);
  }
  replaceChildren(...content: unknown[]): void {
    this.children = content;
  }
  reset(): void {}
}

export interface FakePage {
  /** Every name is a part of this page. */
  part(id: string): FakeElement;
  focused: FakeElement | undefined;
}

/** Stands in for the document of a page, for as long as a test runs. */
export function fakePage(): FakePage {
  const parts = new Map<string, FakeElement>();
  const page: FakePage = {
    focused: undefined,
    part(id) {
      const found = parts.get(id) ?? new FakeElement(page);
      parts.set(id, found);
      return found;
    },
  };
  vi.stubGlobal('document', {
    getElementById: page.part,
    createElement: () => new FakeElement(page),
    querySelectorAll: () => [],
    addEventListener: () => {},
  });
  return page;
}

/** Answers that come when the test says so, in the order in which they were asked for. */
export function answers<Answer>() {
  const asked: { given: readonly unknown[]; done(answer: Answer): void; fail(error: Error): void }[] = [];
  const ask = (...given: unknown[]) =>
    new Promise<Answer>((done, fail) => {
      asked.push({ given, done, fail });
    });
  return { asked, ask };
}

/** Until what was answered has been heard. */
export async function heard(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}
