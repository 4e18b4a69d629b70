/** `HtmlService`: the pages of the bundle. */

import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';

type Google = GoogleAppsScript.HTML.HtmlService;
type Output = GoogleAppsScript.HTML.HtmlOutput;

export class HtmlServiceService implements Emulates<Google, HtmlServiceService> {
  constructor(private readonly run: ActiveRun) {}

  createHtmlOutput = (html: unknown = '') => output(this.run, String(html));
  createHtmlOutputFromFile = (name: string) => output(this.run, page(this.run, name));
}

function page(run: ActiveRun, name: string): string {
  const html = run.world.bundle.pages.get(name);
  if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
  return html;
}

function output(run: ActiveRun, html: string): Output {
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
  append = (html: string) => this.with(() => (this.html += html));

  private with(change: () => unknown): Output {
    change();
    return this as unknown as Output;
  }
}
