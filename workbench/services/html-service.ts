/** `HtmlService`: pages of the bundle, and templates with the three kinds of scriptlet. */

import type { Execution } from './execution';
import { type Emulates, expose } from './expose';

type Google = GoogleAppsScript.HTML.HtmlService;
type Output = GoogleAppsScript.HTML.HtmlOutput;
type Template = GoogleAppsScript.HTML.HtmlTemplate;

export class HtmlServiceService implements Emulates<Google, HtmlServiceService> {
  constructor(private readonly run: Execution) {}

  createHtmlOutput = (html: unknown = '') => output(this.run, String(html));
  createHtmlOutputFromFile = (name: string) => output(this.run, page(this.run, name));
  createTemplateFromFile = (name: string): Template =>
    expose(this.run, 'HtmlTemplate', new TemplateService(this.run, page(this.run, name)));
}

function page(run: Execution, name: string): string {
  const html = run.world.bundle.pages.get(name);
  if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
  return html;
}

function output(run: Execution, html: string): Output {
  return expose(run, 'HtmlOutput', new HtmlOutputService(html));
}

export class HtmlOutputService implements Emulates<Output, HtmlOutputService> {
  private title = '';
  private width: number | null = null;
  private height: number | null = null;

  constructor(private html: string) {}

  getTitle = () => this.title;
  getContent = () => this.html;
  getWidth = () => this.width as number;
  getHeight = () => this.height as number;
  setTitle = (title: string) => this.with(() => (this.title = title));
  setWidth = (width: number) => this.with(() => (this.width = width));
  setHeight = (height: number) => this.with(() => (this.height = height));
  setContent = (html: string) => this.with(() => (this.html = html));
  append = (html: string) => this.with(() => (this.html += html));

  private with(change: () => unknown): Output {
    change();
    return this as unknown as Output;
  }
}

/** What the bundle sets on a template are the variables of its scriptlets. */
class TemplateService implements Emulates<Template, TemplateService> {
  readonly #run: Execution;
  readonly #html: string;
  [variable: string]: unknown;

  constructor(run: Execution, html: string) {
    this.#run = run;
    this.#html = html;
  }

  evaluate(): Output {
    const parts = this.#html.split(/<\?([\s\S]*?)\?>/).map((text, index) => {
      if (index % 2 === 0) return `out += ${JSON.stringify(text)};`;
      if (text.startsWith('!=')) return `out += (${text.slice(2)});`;
      return text.startsWith('=') ? `out += escape_(${text.slice(1)});` : `${text};`;
    });
    const names = Object.keys(this);
    const render = this.#run.realm.compile(
      ['escape_', ...names],
      `let out = '';${parts.join('\n')}\nreturn out;`,
    );
    return output(this.#run, String(render(escapeHtml, ...names.map(name => this[name]))));
  }
}

function escapeHtml(value: unknown): string {
  return String(value).replace(/[&<>"']/g, each => `&#${each.charCodeAt(0)};`);
}
