// What the objects of a page hold for its screens, all the way down: for tests of what stays when somebody leaves.

/** Every one of them, by its class. */
export function objectsOf(page: object, found = new Map<string, object>()): Map<string, object> {
  if (isOfAClass(page)) found.set(page.constructor.name, page);
  for (const name of namesOf(page)) {
    const held: unknown = Reflect.get(page, name);
    if (typeof held === 'object' && held !== null) objectsOf(held, found);
  }
  return found;
}

/** What can be read there, without what is named `but`. */
export function shownBy(thing: unknown, but: readonly string[] = []): unknown {
  if (typeof thing === 'function') return undefined;
  if (typeof thing !== 'object' || thing === null) return thing;
  const names = namesOf(thing).filter((name) => !but.includes(name));
  return Object.fromEntries(names.map((name) => [name, shownBy(Reflect.get(thing, name), but)]));
}

/** What an object of a class can be asked that takes its time. */
export const slowDeedsOf = (object: object): string[] =>
  Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(object)))
    .filter(([, { value }]) => Object.prototype.toString.call(value) === '[object AsyncFunction]')
    .map(([name]) => name);

const isOfAClass = (thing: object) => !Array.isArray(thing) && thing.constructor !== Object;

const namesOf = (thing: object): string[] => [
  ...Object.keys(thing),
  ...(isOfAClass(thing) ? gettersOf(Object.getPrototypeOf(thing)) : []),
];

/** Of a class, and of those it extends. */
const gettersOf = (prototype: unknown): string[] =>
  typeof prototype !== 'object' || prototype === null || prototype === Object.prototype
    ? []
    : Object.entries(Object.getOwnPropertyDescriptors(prototype))
        .filter(([, property]) => !('value' in property))
        .map(([name]) => name)
        .concat(gettersOf(Object.getPrototypeOf(prototype)));
