/** Pushes built files into a script project with clasp, after a look at what stands there. */

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareProjects, type ProjectFiles } from './remote-project';

const clasp = fileURLToPath(import.meta.resolve('@google/clasp'));
const placeholder = 'PUT-YOUR-SCRIPT-ID-HERE';

/** Why nothing was pushed, in plain words. */
export class Refusal extends Error {}

export interface Push {
  /** clasp's project file. */
  readonly project: string;
  /** What was built for it. */
  readonly folder: string;
  /** Whether files of others there may be deleted. */
  readonly replace: boolean;
  /** Asks a person who is told what would happen. */
  readonly confirms: (effect: string) => Promise<boolean>;
  readonly environment?: NodeJS.ProcessEnv;
}

/** Gives what happened, in words; throws a Refusal where nothing was pushed and something should have been. */
export async function pushProject({
  project,
  folder,
  replace,
  confirms,
  environment,
}: Push): Promise<string> {
  const run = (...options: string[]) => runClasp(options, environment ?? process.env);
  const there = await pull(scriptIdIn(project), run);
  const { foreign, added, changed } = compareProjects(there, filesIn(folder));
  if (foreign.length > 0 && !replace)
    throw new Refusal(
      `In that project stand files that are not Block Ledger's: ${foreign.join(', ')}. A push would delete them.\n` +
        'If that is meant, say so: npm run push -- --replace. Otherwise make a new script project for Block Ledger.',
    );
  if (added.length + changed.length + foreign.length === 0)
    return 'That project has this very version already.';
  const effect = [`${added.length} files are new`, `${changed.length} change`];
  if (foreign.length > 0) effect.push(`${foreign.length} of others are deleted: ${foreign.join(', ')}`);
  if (!(await confirms(`${effect.join(', ')}.`))) throw new Refusal('You said no.');
  const pushed: unknown = JSON.parse((await run('-P', project, '--json', 'push', '--force')) || '[]');
  if (!Array.isArray(pushed) || pushed.length === 0)
    throw new Refusal('clasp found nothing to push, though the project differs.');
  return `Pushed ${pushed.length} files.`;
}

function scriptIdIn(project: string): string {
  if (!existsSync(project)) throw new Refusal(`There is no ${project}.`);
  const { scriptId } = JSON.parse(readFileSync(project, 'utf8'));
  if (typeof scriptId !== 'string' || scriptId === placeholder)
    throw new Refusal(`Put your Script ID into ${project} first, in place of ${placeholder}.`);
  return scriptId;
}

type Run = (...options: string[]) => Promise<string>;

/** What stands in the project now. */
async function pull(scriptId: string, run: Run): Promise<ProjectFiles> {
  const folder = mkdtempSync(join(tmpdir(), 'block-ledger-project-'));
  try {
    const project = join(folder, '.clasp.json');
    writeFileSync(project, JSON.stringify({ scriptId, rootDir: 'there' }));
    await run('-P', project, 'pull');
    return filesIn(join(folder, 'there'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runClasp(options: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((done, refuse) => {
    const child = execFile(process.execPath, [clasp, ...options], { env }, (error, said, complained) => {
      if (!error) return done(said);
      refuse(new Refusal(`clasp says: ${(complained || said).trim() || error.message}`));
    });
    child.stdin?.end();
  });
}

/** By path below the folder, with `/`. */
function filesIn(folder: string): ProjectFiles {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(each => each.isFile());
  const paths = files.map(each => join(each.parentPath, each.name));
  return new Map(
    paths.map(path => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
