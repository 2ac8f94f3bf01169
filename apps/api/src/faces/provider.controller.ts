// The HTTP door of those who choose their association's provider. Its secret comes in, and never goes out.
import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { may } from '@veille/domain';
import { chosenProvider, type ShownProvider } from '@veille/shared';
import type { Request, Response } from 'express';
import * as v from 'valibot';
import { AccessService } from '../access/access.service.js';
import { CONFIG, type Config } from '../platform/config/config.js';
import { type Chooser, ProviderService } from '../sign-on/provider.service.js';
import { OutageFilter, refuse, type Refused } from './http-refusal.js';
import { tokenIn } from './session-cookie.js';

@Controller('api/access/provider')
@UseFilters(OutageFilter)
export class ProviderController {
  constructor(
    private readonly access: AccessService,
    private readonly providers: ProviderService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async shown(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ShownProvider | Refused> {
    const chooser = await this.#chooser(request, response);
    return 'refused' in chooser ? chooser : this.#told(chooser);
  }

  @Post()
  @HttpCode(200)
  async choose(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ShownProvider | Refused> {
    const chooser = await this.#chooser(request, response);
    if ('refused' in chooser) return chooser;
    const asked = v.safeParse(chosenProvider, body);
    if (!asked.success) return refuse(response, 'malformed');
    const said = await this.providers.choose(chooser, asked.output);
    return said === 'unavailable' ? refuse(response, said) : this.#told(chooser);
  }

  @Post('end')
  @HttpCode(200)
  async end(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ShownProvider | Refused> {
    const chooser = await this.#chooser(request, response);
    if ('refused' in chooser) return chooser;
    await this.providers.end(chooser);
    return this.#told(chooser);
  }

  async #told({ association }: Chooser): Promise<ShownProvider> {
    const back = new URL('/api/access/sign-on/back', this.config.publicUrl).href;
    return { provider: (await this.providers.of(association)) ?? null, back };
  }

  /** For one's own association; there is no way to name another. */
  async #chooser(request: Request, response: Response): Promise<Chooser | Refused> {
    const session = await this.access.sessionFrom(tokenIn(request.headers.cookie));
    if (session === 'signed-out') return refuse(response, 'signed-out');
    if (!may(session, 'choose-provider')) return refuse(response, 'not-allowed');
    return { account: session.account, association: session.association };
  }
}
