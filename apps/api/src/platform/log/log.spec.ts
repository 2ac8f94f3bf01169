// What a line of the log can hold: a sentence known when the code was written, and of an error its class and code.
import { afterEach, expect, it, jest } from '@jest/globals';
import { faultOf, reported, say } from './log.js';

const printed: string[] = [];
jest.spyOn(process.stdout, 'write').mockImplementation((line) => printed.push(String(line)) > 0);
afterEach(() => void printed.splice(0));

class StoreFault extends Error {
  readonly code: string;
  constructor(code: string) {
    super('redis://somebody:a-password said: je ne vais pas bien');
    this.code = code;
  }
}

it('[PT1] of an error only its class and its code are said, never its message or its stack', () => {
  reported('a store does not answer')(new StoreFault('ECONNREFUSED'));
  expect(printed).toEqual([
    '{"level":"error","say":"a store does not answer","fault":{"kind":"StoreFault","code":"ECONNREFUSED"}}\n',
  ]);
});

it('[PT1] what only looks like a code, and what is no error, says nothing of itself', () => {
  expect(faultOf(new StoreFault('je ne vais pas bien'))).toEqual({ kind: 'StoreFault' });
  expect(faultOf({ message: 'je ne vais pas bien' })).toEqual({ kind: 'not-an-error' });
});

it('[PT1] a sentence with a value in it does not type-check', () => {
  const who: string = 'somebody';
  // @ts-expect-error a template is no static sentence
  say('info', `${who} came`);
  say('info', 'somebody came');
  expect(printed).toHaveLength(2);
});
