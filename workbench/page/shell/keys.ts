/** Leads from one part of the page to the next, and out of the grid, without a mouse: by the keys that Sheets has. */

/** In the order in which F6 goes through them; `#grid` takes the keyboard by an element of its own. */
const parts = [
  '#grid',
  '#first-run',
  '#tour',
  '#menus',
  '#buttons',
  'dialog[open]',
  '#sidebar',
  '#side',
  '#notices',
];
const reachable = 'button:not([tabindex="-1"]), h2[tabindex], a[href], input, select, textarea, iframe';

export function listenForKeys(signal: AbortSignal): void {
  // Before the grid hears of it, for it takes every key.
  addEventListener('keydown', take, { signal, capture: true });
}

function take(event: KeyboardEvent): void {
  const lead = leadOf(event);
  // A question in the middle of the page is answered first.
  if (!lead || document.querySelector('dialog:modal')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  lead();
}

function leadOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): (() => void) | undefined {
  if (key === 'F6' && !altKey && !ctrlKey && !metaKey) return () => goOn(shiftKey ? -1 : 1);
  if (altKey && ctrlKey && key === 'PageDown') return () => goOn(1);
  if (altKey && ctrlKey && key === 'PageUp') return () => goOn(-1);
  // On some keyboards Alt makes another sign of the slash.
  if (altKey && !ctrlKey && !metaKey && (key === '/' || code === 'Slash')) return () => focusIn('#menus');
  return undefined;
}

/** To the next part that is seen and takes the keyboard, or back to the one before. */
export function goOn(step: 1 | -1): void {
  const at = parts.findIndex(part => document.querySelector(part)?.contains(document.activeElement));
  const from = Math.max(at, 0);
  for (let count = 1; count <= parts.length; count++) {
    const index = (from + step * count + parts.length * count) % parts.length;
    if (focusIn(parts[index] ?? '')) return;
  }
}

function focusIn(part: string): boolean {
  if (part === '#grid') return focusGrid();
  const places = document.querySelector(part)?.querySelectorAll<HTMLElement>(reachable) ?? [];
  const first = [...places].find(each => each.checkVisibility());
  first?.focus();
  return first !== undefined;
}

export function focusGrid(): boolean {
  const place = document.querySelector<HTMLElement>('#grid [contenteditable]');
  place?.focus({ preventScroll: true });
  return place !== null;
}
