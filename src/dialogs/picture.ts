import type { Drawing } from '../ledger/pictures/picture';

const svgSpace = 'http://www.w3.org/2000/svg';

/** A drawing as elements; what stands in it from the sheet is text. */
export function pictureElement({ tag, attributes, children }: Drawing): SVGElement {
  const made = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children.map(child => (typeof child === 'string' ? child : pictureElement(child))));
  return made;
}

/** As wide as the page is, within what is easy to read; a page that is not shown yet is taken for a sidebar. */
export function pictureWidth(place: HTMLElement): number {
  return Math.min(Math.max(place.clientWidth || 268, 220), 640);
}
