// Counts what was proven. A run that failed without counting a failure counts one: no fault may vanish in a
// sum.

export const nothing = { passed: 0, failed: 0 };
export const oneFault = { passed: 0, failed: 1 };

export function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** Of what the check said: a line of it that begins with a mark is a step. */
export function countCheck({ code, said }) {
  const count = (mark) => said.split('\n').filter((line) => line.startsWith(mark)).length;
  return noFaultVanishes(code, { passed: count('✓ '), failed: count('✗ ') });
}

/** Of Jest's own report, or of none if it wrote none. In a whole run a skipped test counts as failed. */
export function countJest({ code, report, whole }) {
  if (!report) return oneFault;
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } = report;
  const skipped = whole ? numPendingTests + numTodoTests : 0;
  return noFaultVanishes(code, {
    passed: numPassedTests,
    failed: numFailedTests + numRuntimeErrorTestSuites + skipped,
  });
}

/** The last line, and the exit code that goes with it: nothing run is nothing proven. */
export function conclude({ passed, failed }) {
  return { line: `${passed} passed, ${failed} failed`, code: failed === 0 && passed > 0 ? 0 : 1 };
}

function noFaultVanishes(code, count) {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
