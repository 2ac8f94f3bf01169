// Reads TypeScript and JavaScript as text and shape, without running it: what is commented out is not seen.
import ts from 'typescript';

/** Every node of a source, parents before children. */
export function* nodesOf(text, path = 'source.ts') {
  yield* below(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false));
}

function* below(node) {
  yield node;
  const children = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* below(child);
}

/** The text of a literal string, or undefined for anything else. A template counts up to its first gap. */
export function stringIn(node) {
  if (node === undefined) return undefined;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.head.text : undefined;
}

/** The strings of a literal list, or undefined when it is no such list. */
export function stringsIn(node) {
  const list = bare(node);
  if (list === undefined || !ts.isArrayLiteralExpression(list)) return undefined;
  const strings = list.elements.map(stringIn);
  return strings.includes(undefined) ? undefined : strings;
}

/** An expression without `as const`, `satisfies`, brackets or `Object.freeze()` around it. */
export function bare(node) {
  if (node === undefined) return undefined;
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node)) {
    return bare(node.expression);
  }
  const freezes = ts.isCallExpression(node) && calledName(node) === 'freeze';
  return freezes ? bare(node.arguments[0]) : node;
}

/** The last name of what is called: `luaMove(…)` and `v.object(…)` are 'luaMove' and 'object'. */
export function calledName(call) {
  const called = call.expression;
  if (ts.isIdentifier(called)) return called.text;
  return ts.isPropertyAccessExpression(called) ? called.name.text : undefined;
}

/** The entries of a literal object by name; what has no plain name (spreads) is left out. */
export function entriesOf(node) {
  const object = bare(node);
  if (object === undefined || !ts.isObjectLiteralExpression(object)) return new Map();
  const named = object.properties.filter((entry) => entry.name !== undefined && 'text' in entry.name);
  return new Map(named.map((entry) => [entry.name.text, entry.initializer ?? entry]));
}

/** What a name stands for at its declaration: the value of a constant, or a function itself. */
export function declared(name, nodes) {
  for (const node of nodes) {
    const names = ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node);
    if (names && node.name?.text === name) return ts.isVariableDeclaration(node) ? node.initializer : node;
  }
  return undefined;
}

/** What a function gives back when it gives back one expression; any other value is itself. */
export function given(node) {
  const value = bare(node);
  if (value === undefined || !(ts.isArrowFunction(value) || ts.isFunctionDeclaration(value))) return value;
  if (value.body === undefined || !ts.isBlock(value.body)) return bare(value.body);
  return bare(value.body.statements.find(ts.isReturnStatement)?.expression);
}

export const isCall = (node) => ts.isCallExpression(node);
