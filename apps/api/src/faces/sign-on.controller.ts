// The HTTP door of single sign-on: sends a browser to its association's provider, and takes it back where it was.
import { Controller, Get, HttpCode, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { type AssociationId, associationId, firstAssociation, type WayIn } from '@veille/domain';
import {
  type whereTo,
  leaveForProvider,
  signOnQuery,
  type signOnOffered,
  type SignOnEnd,
} from '@veille/shared';
import type { Request, Response } from 'express';
import type * as v from 'valibot';
import { CONFIG, type Config } from '../platform/config/config.js';
import { type Returned, SignOnService } from '../sign-on/sign-on.service.js';
import { BodyAs, QueryAs, type Read } from './asked.js';
import { halfway } from './entrance.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { awayIn, bearingOf, dropAway, keepAway, keepToken } from './session-cookie.js';

const pages = { listen: '/ecoute', desk: '/desk' } as const;

const named = (association: string | undefined): AssociationId =>
  association === undefined ? firstAssociation.id : associationId(association);

/** The door they left by. */
function pageOf(way: WayIn | undefined): string {
  if (!way) return pages.listen;
  const page = pages[way.page];
  return way.association === firstAssociation.id ? page : `${page}/${way.association}`;
}

@Controller('api/access/sign-on')
@UseFilters(OutageFilter)
export class SignOnController {
  constructor(
    private readonly signOn: SignOnService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async offered(
    @QueryAs(signOnQuery) { association }: Read<typeof signOnQuery>,
  ): Promise<v.InferOutput<typeof signOnOffered> | Refused> {
    return { offered: await this.signOn.isOffered(named(association)) };
  }

  @Post()
  @HttpCode(200)
  async leave(
    @BodyAs(leaveForProvider) asked: Read<typeof leaveForProvider>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<v.InferOutput<typeof whereTo> | Refused> {
    const left = await this.signOn.leave({
      ...asked,
      association: named(asked.association),
    });
    if (typeof left === 'string') return refuse(response, left);
    keepAway(response, left.sealed);
    return { to: left.to };
  }

  /** A person looks at what this answers: whatever happened, it is a page of ours. */
  @Get('back')
  async back(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { cookie } = request.headers;
    const returned = await this.signOn.comeBack({
      sealed: awayIn(cookie),
      back: new URL(request.originalUrl, this.config.publicUrl),
      bearing: bearingOf(cookie),
    });
    dropAway(response);
    response.redirect(303, `${pageOf(returned.way)}#sign-on=${this.#enter(response, returned)}`);
  }

  #enter(response: Response, { said }: Returned): SignOnEnd {
    if (typeof said === 'string') return said;
    if ('half' in said) {
      halfway(response, said);
      return 'half';
    }
    keepToken(response, said.token);
    return 'in';
  }
}
