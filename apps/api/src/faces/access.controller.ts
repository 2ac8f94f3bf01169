// The HTTP door of accounts: parses, calls one service, answers. No rule lives here.
import { Controller, Get, HttpCode, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { acceptInvitation, type Halfway, type invitation, invite, signIn, type Who } from '@veille/shared';
import type { Request, Response } from 'express';
import type * as v from 'valibot';
import { associationId, placeId } from '@veille/domain';
import { AccessService } from '../access/access.service.js';
import { InvitationService } from '../access/invitation.service.js';
import { SignInService } from '../access/sign-in.service.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, type Read } from './asked.js';
import { enter, whoIs } from './entrance.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { invitationLink } from './invitation-link.js';
import { bearingOf, browserIn, dropHalf, dropToken, keepBrowser, tokenIn } from './session-cookie.js';
import { Whence } from './whence.js';

@Controller('api/access')
@UseFilters(OutageFilter)
export class AccessController {
  constructor(
    private readonly access: AccessService,
    private readonly invitations: InvitationService,
    private readonly signIns: SignInService,
    private readonly whence: Whence,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('invitations/accept')
  @HttpCode(200)
  async accept(
    @BodyAs(acceptInvitation) asked: Read<typeof acceptInvitation>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Who | Halfway | Refused> {
    const bearing = bearingOf(request.headers.cookie);
    const entered = await this.invitations.accept({ asked, ...bearing });
    const told = enter(response, entered);
    if (typeof entered === 'object' && 'token' in entered)
      keepBrowser(response, await this.signIns.knows(entered, browserIn(request.headers.cookie)));
    return told;
  }

  @Post('sign-in')
  @HttpCode(200)
  async signIn(
    @BodyAs(signIn) asked: Read<typeof signIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Who | Halfway | Refused> {
    const bearing = bearingOf(request.headers.cookie);
    const browser = browserIn(request.headers.cookie);
    const from = { networks: await this.whence.of(request), browser };
    const entered = await this.signIns.signIn({ asked, from, ...bearing });
    const told = enter(response, entered);
    if (typeof entered !== 'string') keepBrowser(response, await this.signIns.knows(asked, browser));
    return told;
  }

  @Post('invitations')
  @HttpCode(200)
  async invite(
    @BodyAs(invite) { role, association, post }: Read<typeof invite>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<v.InferOutput<typeof invitation> | Refused> {
    const session = sessionOf(request);
    const invited = await this.invitations.invite(session, {
      role,
      ...(association !== undefined && { association: associationId(association) }),
      ...(post !== undefined && { post: placeId(post) }),
    });
    if (invited === 'not-allowed') return refuse(response, invited);
    const { validFor, ...made } = invited;
    return { link: invitationLink(this.config.publicUrl, { ...made, role }), validFor };
  }

  /** That nobody is signed in is an answer, and no fault for a browser to report. */
  @Get('me')
  async me(@Req() request: Request): Promise<Who | Refused> {
    const session = await this.access.anySessionFrom(tokenIn(request.headers.cookie));
    return session === 'signed-out' ? { refused: session } : whoIs(session);
  }

  @Post('sign-out')
  @HttpCode(200)
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Record<string, never>> {
    await this.access.signOut(tokenIn(request.headers.cookie));
    dropToken(response);
    dropHalf(response);
    return {};
  }
}
