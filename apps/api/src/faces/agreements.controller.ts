// The HTTP door of agreements with partners: those that stand, a code for one more, and ending one. Parses, calls, answers.
import { Controller, Get, HttpCode, Post, Req, Res, UseFilters } from '@nestjs/common';
import { agreementId, lineId } from '@veille/domain';
import {
  type AgreementsTold,
  bringCode,
  type DeskRefused,
  ofLine,
  onAgreement,
  type proposed,
} from '@veille/shared';
import type { Request, Response } from 'express';
import type * as v from 'valibot';
import type { Session } from '../access/access.service.js';
import { Partners } from '../access/partners.service.js';
import { AgreementService } from '../association/agreement.service.js';
import { AssociationService } from '../association/association.service.js';
import { sessionOf } from './allowed.guard.js';
import { BodyAs, type Read } from './asked.js';
import { cannotHold, OutageFilter, refuse } from './http-refusal.js';

type Told = Promise<AgreementsTold | DeskRefused>;

@Controller('api/desk/agreements')
@UseFilters(OutageFilter)
export class AgreementsController {
  constructor(
    private readonly partners: Partners,
    private readonly agreements: AgreementService,
    private readonly associations: AssociationService,
  ) {}

  @Get()
  async all(@Req() request: Request): Promise<AgreementsTold> {
    return this.#told(sessionOf(request));
  }

  @Post('propose')
  @HttpCode(200)
  async propose(
    @BodyAs(ofLine) { line }: Read<typeof ofLine>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<v.InferOutput<typeof proposed> | DeskRefused> {
    const made = await this.partners.propose(sessionOf(request), lineId(line));
    return made === 'not-allowed' ? refuse(response, made) : made;
  }

  @Post('take-back')
  @HttpCode(200)
  async takeBack(
    @BodyAs(ofLine) { line }: Read<typeof ofLine>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Told {
    const said = await this.partners.takeBack(sessionOf(request), lineId(line));
    return said === 'not-allowed' ? refuse(response, said) : this.#told(sessionOf(request));
  }

  @Post('accept')
  @HttpCode(200)
  async accept(
    @BodyAs(bringCode) { code }: Read<typeof bringCode>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Told {
    const said = await this.partners.accept(sessionOf(request), code);
    if (said === 'not-allowed') return refuse(response, said);
    return said === 'agreed'
      ? this.#told(sessionOf(request))
      : cannotHold(response, { field: 'code', why: said });
  }

  @Post('end')
  @HttpCode(200)
  async end(
    @BodyAs(onAgreement) { agreement }: Read<typeof onAgreement>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Told {
    const said = await this.partners.end(sessionOf(request), agreementId(agreement));
    return said === 'not-allowed' ? refuse(response, said) : this.#told(sessionOf(request));
  }

  async #told(session: Session): Promise<AgreementsTold> {
    const [lines, agreements] = await Promise.all([
      this.associations.linesOf(session.association),
      this.partners.list(session),
    ]);
    const shown = lines.map(async ({ id, name }) => {
      const codeFor = await this.agreements.proposed(id);
      return { id, name, ...(codeFor !== undefined && { codeFor }) };
    });
    return {
      lines: await Promise.all(shown),
      agreements: agreements.map(({ id: agreement, ...told }) => ({ agreement, ...told })),
    };
  }
}
