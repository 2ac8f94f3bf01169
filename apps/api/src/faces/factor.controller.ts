// The HTTP door of the second factor: parses, calls one service, answers. No rule lives here.
import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import {
  confirm,
  enrol,
  type Enrolled,
  type FactorHeld,
  type Halfway,
  type PasskeyOptions,
  prove,
  renewCodes,
  type TotpOffer,
  type Who,
} from '@veille/shared';
import type { Request, Response } from 'express';
import { EnteringService } from '../access/entering.service.js';
import { OwnFactorService } from '../access/own-factor.service.js';
import { HalfSessionService } from '../factor/half-session.service.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, type Read } from './asked.js';
import { enter, halfway } from './entrance.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { Whence } from './whence.js';
import { bearingOf, browserIn, dropHalf, halfIn, tokenIn } from './session-cookie.js';

@Controller('api/factor')
@UseFilters(OutageFilter)
export class FactorController {
  constructor(
    private readonly entering: EnteringService,
    private readonly halves: HalfSessionService,
    private readonly own: OwnFactorService,
    private readonly whence: Whence,
  ) {}

  /** Which factor is asked for: of a page that was left in between. */
  @Get('half')
  async half(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Halfway | Refused> {
    const half = halfIn(request.headers.cookie);
    const kind = half === undefined ? undefined : await this.halves.kindOf(half);
    return kind ? { prove: kind } : refuse(response, 'over');
  }

  @Post('challenge')
  @HttpCode(200)
  async challenge(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PasskeyOptions | Refused> {
    const half = halfIn(request.headers.cookie);
    const asked = half === undefined ? 'over' : await this.halves.ask(half);
    return typeof asked === 'string' ? refuse(response, asked) : asked;
  }

  @Post('prove')
  @HttpCode(200)
  async prove(
    @BodyAs(prove) { proof }: Read<typeof prove>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Who | Refused> {
    const half = halfIn(request.headers.cookie);
    if (half === undefined) return refuse(response, 'over');
    const bearing = bearingOf(request.headers.cookie);
    const networks = await this.whence.of(request);
    const entered = await this.entering.prove({ half, ...bearing, networks, proof });
    const told = enter(response, entered);
    if (typeof entered !== 'string') dropHalf(response);
    return told;
  }

  @Get()
  async held(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FactorHeld | Refused> {
    const session = await this.entering.access.anySessionFrom(tokenIn(request.headers.cookie));
    if (session === 'signed-out') return refuse(response, session);
    return this.own.held(session);
  }

  @Post('again')
  @HttpCode(200)
  async again(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Halfway | Refused> {
    const session = await this.entering.access.sessionFrom(tokenIn(request.headers.cookie));
    if (session === 'signed-out') return refuse(response, session);
    const begun = await this.entering.again(session);
    return begun === 'refused' ? refuse(response, begun) : halfway(response, begun);
  }

  @Post('enrol')
  @HttpCode(200)
  async enrol(
    @BodyAs(enrol) { kind, proof, password }: Read<typeof enrol>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PasskeyOptions | TotpOffer | Refused> {
    const session = await this.entering.access.anySessionFrom(tokenIn(request.headers.cookie));
    if (session === 'signed-out') return refuse(response, session);
    const half = halfIn(request.headers.cookie);
    const networks = await this.whence.of(request);
    const shown = proof && half !== undefined ? { half, proof, networks } : undefined;
    const from = { networks, browser: browserIn(request.headers.cookie) };
    const said = password === undefined ? undefined : { password, from };
    const offered = await this.own.begin(session, { kind, shown, said });
    if (shown && typeof offered !== 'string') dropHalf(response);
    return typeof offered === 'string' ? refuse(response, offered) : offered;
  }

  @Post('confirm')
  @HttpCode(200)
  async confirm(
    @BodyAs(confirm) asked: Read<typeof confirm>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Enrolled | Refused> {
    const token = tokenIn(request.headers.cookie) ?? '';
    const session = await this.entering.access.anySessionFrom(token);
    if (session === 'signed-out') return refuse(response, session);
    const done = await this.own.enrolments.confirm(session, asked);
    if (typeof done === 'string') return refuse(response, done);
    const entered = await this.entering.afterEnrolling(session, token);
    if (entered) enter(response, entered);
    return done;
  }

  @Post('codes')
  @HttpCode(200)
  async codes(
    @BodyAs(renewCodes) { proof }: Read<typeof renewCodes>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Enrolled | Refused> {
    const half = halfIn(request.headers.cookie);
    if (half === undefined) return refuse(response, 'over');
    const done = await this.own.enrolments.renewCodes(sessionOf(request), {
      half,
      networks: await this.whence.of(request),
      proof,
    });
    if (typeof done === 'string') return refuse(response, done);
    dropHalf(response);
    return done;
  }
}
