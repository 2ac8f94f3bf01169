// Proves that the last line of `npm test` is the truth: no fault vanishes in the sum, and nothing run proves
// nothing.
import { expect, it } from '@jest/globals';
import { add, conclude, countCheck, countJest, nothing, oneFault } from './tally.mjs';

const report = (numbers) => ({
  ...{
    numPassedTests: 0,
    numFailedTests: 0,
    numRuntimeErrorTestSuites: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  },
  ...numbers,
});

it('[LA14] the line is « N passed, N failed » and the exit code goes with it', () => {
  expect(conclude({ passed: 12, failed: 0 })).toEqual({ line: '12 passed, 0 failed', code: 0 });
  expect(conclude({ passed: 12, failed: 1 })).toEqual({ line: '12 passed, 1 failed', code: 1 });
});

it('[LA14] nothing run is nothing proven', () => {
  expect(conclude(nothing)).toEqual({ line: '0 passed, 0 failed', code: 1 });
});

it('[LA14] runs are summed', () => {
  expect(add(add(nothing, { passed: 3, failed: 1 }), oneFault)).toEqual({ passed: 3, failed: 2 });
});

it('[LA14] every step of the check counts, and a check that breaks counts one fault', () => {
  expect(countCheck({ code: 1, said: '✓ format\n✗ lint\n    ✓ quoted\n✓ types\n' })).toEqual({
    passed: 2,
    failed: 1,
  });
  expect(countCheck({ code: 1, said: '✓ format\n' })).toEqual({ passed: 1, failed: 1 });
  expect(countCheck({ code: 0, said: '✓ format\n' })).toEqual({ passed: 1, failed: 0 });
});

it('[LA14] a test file that cannot even be read counts as failed', () => {
  const broken = report({ numPassedTests: 5, numRuntimeErrorTestSuites: 2 });
  expect(countJest({ code: 1, report: broken, whole: true })).toEqual({ passed: 5, failed: 2 });
});

it('[LA14] Jest that fails without a failed test, or without a report, counts one fault', () => {
  expect(countJest({ code: 1, report: report({ numPassedTests: 5 }), whole: true })).toEqual({
    passed: 5,
    failed: 1,
  });
  expect(countJest({ code: 1, report: undefined, whole: true })).toEqual(oneFault);
});

it('[LA14] a skipped test fails the whole run, and is only out of sight where a part was asked for', () => {
  const skipping = report({ numPassedTests: 5, numPendingTests: 2, numTodoTests: 1 });
  expect(countJest({ code: 0, report: skipping, whole: true })).toEqual({ passed: 5, failed: 3 });
  expect(countJest({ code: 0, report: skipping, whole: false })).toEqual({ passed: 5, failed: 0 });
});
