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
    return name === scriptName
      ? !isOurs(text, ours.get(scriptName) ?? '') && !untouched.test(text)
      : !ours.has(name);
  };
  const names = [...ours.keys()];
  return {
    foreign: [...there].filter(isForeign).map(([name]) => name),
    added: names.filter(name => !there.has(name)),
    changed: names.filter(name => there.has(name) && there.get(name) !== ours.get(name)),
  };
}

/** By which each of our scripts is known: neither may replace the other, for a push of the pages would end the add-on. */
const marks = [/^function BLOCKBALANCE\(/m, /^function acceptOffer\(/m];

/** Also a script of an earlier version. */
function isOurs(text: string, built: string): boolean {
  const isSame = marks.every(mark => mark.test(text) === mark.test(built));
  return /^var App_ = \{\};$/m.test(text) && marks.some(mark => mark.test(text)) && isSame;
}
