// The HTTP door of administrators: which associations there are, and one more. Nothing of what they do is told here.
import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { type DeskAssociations, type DeskRefused, newAssociation } from '@veille/shared';
import type { Request, Response } from 'express';
import { AssociationService } from '../association/association.service.js';
import { FoundingService } from '../association/founding.service.js';
import { sessionOf } from './allowed.guard.js';
import { FormAs, type Read } from './asked.js';
import { cannotHold, OutageFilter } from './http-refusal.js';

@Controller('api/desk/associations')
@UseFilters(OutageFilter)
export class AssociationsController {
  constructor(
    private readonly associations: AssociationService,
    private readonly founding: FoundingService,
  ) {}

  @Get()
  async all(): Promise<DeskAssociations> {
    const associations = await this.associations.associations();
    return { associations: associations.map(({ id, name }) => ({ id, name })) };
  }

  @Post()
  @HttpCode(200)
  async found(
    @FormAs(newAssociation) asked: Read<typeof newAssociation>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<DeskAssociations | DeskRefused> {
    const said = await this.founding.found(asked, sessionOf(request));
    return said === 'done' ? this.all() : cannotHold(response, said);
  }
}
