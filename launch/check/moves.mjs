// A move says what it does in its header and again in its TypeScript declaration; here the two, and the script, are compared.
import { calledName, entriesOf, isCall, nodesOf, stringIn, stringsIn } from './syntax.mjs';

const longest = 40;
const mostKeys = 6;
const parts = { keys: 'KEYS', args: 'ARGV', says: 'Says' };

/** The header of a move: its sentence, and the lists of keys, arguments and words; a list that is missing is undefined. */
export function headerOf(lua) {
  const lines = lua.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('--'));
  const header = lines.slice(0, end === -1 ? lines.length : end);
  const list = (label, between) => {
    const line = header.find((one) => one.startsWith(`-- ${label}`));
    // What stands in brackets at the end explains the list to a reader; it is no part of it.
    const listed = line?.slice(label.length + 3).replace(/\(.*\)\s*$/, '');
    return listed
      ?.split(between)
      .map((word) => word.trim())
      .filter(Boolean);
  };
  const sentence = /^-- +[A-Z]/.test(header[0] ?? '') && !/^-- (?:KEYS|ARGV|Says)/.test(header[0]);
  return { sentence, keys: list('KEYS', ','), args: list('ARGV', ','), says: list('Says', '|') };
}

/** The moves declared in one source: luaMove('offer/accept-offer.lua', { keys, args, says }). */
export function declarationsIn(source) {
  return [...nodesOf(source)]
    .filter((node) => isCall(node) && calledName(node) === 'luaMove')
    .map(({ arguments: [path, lists] }) => {
      const entries = entriesOf(lists);
      const [keys, args, says] = Object.keys(parts).map((part) => stringsIn(entries.get(part)));
      return { path: stringIn(path), keys, args, says };
    });
}

const same = (one, other) => one?.join() === other?.join();

function headerFindings({ path, lua, header }) {
  const lines = lua.trimEnd().split('\n').length;
  return [
    ...(header.sentence ? [] : [`${path}: the first line is no sentence that says what the move does`]),
    ...Object.entries(parts)
      .filter(([part]) => header[part] === undefined)
      .map(([, label]) => `${path}: the header has no line \`-- ${label}  …\``),
    ...(lines > longest ? [`${path}: ${lines} lines, a move has at most ${longest}`] : []),
    ...((header.keys?.length ?? 0) > mostKeys ? [`${path}: more than ${mostKeys} keys`] : []),
  ];
}

/** The script itself: it reads no key or argument past its lists, and can say each of its words. */
function scriptFindings({ path, lua, header }) {
  const script = lua.replace(/--.*$/gm, '');
  const past = (name, list) =>
    [...script.matchAll(new RegExp(String.raw`\b${name}\[(\d+)\]`, 'g'))].some(
      ([, at]) => at > (list ?? []).length,
    );
  return [
    ...(past('KEYS', header.keys) ? [`${path}: reads a key its header does not list`] : []),
    ...(past('ARGV', header.args) ? [`${path}: reads an argument its header does not list`] : []),
    ...(header.says ?? [])
      .filter((word) => !script.includes(`'${word}'`) && !script.includes(`"${word}"`))
      .map((word) => `${path}: never says ${word}`),
  ];
}

function declarationFindings({ path, header, declaration }) {
  if (declaration === undefined) return [`${path}: no luaMove() declares it`];
  return Object.entries(parts)
    .filter(([part]) => !same(header[part], declaration[part]))
    .map(([part, label]) => `${path}: ${label} of the header and \`${part}\` of luaMove() differ`);
}

/** All that keeps headers, scripts and declarations from saying the same; both are [path, text] pairs. */
export function moveFindings({ scripts, sources }) {
  const declarations = sources.flatMap(([, text]) => declarationsIn(text));
  const paths = declarations.map(({ path }) => path);
  const homeless = paths.filter((path) => !scripts.some(([script]) => script === path));
  const doubles = paths.filter((path, at) => paths.indexOf(path) !== at);
  return [
    ...(scripts.length === 0 ? ['no move (*.lua) found in apps/api/src'] : []),
    ...homeless.map((path) => `luaMove('${path}'): no such script in apps/api/src`),
    ...doubles.map((path) => `luaMove('${path}'): declared twice`),
    ...scripts.flatMap(([path, lua]) => {
      const move = {
        path,
        lua,
        header: headerOf(lua),
        declaration: declarations.find((one) => one.path === path),
      };
      return [...headerFindings(move), ...scriptFindings(move), ...declarationFindings(move)];
    }),
  ];
}
