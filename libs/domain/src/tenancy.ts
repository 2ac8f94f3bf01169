// Several associations in one installation: what they, their lines and posts may be called, and how many there may be.
import type { Association, KeptLine, Line, Post } from './association.js';

export type Beginning = {
  readonly association: Association;
  readonly line: KeptLine;
  readonly post: Post;
};

/** Enough for every listening service of a country, and little enough to be read whole at every change. */
export const mostOf = { associations: 100, linesOfOne: 12, postsOfOne: 100 } as const;

/** Names the installation's own keys bear in the live store. */
const reserved: readonly string[] = ['alarms', 'networks', 'guesses'];

/** What stands in an address, a key and an alarm's name: it begins with a letter, and never looks like a number (TN4). */
export function faultInAddress(id: string): 'not-an-address' | 'reserved' | undefined {
  if (!/^[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(id)) return 'not-an-address';
  return reserved.includes(id) ? 'reserved' : undefined;
}

export const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

type Kept = { readonly associations: readonly Association[]; readonly lines: readonly KeptLine[] };

/** Lines are found by their address alone, whoever's they are. */
export function mayFound(
  { association, line }: Beginning,
  { associations, lines }: Kept,
): 'yes' | 'association-taken' | 'line-taken' | 'too-many' {
  if (associations.some(({ id }) => id === association.id)) return 'association-taken';
  if (lines.some(({ id }) => id === line.id)) return 'line-taken';
  return associations.length >= mostOf.associations ? 'too-many' : 'yes';
}

export function mayAddLine(line: KeptLine, lines: readonly KeptLine[]): 'yes' | 'taken' | 'too-many' {
  if (lines.some(({ id }) => id === line.id)) return 'taken';
  const own = lines.filter(({ association }) => association === line.association);
  return own.length >= mostOf.linesOfOne ? 'too-many' : 'yes';
}

/** Two posts of one name could not be told apart on any screen. */
export function mayAddPost(post: Post, posts: readonly Post[]): 'yes' | 'taken' | 'too-many' {
  if (posts.some(({ id, name }) => id === post.id || name === post.name)) return 'taken';
  return posts.length >= mostOf.postsOfOne ? 'too-many' : 'yes';
}

/** The first that was opened is first, wherever lines are named. */
export const asOpened = (lines: readonly Line[]): Line[] =>
  [...lines].sort(
    (one, other) => (one.since ?? 0) - (other.since ?? 0) || one.name.localeCompare(other.name, 'fr'),
  );
