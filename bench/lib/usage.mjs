// What processes cost, as the kernel counts it: microseconds of processor, bytes of memory of their own.
import { readdirSync, readFileSync } from 'node:fs';

/** Microseconds the threads of these processes have run, all together. */
export function cpuOf(pids) {
  return pids.reduce((sum, pid) => sum + cpuOfOne(pid), 0);
}

function cpuOfOne(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, thread) => sum + cpuOfThread(`/proc/${pid}/task/${thread}/schedstat`), 0);
}

function cpuOfThread(file) {
  try {
    return Number(readFileSync(file, 'utf8').split(' ', 1)[0]) / 1_000;
  } catch {
    return 0; // a thread that ended between the listing and the reading
  }
}

/** Bytes of anonymous memory that are resident: what the process itself holds, without the programs it maps. */
export function memoryOf(pids) {
  return pids.reduce((sum, pid) => sum + anonymous(readFileSync(`/proc/${pid}/status`, 'utf8')), 0);
}

const anonymous = (status) => Number(/^RssAnon:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1_024;

/** Runs `work` and tells what it cost these processes: { cost: microseconds, took: milliseconds, result }. */
export async function costOf(pids, work) {
  const [before, began] = [cpuOf(pids), performance.now()];
  const result = await work();
  return { result, cost: cpuOf(pids) - before, took: performance.now() - began };
}
