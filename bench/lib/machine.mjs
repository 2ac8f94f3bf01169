// The machine a run stands on: servers and stores share one core, who measures has the other, and both are named in the report.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

const SERVERS = '0';
const CLIENT = '1';

const canPin = () => cpus().length >= 2 && process.platform === 'linux';

function pin(pid, core) {
  if (!canPin()) return;
  try {
    execFileSync('taskset', ['-acp', core, String(pid)], { stdio: 'ignore' });
  } catch {
    // No taskset here, or the process is gone: the run is told as it is, only noisier.
  }
}

/** What serves: a node, a store, a baseline. All of them stand on one core, so that a figure is always one core's. */
export const pinServer = (pid) => pin(pid, SERVERS);

/** This process, which measures. */
export const pinClient = () => pin(process.pid, CLIENT);

/** What a reader must know to compare. Nothing in it names a person or a place. */
export function machineNow({ redis }) {
  return {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    node: process.version,
    redis,
    pinned: canPin(),
    load: loadavg().map((load) => Number(load.toFixed(2))),
  };
}

/** More wants to run than twice what there is: a time that is compared with nothing of the same round says little. */
export const isBusy = () => loadavg()[0] > 2 * cpus().length;

/** Refuses a machine that cannot say what a process costs. */
export function canMeasure() {
  try {
    readFileSync('/proc/self/schedstat');
    return true;
  } catch {
    return false;
  }
}
