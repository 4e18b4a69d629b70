/** The built add-on as data: one script, its manifest and its pages. */

import { compileScript } from '#realm';
import type { Script } from './realm';

export interface Bundle {
  /** Compiled once; every run evaluates it in a context of its own. */
  readonly script: Script;
  /** The manifest's zone, in which the script's own Dates live. */
  readonly timeZone: string;
  /** Without the common beginning, such as `script.send_mail`. */
  readonly scopes: readonly string[];
  /** By name without `.html`. */
  readonly pages: ReadonlyMap<string, string>;
  readonly customFunctions: readonly string[];
  /** Names that a dialog may call: declared by the script, so never one of the language such as `eval`. */
  readonly functions: ReadonlySet<string>;
  /** The web app beside it, a script of its own that reaches the same sheet. */
  readonly webApp?: Pick<Bundle, 'script' | 'functions'> | undefined;
}

export interface BundleFiles {
  readonly code: string;
  readonly manifest: { readonly timeZone?: string; readonly oauthScopes?: readonly string[] };
  readonly pages?: Readonly<Record<string, string>>;
  /** The script of the web app. */
  readonly webApp?: string | undefined;
}

export function createBundle({ code, manifest, pages = {}, webApp }: BundleFiles): Bundle {
  return {
    ...(webApp !== undefined && {
      webApp: { script: compileScript(webApp), functions: declaredIn(webApp) },
    }),
    script: compileScript(code),
    timeZone: manifest.timeZone ?? 'Etc/UTC',
    scopes: manifest.oauthScopes ?? [],
    pages: new Map(Object.entries(pages)),
    customFunctions: customFunctionsIn(code),
    functions: declaredIn(code),
  };
}

function declaredIn(code: string): ReadonlySet<string> {
  return new Set(Array.from(code.matchAll(/^function\s+([\w$]+)/gm), ([, name = '']) => name));
}

/** Sheets lists only real declarations at the top level whose JSDoc says so; a name ending in `_` is private. */
function customFunctionsIn(code: string): string[] {
  const declared = code.matchAll(/^\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*^function\s+([\w$]+)\s*\(/gm);
  return [...declared]
    .filter(([, comment = '', name = '']) => /@customfunction\b/i.test(comment) && !name.endsWith('_'))
    .map(([, , name = '']) => name);
}
