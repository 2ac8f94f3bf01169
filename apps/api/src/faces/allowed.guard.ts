// The guard of every HTTP route: the table says who may ask, the session says who asks, and all else gets one word.
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Deed, may } from '@veille/domain';
import type { Request } from 'express';
import { AccessService, type Session } from '../access/access.service.js';
import { readByItself, routes } from './allowed.js';
import { TurnedAway } from './http-refusal.js';
import { tokenIn } from './session-cookie.js';

const sessions = new WeakMap<Request, Session>();

/** Who asks, on a route that asks for a deed. @throws where the table lets anybody in */
export function sessionOf(request: Request): Session {
  const session = sessions.get(request);
  if (!session) throw new Error('a route that anybody may ask knows no session');
  return session;
}

@Injectable()
export class AllowedGuard implements CanActivate {
  constructor(private readonly access: AccessService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const row = rowOf(request);
    const asker = Object.hasOwn(routes, row) ? routes[row] : undefined;
    if (asker === undefined) throw new TurnedAway({ refused: 'not-allowed' });
    if (asker === 'anybody') return true;
    const on = readByItself.has(row) ? 'idle' : 'active';
    const session = await this.access.sessionFrom(tokenIn(request.headers.cookie), on);
    if (session === 'signed-out') throw new TurnedAway({ refused: 'signed-out' });
    if (asker !== 'somebody' && !asker.some((deed) => may(session, deed))) {
      if (request.method === 'POST' || request.method === 'PUT') this.#reaches(session, asker);
      throw new TurnedAway({ refused: 'not-allowed' });
    }
    sessions.set(request, session);
    return true;
  }

  /** A page may ask to be shown what is not for who looks at it; to change something is asked by hand (AU9). */
  #reaches({ association, account: by }: Session, asker: readonly Deed[]): void {
    this.access.noteRefused(association, { did: 'reach-refused', by, what: asker.slice(0, 1) });
  }
}

/** A row of the table. */
const rowOf = ({ method, route }: Request): string =>
  `${method === 'HEAD' ? 'GET' : method} ${pathOf(route)}`;

/** As it is declared, with its parameters unfilled. */
const pathOf = (route: unknown): string =>
  typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : '';
