// What a node's own heap snapshot shows: every string and object V8 knows to be alive, after it has collected.
import { openSync, closeSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Node, SearchedHouse } from '../house.js';
import { readFile } from './read-file.js';
import type { Surface } from './surface.js';

const PATIENCE_MS = 120_000;

export const heapOf = ({ folder }: SearchedHouse, node: Node, overlap: number): Surface => ({
  name: `heap of ${node.name}`,
  decoded: false,
  async *pieces() {
    const path = await snapshot(join(folder, 'work'), node.pid);
    yield* readFile(path, overlap);
    rmSync(path);
  },
});

async function snapshot(folder: string, pid: number): Promise<string> {
  const theirs = () =>
    readdirSync(folder).find((name) => name.endsWith('.heapsnapshot') && name.includes(`.${pid}.`));
  process.kill(pid, 'SIGUSR2');
  for (const deadline = performance.now() + PATIENCE_MS; performance.now() < deadline;) {
    await new Promise((resume) => setTimeout(resume, 100));
    const name = theirs();
    if (name && isWhole(join(folder, name))) return join(folder, name);
  }
  throw new Error('a node made no picture of its heap');
}

/** Its last letters close what its first ones opened. */
function isWhole(path: string): boolean {
  const { size } = statSync(path);
  const end = Buffer.alloc(2);
  const file = openSync(path, 'r');
  readSync(file, end, 0, 2, Math.max(0, size - 2));
  closeSync(file);
  return end.toString().trim().endsWith('}') && size > 1_000;
}
