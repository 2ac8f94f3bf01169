// Reads what is written after `npm test --`: a word that stands in the path of a test file selects files, any
// other one selects tests by their name, and what begins with a dash is Jest's own business.

/**
 * { whole, browser, args } for Jest: `whole` when nothing was asked, `browser` when a journey may be among
 * them.
 */
export function selectTests(words, files) {
  const options = words.filter((word) => word.startsWith('-'));
  const asked = words.filter((word) => !word.startsWith('-'));
  const paths = asked.filter((word) => files.some((file) => file.includes(word)));
  const names = asked.filter((word) => !paths.includes(word));
  const byName = names.length > 0 ? ['--testNamePattern', names.map(escape).join('|')] : [];
  const chosen = paths.length > 0 ? files.filter((file) => paths.some((path) => file.includes(path))) : files;
  return {
    whole: words.length === 0,
    browser: chosen.some((file) => /^(?:e2e|leak|bench)\//.test(file)),
    args: [...options, ...byName, ...(paths.length > 0 ? chosen : [])],
  };
}

function escape(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
