// The HTTP door of those who choose their association's provider. Its secret comes in, and never goes out.
import { Controller, Get, HttpCode, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { chosenProvider, type ShownProvider } from '@veille/shared';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../platform/config/config.js';
import { type Chooser, ProviderService } from '../sign-on/provider.service.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, type Read } from './asked.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';

@Controller('api/access/provider')
@UseFilters(OutageFilter)
export class ProviderController {
  constructor(
    private readonly providers: ProviderService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async shown(@Req() request: Request): Promise<ShownProvider> {
    return this.#told(sessionOf(request));
  }

  @Post()
  @HttpCode(200)
  async choose(
    @BodyAs(chosenProvider) asked: Read<typeof chosenProvider>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ShownProvider | Refused> {
    const chooser = sessionOf(request);
    const said = await this.providers.choose(chooser, asked);
    return said === 'changed' ? this.#told(chooser) : refuse(response, said);
  }

  @Post('end')
  @HttpCode(200)
  async end(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ShownProvider | Refused> {
    const chooser = sessionOf(request);
    const said = await this.providers.end(chooser);
    return said === 'last-administrator' ? refuse(response, said) : this.#told(chooser);
  }

  async #told({ association }: Chooser): Promise<ShownProvider> {
    const back = new URL('/api/access/sign-on/back', this.config.publicUrl).href;
    return { provider: (await this.providers.of(association)) ?? null, back };
  }
}
