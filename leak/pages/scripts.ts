// The two things the search does inside pages, as what a browser context takes.
import { readFileSync } from 'node:fs';

/** Read here and now: a context that has to look for its script first may open a page before it has found it. */
const script = (name: string) => ({ content: readFileSync(new URL(name, import.meta.url), 'utf8') });

export const sealsNothing = script('./seals-nothing.js');
export const notesKeys = script('./notes-keys.js');
