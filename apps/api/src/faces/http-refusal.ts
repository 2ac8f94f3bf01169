// How HTTP says no: one word in the body, its status in the head, and nothing changed.
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { AccessRefusal } from '@veille/shared';
import type { Response } from 'express';
import { faultOf, say } from '../platform/log/log.js';

const statuses: Readonly<Record<AccessRefusal, number>> = {
  malformed: 400,
  refused: 401,
  over: 401,
  'signed-out': 401,
  'not-allowed': 403,
  taken: 409,
  'too-fast': 429,
  unavailable: 503,
};

export type Refused = { readonly refused: AccessRefusal };

/** Sets the status, and gives the body that goes with it. */
export function refuse(response: Response, refused: AccessRefusal): Refused {
  response.status(statuses[refused]);
  return { refused };
}

/** What was thrown is an outage or a bug: said without a word of what it held. */
@Catch()
export class OutageFilter implements ExceptionFilter {
  catch(outage: unknown, host: ArgumentsHost): void {
    say('error', 'a request could not be answered', faultOf(outage));
    const response = host.switchToHttp().getResponse<Response>();
    if (!response.headersSent) response.json(refuse(response, 'unavailable'));
  }
}
