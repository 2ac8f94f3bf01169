// The two things the search does inside pages, as what a browser context takes.
import { fileURLToPath } from 'node:url';

const script = (name: string) => ({ path: fileURLToPath(new URL(name, import.meta.url)) });

export const sealsNothing = script('./seals-nothing.js');
export const notesKeys = script('./notes-keys.js');
