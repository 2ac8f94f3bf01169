// Finds programs that stand on this machine and asks them who they are. A program that cannot even say its
// version (a stub, a build for another machine) is treated as absent.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

// Where distributions and Homebrew put programs, for a PATH that forgets it (cron, minimal shells).
const USUAL_FOLDERS = ['/usr/bin', '/bin', '/usr/local/bin', '/opt/homebrew/bin'];
const PATIENCE_MS = 15_000;

/** PATH with the usual folders behind it. */
export function widePath(path = process.env.PATH ?? '') {
  return [...new Set([...path.split(delimiter).filter(Boolean), ...USUAL_FOLDERS])].join(delimiter);
}

/** Every place where one of `names` can be run from, in the order of the names, then of PATH. */
export function placesOf(names) {
  const folders = widePath().split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isRunnable);
}

export function isRunnable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What `command --version` says on its first line, or undefined when it cannot run here. */
export function askVersion(command, env = {}) {
  return new Promise((resolve) => {
    const options = { env: { ...process.env, ...env }, timeout: PATIENCE_MS };
    execFile(command, ['--version'], options, (error, stdout) => {
      resolve(error ? undefined : stdout.split('\n', 1)[0].trim());
    });
  });
}
