// The whole memory of a process as a core dump would hold it, read through /proc while the process stands still: every part
// that can be read, but what is only a file that is mapped and not changed.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Piece, Surface } from './surface.js';

const PIECE = 8 << 20;

type Process = { readonly name: string; readonly pid: number };

/** `name` of the surface: `memory of node-1`. Only Linux shows it (docs/operate.md). */
export const memoryOf = ({ name, pid }: Process, overlap: number): Surface => ({
  name: `memory of ${name}`,
  decoded: false,
  *pieces() {
    process.kill(pid, 'SIGSTOP');
    const [memory, pages] = ['mem', 'pagemap'].map((file) => openSync(`/proc/${pid}/${file}`, 'r'));
    if (memory === undefined || pages === undefined) throw new Error('a process shows no memory');
    try {
      for (const region of regionsOf(pid))
        for (const part of written(pages, region)) yield* read(memory, part, overlap);
    } finally {
      closeSync(memory);
      closeSync(pages);
      process.kill(pid, 'SIGCONT');
    }
  },
});

type Region = { from: number; to: number; what: string };

/** A region that holds nothing, in memory or swapped out, was reserved and never written. */
function regionsOf(pid: number): Region[] {
  const told = readFileSync(`/proc/${pid}/smaps`, 'utf8').split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m);
  return told.flatMap((region) => {
    const [range = '', rights = '', , , inode = '0', ...path] = region
      .slice(0, region.indexOf('\n'))
      .trim()
      .split(/\s+/);
    const [from = 0, to = 0] = range.split('-').map((hex) => parseInt(hex, 16));
    const isUnchangedFile = inode !== '0' && !rights.includes('w');
    // What the kernel shows of itself, and the rings it shares, cannot be read this way.
    const isKernels = /^(?:\[v(?:var|syscall)|anon_inode:)/.test(path[0] ?? '');
    const isEmpty = /^Rss: +0 kB$/m.test(region) && !/^Swap: +[1-9]/m.test(region);
    const isRead = rights.startsWith('r') && !isUnchangedFile && !isKernels && !isEmpty;
    return isRead ? [{ from, to, what: path.join(' ') || 'anonymous' }] : [];
  });
}

const PAGE = 4096;
const ENTRY = 8;
/** Of a page's entry the last byte: it is in memory, or was swapped out. */
const IS_THERE = 0xc0;

/** What of a region was ever written: of a gigabyte V8 reserves a few pages are. */
function* written(pages: number, { from, to, what }: Region): Generator<Region> {
  const entries = Buffer.alloc(((to - from) / PAGE) * ENTRY);
  readSync(pages, entries, 0, entries.length, (from / PAGE) * ENTRY);
  let start: number | undefined;
  for (let at = 0; at <= entries.length; at += ENTRY) {
    const isThere = at < entries.length && ((entries[at + ENTRY - 1] ?? 0) & IS_THERE) !== 0;
    const address = from + (at / ENTRY) * PAGE;
    if (isThere) start ??= address;
    else if (start !== undefined) {
      yield { from: start, to: address, what };
      start = undefined;
    }
  }
}

function* read(memory: number, { from, to, what }: Region, overlap: number): Generator<Piece> {
  const bytes = Buffer.allocUnsafe(Math.min(PIECE, to - from));
  for (let at = from; at < to; at += PIECE - overlap) {
    const length = readSync(memory, bytes, 0, Math.min(bytes.length, to - at), at);
    if (length > 0) yield { where: `${what} ${at.toString(16)}`, bytes: bytes.subarray(0, length) };
    if (length < bytes.length) return;
  }
}
