// What the nouns above tell the audit, without waiting for it.
import type { Deeded } from '@veille/domain';
import { fact } from '../platform/facts.js';

/** Staff did something to an account or a setting. */
export const deedDone = fact<Deeded>();
/** Something was refused that strangers can cause, too: written seldom (AU5). Nobody's answer waits for it. */
export const deedRefused = fact<Deeded>();
