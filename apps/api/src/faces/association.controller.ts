// The HTTP door of an association's own desk: what lines and posts it has, and one more of each.
import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { type DeskAssociation, type DeskRefused, newLine, newPost } from '@veille/shared';
import type { Request, Response } from 'express';
import type { Session } from '../access/access.service.js';
import { AssociationService } from '../association/association.service.js';
import { FoundingService } from '../association/founding.service.js';
import { sessionOf } from './allowed.guard.js';
import { FormAs, type Read } from './asked.js';
import { cannotHold, OutageFilter, refuse } from './http-refusal.js';

@Controller('api/desk')
@UseFilters(OutageFilter)
export class AssociationController {
  constructor(
    private readonly associations: AssociationService,
    private readonly founding: FoundingService,
  ) {}

  @Get('association')
  async association(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskAssociation | DeskRefused> {
    return this.#toldOf(sessionOf(request), response);
  }

  @Post('posts')
  @HttpCode(200)
  async addPost(
    @FormAs(newPost) { post }: Read<typeof newPost>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskAssociation | DeskRefused> {
    const session = sessionOf(request);
    const said = await this.founding.addPost(session.association, post, session);
    return said === 'done' ? this.#toldOf(session, response) : cannotHold(response, said);
  }

  @Post('lines')
  @HttpCode(200)
  async addLine(
    @FormAs(newLine) line: Read<typeof newLine>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskAssociation | DeskRefused> {
    const session = sessionOf(request);
    const said = await this.founding.addLine(session.association, line, session);
    return said === 'done' ? this.#toldOf(session, response) : cannotHold(response, said);
  }

  async #toldOf({ association: id }: Session, response: Response): Promise<DeskAssociation | DeskRefused> {
    const association = await this.associations.association(id);
    if (association === 'no-such-association') return refuse(response, 'refused');
    const [lines, posts] = [await this.associations.linesOf(id), await this.associations.posts(id)];
    return { association: named(association), lines: lines.map(named), posts: posts.map(named) };
  }
}

const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
