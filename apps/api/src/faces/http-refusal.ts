// How HTTP says no: one word in the body, its status in the head, and nothing changed.
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { AccessRefusal, DeskRefused } from '@veille/shared';
import type { Response } from 'express';
import type * as v from 'valibot';
import { faultOf, say } from '../platform/log/log.js';

const statuses: Readonly<Record<DeskRefused['refused'], number>> = {
  malformed: 400,
  refused: 401,
  over: 401,
  'signed-out': 401,
  'not-allowed': 403,
  taken: 409,
  'last-administrator': 409,
  'cannot-hold': 422,
  'too-fast': 429,
  unavailable: 503,
};

export type Refused = { readonly refused: AccessRefusal };

/** Sets the status, and gives the body that goes with it. */
export const refuse = (response: Response, refused: AccessRefusal): Refused => answer(response, { refused });

/** Nothing was changed, because of this field. */
export const cannotHold = (response: Response, fault: { field: string; why: string }): DeskRefused =>
  answer(response, { refused: 'cannot-hold', ...fault });

export function answer<R extends DeskRefused>(response: Response, refusal: R): R {
  response.status(statuses[refusal.refused]);
  return refusal;
}

/** What its schema refuses: by its field, where it has one. */
export function misread([issue]: readonly v.BaseIssue<unknown>[]): DeskRefused {
  const field = issue?.path?.[0]?.key;
  return typeof field === 'string'
    ? { refused: 'cannot-hold', field, why: 'malformed' }
    : { refused: 'malformed' };
}

/** Thrown before a route is reached. */
export class TurnedAway extends Error {
  constructor(readonly refusal: DeskRefused) {
    super('turned away');
  }
}

/** What else was thrown is an outage or a bug: said without a word of what it held. */
@Catch()
export class OutageFilter implements ExceptionFilter {
  catch(outage: unknown, host: ArgumentsHost): void {
    if (outage instanceof TurnedAway) {
      const response = host.switchToHttp().getResponse<Response>();
      response.json(answer(response, outage.refusal));
      return;
    }
    say('error', 'a request could not be answered', faultOf(outage));
    const response = host.switchToHttp().getResponse<Response>();
    if (!response.headersSent) response.json(refuse(response, 'unavailable'));
  }
}
