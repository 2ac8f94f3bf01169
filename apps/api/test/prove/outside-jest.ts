// Jest's words for what runs without Jest: suites are kept where they are written, to be run as often as is asked.
export { expect } from 'expect';

type Body = (...given: never[]) => unknown;
type Hook = () => unknown;
export type Test = { readonly name: string; readonly body: () => Promise<unknown> };

export class Suite {
  readonly tests: Test[] = [];
  readonly suites: Suite[] = [];
  readonly hooks = {
    beforeAll: new Array<Hook>(),
    beforeEach: new Array<Hook>(),
    afterEach: new Array<Hook>(),
    afterAll: new Array<Hook>(),
  };

  constructor(readonly name: string) {}
}

let current = new Suite('everything');

/** What `written` adds, as a suite of this name. */
export async function suiteOf(name: string, written: () => Promise<unknown>): Promise<Suite> {
  const [outer, own] = [current, new Suite(name)];
  current = own;
  await written();
  current = outer;
  return own;
}

export function describe(name: string, written: () => void): void {
  const [outer, own] = [current, new Suite(name)];
  outer.suites.push(own);
  current = own;
  written();
  current = outer;
}

export function it(name: string, body: Body): void {
  current.tests.push({ name, body: async () => outcomeOf(body, []) });
}
it.each = (rows: readonly unknown[]) => (name: string, body: Body) => {
  for (const row of rows) {
    const given: readonly unknown[] = Array.isArray(row) ? row : [row];
    current.tests.push({ name, body: async () => outcomeOf(body, given) });
  }
};

export const beforeAll = (hook: Hook): void => void current.hooks.beforeAll.push(hook);
export const beforeEach = (hook: Hook): void => void current.hooks.beforeEach.push(hook);
export const afterEach = (hook: Hook): void => void current.hooks.afterEach.push(hook);
export const afterAll = (hook: Hook): void => void current.hooks.afterAll.push(hook);

function outcomeOf(body: Body, given: readonly unknown[]): unknown {
  return Reflect.apply(body, undefined, given);
}
