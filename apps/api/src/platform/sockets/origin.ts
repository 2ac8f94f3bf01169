// Whose page it is that asks. A browser names the origin of the page itself; a page cannot change what it names.

/** True for our own pages, and for what is no browser and names none. */
export const isOurs = (origin: string | undefined, publicUrl: string): boolean =>
  origin === undefined || houseOf(origin) === houseOf(new URL(publicUrl).origin);

/** `localhost` and `127.0.0.1` are the same house, when we live there. */
const houseOf = (origin: string): string =>
  origin.replace(/^(https?:\/\/)127\.0\.0\.1(?=:|$)/, '$1localhost');
