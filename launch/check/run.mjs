// Runs the parts of the steps, so many at once, in their order; a part is any function that answers { ok, output }.
import { spawn } from 'node:child_process';

/** A part that runs one installed tool with Node itself, so that no shell and no PATH decides what runs. */
export function tool({ root, folder = '.' }, script, args) {
  return () =>
    new Promise((answer) => {
      const child = spawn(process.execPath, [`${root}/node_modules/${script}`, ...args], {
        cwd: `${root}/${folder}`,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = [];
      child.stdout.on('data', (piece) => said.push(piece));
      child.stderr.on('data', (piece) => said.push(piece));
      child.on('error', (fault) => answer({ ok: false, output: fault.message }));
      child.on('close', (code) => answer({ ok: code === 0, output: Buffer.concat(said).toString('utf8') }));
    });
}

/** A part of our own: it passes when it finds nothing. */
export function finding(findings) {
  return async () => {
    const found = await findings();
    return { ok: found.length === 0, output: found.join('\n') };
  };
}

async function timed(part) {
  const began = performance.now();
  // A part that throws is a part that failed: the others still run, and what it threw is shown.
  const outcome = await part().catch((fault) => ({ ok: false, output: fault.stack ?? String(fault) }));
  return { ...outcome, began, ended: performance.now() };
}

function inTurns(atOnce) {
  const waiting = [];
  let free = atOnce;
  return async (part) => {
    if (free === 0) await new Promise((go) => waiting.push(go));
    else free -= 1;
    const result = await timed(part);
    if (waiting.length > 0) waiting.shift()();
    else free += 1;
    return result;
  };
}

function together(results) {
  const failed = results.filter((result) => !result.ok);
  const notes = [...new Set(results.map((result) => result.note ?? ''))];
  return {
    ok: failed.length === 0,
    output: failed.map((result) => result.output.trim()).join('\n'),
    note: notes.length === 1 ? notes[0] : '', // what only one part has to say is not said of the step
    took: Math.max(...results.map((one) => one.ended)) - Math.min(...results.map((one) => one.began)),
  };
}

/** Runs every step whatever the others say, and tells of each in order once it and those before it have ended. */
export async function runSteps({ steps, atOnce, tell }) {
  const inTurn = inTurns(atOnce);
  const running = steps.map((step) => Promise.all(step.parts.map(inTurn)));
  const told = [];
  for (const [at, step] of steps.entries()) {
    const outcome = { name: step.name, ...together(await running[at]) };
    tell(outcome);
    told.push(outcome);
  }
  return told;
}
