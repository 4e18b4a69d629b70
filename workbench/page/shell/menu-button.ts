/** A button that opens a menu, for mouse and keyboard alike. */

import { button, element } from './elements';
import { itemAfter, type MenuItem } from './menu-model';

export function createMenuButton(caption: string, items: readonly MenuItem[], id: string): HTMLElement {
  const opener = button(caption, () => toggle(), {
    class: 'menu-button',
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
    'data-testid': id,
  });
  const menu = list(items, caption, close);
  const root = element('div', { class: 'menu' }, opener, menu);

  function toggle(first = 0): void {
    if (!menu.hidden) {
      close();
      return;
    }
    show(menu, opener);
    const all = itemsOf(menu);
    (first < 0 ? all.at(-1) : all[0])?.focus();
  }

  function close(back = true): void {
    for (const each of root.querySelectorAll<HTMLElement>('[role=menu]')) hide(each);
    if (back && root.contains(document.activeElement)) opener.focus();
  }

  opener.addEventListener('keydown', event => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (menu.hidden) toggle(event.key === 'ArrowUp' ? -1 : 0);
  });
  menu.addEventListener('keydown', event => move(event, close));
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (!root.contains(relatedTarget as Node | null)) close(false);
  });
  return root;
}

function list(items: readonly MenuItem[], label: string, close: () => void): HTMLElement {
  const menu = element('div', { role: 'menu', 'aria-label': label, hidden: true });
  menu.append(...items.map(item => entry(item, close)));
  return menu;
}

function entry({ caption, items, choose }: MenuItem, close: () => void): HTMLElement {
  if (caption === '-') return element('div', { role: 'separator' });
  const attributes = { role: 'menuitem', tabindex: '-1' };
  if (!items) {
    const press = () => {
      close();
      choose?.();
    };
    return button(caption, press, attributes);
  }
  const sub = list(items, caption, close);
  const opener = button(caption, () => enter(), {
    ...attributes,
    'aria-haspopup': 'menu',
    'aria-expanded': 'false',
  });
  const enter = () => {
    show(sub, opener);
    itemsOf(sub)[0]?.focus();
  };
  const root = element('div', { class: 'submenu', role: 'none' }, opener, sub);
  root.addEventListener('mouseenter', () => show(sub, opener));
  root.addEventListener('mouseleave', () => hide(sub));
  return root;
}

function move(event: KeyboardEvent, close: () => void): void {
  const at = event.target as HTMLElement;
  const menu = at.closest<HTMLElement>('[role=menu]');
  if (!menu || event.key === 'Tab') return;
  const opener = menu.previousElementSibling as HTMLElement;
  const inside = menu.parentElement?.matches('.submenu');
  if (event.key === 'Enter' || event.key === ' ') return;
  event.preventDefault();
  event.stopPropagation();
  if (event.key === 'ArrowRight' && at.getAttribute('aria-haspopup')) at.click();
  else if (inside && (event.key === 'ArrowLeft' || event.key === 'Escape')) {
    hide(menu);
    opener.focus();
  } else if (event.key === 'Escape') close();
  else {
    const all = itemsOf(menu);
    const captions = all.map(each => each.textContent ?? '');
    all[itemAfter(captions, all.indexOf(at), event.key)]?.focus();
  }
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [
    ...menu.querySelectorAll<HTMLElement>(':scope > [role=menuitem], :scope > .submenu > [role=menuitem]'),
  ];
}

function show(menu: HTMLElement, opener: HTMLElement): void {
  menu.hidden = false;
  opener.setAttribute('aria-expanded', 'true');
}

function hide(menu: HTMLElement): void {
  menu.hidden = true;
  menu.previousElementSibling?.setAttribute('aria-expanded', 'false');
}
