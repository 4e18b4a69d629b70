/** What a menu offers, and where the keyboard leads in it. */

import type { MenuNode } from '../../services/ui';

export interface MenuItem {
  /** `-` is a separator. */
  readonly caption: string;
  readonly items?: readonly MenuItem[];
  readonly choose?: () => void;
}

/** The menu of the add-on, as its `onOpen` built it. */
export function menuItems(nodes: readonly MenuNode[], call: (functionName: string) => void): MenuItem[] {
  return nodes.map(({ caption, functionName, items }) => ({
    caption,
    ...(items && { items: menuItems(items, call) }),
    ...(functionName && { choose: () => call(functionName) }),
  }));
}

/** The item that a key leads to from the `current` one, or -1: arrows go round, a letter seeks the next caption with it. */
export function itemAfter(captions: readonly string[], current: number, key: string): number {
  const count = captions.length;
  switch (key) {
    case 'ArrowDown':
      return (current + 1) % count;
    case 'ArrowUp':
      return current < 0 ? count - 1 : (current - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
  }
  if (key.length !== 1 || key === ' ') return -1;
  const order = captions.map((_, step) => (current + 1 + step) % count);
  return order.find(index => captions[index]?.toLowerCase().startsWith(key.toLowerCase())) ?? -1;
}
