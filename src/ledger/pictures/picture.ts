import { escapeHtml } from '../units/escape-html';

type Tag = 'svg' | 'title' | 'desc' | 'g' | 'path' | 'rect' | 'line' | 'circle' | 'text';

/** A part of a drawing as plain values: a paper writes it as text, a page makes elements of it. */
export interface Drawing {
  readonly tag: Tag;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Drawing | string)[];
}

export function draw(
  tag: Tag,
  attributes: Drawing['attributes'],
  ...children: readonly (Drawing | string)[]
): Drawing {
  return { tag, attributes, children };
}

/** What a picture says to those who do not see it: a sentence, and the rest of what stands in it. */
export interface Spoken {
  /** By which its parts are named in a page; one of a kind stands there at a time. */
  readonly kind: string;
  readonly title: string;
  readonly description: string;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One picture for everybody: with its sentence, in its own size, and no wider than what it stands in. */
export function pictureOf(
  { kind, title, description }: Spoken,
  { width, height }: Size,
  ...content: readonly Drawing[]
): Drawing {
  const [titleId, descriptionId] = [`${kind}-title`, `${kind}-description`];
  const attributes = {
    class: 'picture',
    role: 'img',
    'aria-labelledby': titleId,
    'aria-describedby': descriptionId,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    style: 'max-width:100%;height:auto',
    'font-family': 'Arial,Helvetica,sans-serif',
    'font-size': letterSize,
  };
  const spoken = [draw('title', { id: titleId }, title), draw('desc', { id: descriptionId }, description)];
  return draw('svg', attributes, ...spoken, ...content);
}

const letterSize = 11;
/** Of a letter of that size, on average and a little more. */
const letterWidth = 6.2;

/** Grey and black, as a printer has them; a page gives the classes the colours of its ground. */
const looks = {
  ink: { fill: '#1f2328' },
  quiet: { fill: '#5f6b7a' },
  rule: { stroke: '#e3e7ec', 'stroke-width': 1 },
  curve: { fill: 'none', stroke: '#1f2328', 'stroke-width': 2, 'stroke-linejoin': 'round' },
  dot: { fill: '#1f2328' },
  wedge: { fill: '#d5dae1' },
  track: { fill: '#e3e7ec' },
  tone: { fill: 'currentColor' },
} as const;

export function look(name: keyof typeof looks): Drawing['attributes'] {
  return { class: name, ...looks[name] };
}

export function widthOf(text: string): number {
  return text.length * letterWidth;
}

/** How many letters fit. */
export function lettersIn(width: number): number {
  return Math.max(1, Math.floor(width / (letterWidth * 0.9)));
}

/** A hundredth of a pixel is more than anybody sees. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** As a page or a paper has it; every text of it is escaped. */
export function drawingText({ tag, attributes, children }: Drawing): string {
  const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  const inside = children.map(child => (typeof child === 'string' ? escapeHtml(child) : drawingText(child)));
  return `<${tag}${own.join('')}>${inside.join('')}</${tag}>`;
}
