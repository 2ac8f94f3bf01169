// What a browser is answered and given when somebody comes in, wholly or halfway.
import type { AccessRefusal, Halfway, Who } from '@veille/shared';
import type { Response } from 'express';
import { type Entered, knownOf } from '../access/access.service.js';
import type { HalfIn } from '../access/entering.service.js';
import { refuse, type Refused } from './http-refusal.js';
import { keepHalf, keepToken } from './session-cookie.js';

/** Nothing else is told of a session: what may be done is judged here, not there. */
export const whoIs = (entered: Omit<Entered, 'token'>): Who => ({
  ...knownOf(entered),
  ...(entered.assurance === 'enrols' && { mayOnly: 'enrol' }),
});

export function enter(response: Response, outcome: Entered | AccessRefusal): Who | Refused;
export function enter(response: Response, outcome: Entered | HalfIn | AccessRefusal): Who | Halfway | Refused;
export function enter(
  response: Response,
  outcome: Entered | HalfIn | AccessRefusal,
): Who | Halfway | Refused {
  if (typeof outcome === 'string') return refuse(response, outcome);
  if ('half' in outcome) return halfway(response, outcome);
  keepToken(response, outcome.token);
  return whoIs(outcome);
}

export function halfway(response: Response, { half, prove }: HalfIn): Halfway {
  keepHalf(response, half);
  return { prove };
}
