// Where a caller's page can be, and what of it is no trouble.
import { turnings } from '@veille/shared';
import type { CallerIs, Refusal } from '@veille/shared';

/** Where a page is that is in none of the protocol's states. `nowhere`: its address names no line. */
export const ownStates = ['elsewhere', 'unsafe', 'outdated', 'shut', 'nowhere'] as const;

/** The protocol's states, and the page's own. `back`: it comes with a ticket. */
export type CallerState = CallerIs | { at: 'arriving'; back: boolean } | { at: (typeof ownStates)[number] };

/** In the line, whatever is asked of them there. */
export const inLine = ({ at }: CallerState): boolean => at === 'waiting' || at === 'asked' || at === 'asleep';

/** Refusals to join that are no trouble: the page already says, or is about to say, where the caller is. */
const expected: readonly Refusal[] = ['not-now', 'not-spoken', 'network-closed', ...turnings];
export const isExpected = (refused: Refusal): boolean => expected.includes(refused);

/** An end the caller chose. */
export const endedHere = (why: string): boolean => why === 'you-left' || why === 'you-ended';
