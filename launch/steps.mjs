// What the operator sees: one calm line per step, with a mark and the time it took. A terminal sees the line
// while the step is still running; a log file hears of it early only if the step turns out to be long, and then
// once a minute.
const MARKS = { running: '·', done: '✓', failed: '✗' };
const LABEL_WIDTH = 14;
const LONG_MS = 1000;
const AGAIN_MS = 60_000;

/**
 * Returns `step(label, work, describe)`: runs `work(note)`, shows its notes as it goes, ends the line with
 * what `describe` says of the result (by default the result itself), and returns the result.
 */
export function createSteps(out = process.stdout) {
  return async function step(label, work, describe = String) {
    const began = performance.now();
    const line = out.isTTY ? liveLine(out, label) : loggedLine(out, label);
    try {
      const result = await work(line.note);
      line.end(MARKS.done, describe(result), performance.now() - began);
      return result;
    } catch (error) {
      line.end(MARKS.failed, '', performance.now() - began);
      throw error;
    }
  };
}

export function formatElapsed(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 0.1) return `${Math.round(milliseconds)} ms`;
  if (seconds < 10) return `${seconds.toFixed(1).replace('.', ',')} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

function compose(mark, label, detail) {
  return `  ${mark} ${label.padEnd(LABEL_WIDTH)}${detail}`.trimEnd();
}

function composeEnd(mark, label, { detail, took }) {
  return `${compose(mark, label, [detail, formatElapsed(took)].filter(Boolean).join(' · '))}\n`;
}

function liveLine(out, label) {
  const show = (detail) => out.write(`\r\x1b[2K${compose(MARKS.running, label, detail)}`);
  show('…');
  return {
    note: (detail) => show(`${detail}…`),
    end: (mark, detail, took) => out.write(`\r\x1b[2K${composeEnd(mark, label, { detail, took })}`),
  };
}

function loggedLine(out, label) {
  let latest = '';
  const show = () => out.write(`${compose(MARKS.running, label, `${latest}…`)}\n`);
  const long = setTimeout(show, LONG_MS);
  const again = setInterval(show, AGAIN_MS);
  return {
    note: (detail) => (latest = detail),
    end: (mark, detail, took) => {
      clearTimeout(long);
      clearInterval(again);
      out.write(composeEnd(mark, label, { detail, took }));
    },
  };
}
