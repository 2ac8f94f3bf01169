// The HTTP door of one's own password: the next one, by who gives the present one.
import { Controller, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { changePassword } from '@veille/shared';
import type { Request, Response } from 'express';
import { PasswordService } from '../access/password.service.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, type Read } from './asked.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { browserIn } from './session-cookie.js';
import { Whence } from './whence.js';

@Controller('api/access/password')
@UseFilters(OutageFilter)
export class PasswordController {
  constructor(
    private readonly passwords: PasswordService,
    private readonly whence: Whence,
  ) {}

  @Post()
  @HttpCode(200)
  async change(
    @BodyAs(changePassword) asked: Read<typeof changePassword>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Record<string, never> | Refused> {
    const session = sessionOf(request);
    const from = { networks: await this.whence.of(request), browser: browserIn(request.headers.cookie) };
    const said = await this.passwords.change(session, { ...asked, from });
    return said === 'changed' ? {} : refuse(response, said);
  }
}
