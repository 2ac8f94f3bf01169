// The HTTP door of those who run an association's staff. Parses, calls one service, answers.
import { Controller, Get, HttpCode, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { accountId } from '@veille/domain';
import { type MemberTold, onAccount, type resetLink, staffDeeds } from '@veille/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { AccessService, type Session } from '../access/access.service.js';
import { StaffService } from '../access/staff.service.js';
import { AssociationService } from '../association/association.service.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, DeedAs, type Read } from './asked.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { resetLinkTo } from './invitation-link.js';

const asking = v.object({ deed: v.picklist(staffDeeds), body: onAccount });

type Members = { members: MemberTold[] };

@Controller('api/staff')
@UseFilters(OutageFilter)
export class StaffController {
  constructor(
    private readonly access: AccessService,
    private readonly staff: StaffService,
    private readonly associations: AssociationService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('members')
  async members(@Req() request: Request): Promise<Members> {
    return this.#told(sessionOf(request));
  }

  @Post('reset')
  @HttpCode(200)
  async reset(
    @BodyAs(onAccount) { account: of }: Read<typeof onAccount>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<v.InferOutput<typeof resetLink> | Refused> {
    const session = sessionOf(request);
    const opened = await this.staff.reset(session, accountId(of));
    if (opened === 'not-allowed') return refuse(response, opened);
    const { token, account, validFor } = opened;
    const { role, association } = account;
    return { link: resetLinkTo(this.config.publicUrl, { token, role, association }), validFor };
  }

  @Post(':deed')
  @HttpCode(200)
  async run(
    @DeedAs(asking) { deed, body: { account } }: Read<typeof asking>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Members | Refused> {
    const session = sessionOf(request);
    const said = await this.staff[deed](session, accountId(account));
    if (said === 'not-allowed' || said === 'last-administrator') return refuse(response, said);
    return this.#told(session);
  }

  async #told(session: Session): Promise<Members> {
    const posts = await this.associations.posts(session.association);
    const names = new Map<string, string>(posts.map(({ id, name }) => [id, name]));
    const members = await this.staff.list(session);
    return {
      members: members.map(({ id, pseudonym, role, post, suspended, seenOn, entersBy }) => ({
        account: id,
        pseudonym,
        role,
        ...(post !== undefined && { post: names.get(post) ?? post }),
        suspended,
        ...(seenOn !== undefined && { seenOn }),
        entersBy,
        isMe: id === session.account,
      })),
    };
  }
}
