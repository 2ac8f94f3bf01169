// The HTTP door of who comes with a link to another password.
import { Controller, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { acceptReset, type Halfway, type Who } from '@veille/shared';
import type { Request, Response } from 'express';
import { ResetService } from '../access/reset.service.js';
import { BodyAs, type Read } from './asked.js';
import { enter } from './entrance.js';
import { OutageFilter, type Refused } from './http-refusal.js';
import { bearingOf } from './session-cookie.js';

@Controller('api/access/resets')
@UseFilters(OutageFilter)
export class ResetController {
  constructor(private readonly resets: ResetService) {}

  @Post('accept')
  @HttpCode(200)
  async accept(
    @BodyAs(acceptReset) asked: Read<typeof acceptReset>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Who | Halfway | Refused> {
    const bearing = bearingOf(request.headers.cookie);
    return enter(response, await this.resets.accept({ asked, ...bearing }));
  }
}
