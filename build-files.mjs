/** The files of a build: read by name, and put into their folder as one. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';

/**
 * Makes `folder` hold exactly these files.
 *
 * Somebody may be reading it, or building it too: what is right already stays untouched, and what is not is made
 * elsewhere and takes the place of the old in one step, so that nobody ever sees half a file.
 */
export function replaceFiles(root, folder, contents) {
  const made = mkdtempSync(join(root, '.dist-'));
  try {
    for (const [name, content] of contents) {
      const path = join(folder, name);
      if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
      mkdirSync(dirname(join(made, name)), { recursive: true });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(join(made, name), content);
      renameSync(join(made, name), path);
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  for (const { name, path } of filesIn(folder, ''))
    if (isStray(name, contents)) rmSync(path, { recursive: true, force: true });
}

/** A file, or a folder, in which nothing of what was built lies. */
function isStray(name, contents) {
  return ![...contents.keys()].some(each => each === name || each.startsWith(`${name}/`));
}

export function filesIn(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => ({ name: name.split(sep).join('/'), path: join(folder, name) }));
}
