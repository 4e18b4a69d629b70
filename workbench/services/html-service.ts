/** `HtmlService`: the pages of the bundle. */

import type { ActiveRun } from './execution';
import { type Emulates, expose } from './expose';

type Google = GoogleAppsScript.HTML.HtmlService;
type Output = GoogleAppsScript.HTML.HtmlOutput;

export class HtmlServiceService implements Emulates<Google, HtmlServiceService> {
  constructor(private readonly run: ActiveRun) {}

  createHtmlOutputFromFile(name: string): Output {
    const html = this.run.world.bundle.pages.get(name);
    if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
    return this.createHtmlOutput(html);
  }

  createHtmlOutput(html: unknown = ''): Output {
    return expose(this.run, 'HtmlOutput', new HtmlOutputService(String(html)));
  }
}

export class HtmlOutputService implements Emulates<Output, HtmlOutputService> {
  title: string | null = null;
  width: number | null = null;
  height: number | null = null;

  constructor(readonly html: string) {}

  getContent = () => this.html;

  /** Pages lie in a frame of Google's, to which only this reaches. */
  addMetaTag(_name: string, _content: string): Output {
    return this as unknown as Output;
  }

  setTitle(title: string): Output {
    this.title = title;
    return this as unknown as Output;
  }

  setWidth(width: number): Output {
    this.width = width;
    return this as unknown as Output;
  }

  setHeight(height: number): Output {
    this.height = height;
    return this as unknown as Output;
  }
}
