/** A whole workbook taken out of an engine as plain values, and put into one. */

import type { BookContent } from './content';
import { createEngine, type Engine, type EngineOptions } from './engine';

export function contentOf(engine: Engine): BookContent {
  return { tabs: engine.tabs().map(tab => tab.content()), names: engine.names() };
}

/** An engine with this content; its formulas show what they showed last until it settles. */
export function engineOf({ tabs, names }: BookContent, options: Omit<EngineOptions, 'tabs'> = {}): Engine {
  const engine = createEngine({ ...options, tabs: tabs.map(({ name }) => name) });
  for (const { name, tab, area } of names) engine.setName(name, tab, area);
  for (const [index, content] of tabs.entries()) engine.tabs()[index]?.fill(content);
  return engine;
}
