// Every process the launcher starts, and the promise that none outlives it: each runs in its own group under
// guard.sh, so Ctrl-C reaches the launcher alone, which ends them in order: first what serves, then the
// stores beneath.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.mjs';

const GUARD = fileURLToPath(new URL('./guard.sh', import.meta.url));
const OUTPUT_KEPT = 16_384;
const PATIENCE_MS = 1200;

const living = new Set();
let closed = false;

/**
 * Starts `command`. Options: cwd, env (added to ours), shown (its words go to the terminal), ipc (it can send
 * us messages), trace (a folder that is removed when it ends), beneath (ended last: others stand on it).
 */
export function startChild(command, args, options = {}) {
  const { cwd, env, trace = '', shown = false, ipc = false, beneath = false } = options;
  if (closed) {
    erase(trace);
    throw new Refusal('Veille s’arrête.');
  }
  const words = shown ? 'inherit' : 'pipe';
  const stdio = ['pipe', words, words, ...(ipc ? ['ipc'] : [])];
  const child = spawn('/bin/sh', [GUARD, trace, command, ...args], {
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio,
  });
  child.stdin.on('error', () => {}); // it may end before it reads: its exit already tells us

  const started = {
    pid: child.pid,
    process: child,
    beneath,
    ended: ending(child, trace).finally(() => living.delete(started)),
    said: listen(child),
    stop: (patience = PATIENCE_MS) => stop(child, started.ended, patience),
  };
  living.add(started);
  return started;
}

/** Runs `command` to its end. If it fails, refuses with `sentence` and shows what the command said. */
export async function runChild(command, args, { sentence, ...options }) {
  const child = startChild(command, args, options);
  const { code } = await child.ended;
  if (closed) return new Promise(() => {}); // we ended it ourselves: that is no failure of its own
  if (code !== 0) throw new Refusal(sentence, child.said());
  return child.said();
}

/** Ends all that is left, and starts nothing more. */
export async function endChildren() {
  closed = true;
  const stopAll = (beneath, patience) =>
    Promise.all(
      [...living].filter((child) => child.beneath === beneath).map((child) => child.stop(patience)),
    );
  await stopAll(false, PATIENCE_MS);
  await stopAll(true, PATIENCE_MS / 3);
}

function ending(child, trace) {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }));
    child.once('exit', (code, signal) => {
      signalGroup(child.pid, 'SIGKILL'); // the guard, and whatever the program left behind in its group
      erase(trace);
      // 'close' comes when the last words are read; a stray that holds our pipe must not hold us.
      const done = () => resolve({ code, signal });
      child.once('close', done);
      after(200, undefined, { ref: false }).then(done);
    });
  });
}

function listen(child) {
  let words = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      words = (words + text).slice(-OUTPUT_KEPT);
    });
  }
  return () => words;
}

async function stop(child, ended, patience) {
  if (child.exitCode !== null || child.signalCode !== null) return ended;
  child.ref();
  signalGroup(child.pid, 'SIGTERM');
  const impatience = new AbortController();
  after(patience, undefined, { signal: impatience.signal }).then(
    () => signalGroup(child.pid, 'SIGKILL'),
    () => {},
  );
  const end = await ended;
  impatience.abort();
  return end;
}

function erase(trace) {
  if (trace) rmSync(trace, { recursive: true, force: true });
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // nobody is left in the group: that is what was wanted
  }
}
