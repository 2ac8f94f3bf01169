// Proves the step that holds rules and tests together.
import { describe, expect, it } from '@jest/globals';
import { idsQuotedIn, quotesRules, rulesIn, specIdFindings } from './spec-ids.mjs';

const spec = [
  '# Rules',
  '- **OF3** An answer that comes late changes nothing.',
  '- **I1** One state each.',
].join('\n');
const quoting = (ids) => [['a.spec.ts', `it('[${ids}] a title', () => {});`]];

describe('what is read', () => {
  it('[CK1] a rule is a list line that begins with its id in bold', () => {
    expect(rulesIn(`${spec}\nas **OF9** says\n- **OF10**\n`)).toEqual(['OF3', 'I1']);
  });

  it('[CK1] a title quotes one id or several, in any kind of test call', () => {
    const text = "it('[OF3] a', f); describe.each(x)(`[I1, D2] ${b}`, f); t.test('[P1] [P2] c', f);";
    expect(idsQuotedIn(text)).toEqual(['OF3', 'I1', 'D2', 'P1', 'P2']);
  });

  it('[CK1] a test that is commented out, and a text that only mentions a rule, quote nothing', () => {
    expect(idsQuotedIn("// it('[OF3] a', f)\nconst said = '[OF3]'; it('see [OF3]', f);")).toEqual([]);
  });

  it('[CK1] specs, contracts and the walks of e2e may quote, sources may not', () => {
    const paths = [
      'a.spec.ts',
      'a.spec.mjs',
      'a.store.contract.ts',
      'e2e/heard.ts',
      'libs/domain/src/offer.ts',
    ];
    expect(paths.filter(quotesRules)).toEqual(paths.slice(0, 4));
  });
});

describe('what is found', () => {
  it('[CK1] rules and tests that hold each other give no finding', () => {
    expect(specIdFindings({ spec, tests: quoting('OF3, I1') })).toEqual([]);
  });

  it('[CK1] a rule no test quotes is found', () => {
    expect(specIdFindings({ spec, tests: quoting('OF3') })).toEqual(['docs/spec.md: no test quotes I1']);
  });

  it('[CK1] an id that is no rule is found, with its file', () => {
    expect(specIdFindings({ spec, tests: quoting('OF3, I1, OF4') })).toEqual([
      'a.spec.ts: OF4 is no rule of docs/spec.md',
    ]);
  });

  it('[CK1] an id that stands twice is found', () => {
    const twice = `${spec}\n- **OF3** Again.`;
    expect(specIdFindings({ spec: twice, tests: quoting('OF3, I1') })).toEqual([
      'docs/spec.md: OF3 stands twice',
    ]);
  });

  it('[CK8] a specification without a rule is found', () => {
    expect(specIdFindings({ spec: '', tests: [] })).toHaveLength(1);
  });
});
