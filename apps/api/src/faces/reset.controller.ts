// The HTTP door of who comes with a link to another password.
import { Body, Controller, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { acceptReset, type Halfway, type Who } from '@veille/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { ResetService } from '../access/reset.service.js';
import { enter } from './entrance.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { bearingOf } from './session-cookie.js';

@Controller('api/access/resets')
@UseFilters(OutageFilter)
export class ResetController {
  constructor(private readonly resets: ResetService) {}

  @Post('accept')
  @HttpCode(200)
  async accept(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Who | Halfway | Refused> {
    const asked = v.safeParse(acceptReset, body);
    if (!asked.success) return refuse(response, 'malformed');
    const bearing = bearingOf(request.headers.cookie);
    return enter(response, await this.resets.accept({ asked: asked.output, ...bearing }));
  }
}
