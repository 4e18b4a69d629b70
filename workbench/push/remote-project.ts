/** What stands in a script project before something is pushed into it: clasp replaces all of it. */

/** By file name, as clasp writes them. */
export type ProjectFiles = ReadonlyMap<string, string>;

export interface Comparison {
  /** Files that are not Block Ledger's: a push would delete or overwrite them. */
  readonly foreign: readonly string[];
  readonly added: readonly string[];
  readonly changed: readonly string[];
}

const scriptName = 'Code.js';
const manifestName = 'appsscript.json';
/** What Google puts into a new project. */
const untouched = /^\s*(function myFunction\(\)\s*\{\s*\})?\s*$/;

/** Holds what is there against what is to be pushed. */
export function compareProjects(there: ProjectFiles, ours: ProjectFiles): Comparison {
  const isForeign = ([name, text]: [string, string]) => {
    if (name === manifestName) return false;
    return name === scriptName ? !isOurs(text) && !untouched.test(text) : !ours.has(name);
  };
  const names = [...ours.keys()];
  return {
    foreign: [...there].filter(isForeign).map(([name]) => name),
    added: names.filter(name => !there.has(name)),
    changed: names.filter(name => there.has(name) && there.get(name) !== ours.get(name)),
  };
}

/** Also a script of an earlier version. */
function isOurs(text: string): boolean {
  return /^var App_ = \{\};$/m.test(text) && /^function BLOCKBALANCE\(/m.test(text);
}
