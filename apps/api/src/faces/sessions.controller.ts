// The HTTP door of one's own sessions: where one is signed in, and ending that. Nobody else's is there.
import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { endSession, sessionHere, type SessionTold } from '@veille/shared';
import type { Request, Response } from 'express';
import { AccessService, type Session } from '../access/access.service.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, type Read } from './asked.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';

type Sessions = { sessions: SessionTold[] };

@Controller('api/access/sessions')
@UseFilters(OutageFilter)
export class SessionsController {
  constructor(private readonly access: AccessService) {}

  @Get()
  async mine(@Req() request: Request): Promise<Sessions> {
    return this.#told(sessionOf(request));
  }

  @Post('here')
  @HttpCode(200)
  async here(
    @BodyAs(sessionHere) { device }: Read<typeof sessionHere>,
    @Req() request: Request,
  ): Promise<Sessions | Refused> {
    const session = sessionOf(request);
    await this.access.isOn(session, device);
    return this.#told(session);
  }

  @Post('end')
  @HttpCode(200)
  async end(
    @BodyAs(endSession) { session: ended }: Read<typeof endSession>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Sessions | Refused> {
    const session = sessionOf(request);
    const said = await this.access.endSession(session, ended);
    return said === 'refused' ? refuse(response, said) : this.#told(session);
  }

  async #told(session: Session): Promise<Sessions> {
    const all = await this.access.sessionsOf(session);
    return {
      sessions: all.map(({ id, startedAt, seenAt, device }) => ({
        id,
        startedAt,
        seenAt,
        isHere: id === session.id,
        ...(device !== undefined && { device }),
      })),
    };
  }
}
